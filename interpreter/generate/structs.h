// The structs of the header: events, instances with their records, rates, the order of payments.
#pragma once

#include "generate/model.h"

namespace beding::generate {

std::string eventStruct(Model& model, EventTypeId id, const EventUse& use);
/// "bool", "Centen" ...: what an open norm asks for.
std::string judgementType(const graph::Judgement& judgement);
std::string judgementStruct(const Model& model, std::uint32_t index, const JudgementUse& use);
std::string entityStruct(Model& model, const EntityUse& entity);
/// The event that made a norm arise, as a member; nothing when there is none.
std::string occasionMember(Model& model, const Sentence& sentence, const std::string& indent, const std::string& end);
/// What is remembered of a sentence: "Toestand", "Plicht" ...
std::string recordType(const Model& model, const Sentence& sentence);
/// "  ///< 6.5 betaling"
std::string remark(const Model& model, const Sentence& sentence);
std::string rateTables(const Model& model);
/// The place of each kind of debt in the order in which payments meet them.
std::string paymentOrder(const graph::Graph& graph);

}  // namespace beding::generate
