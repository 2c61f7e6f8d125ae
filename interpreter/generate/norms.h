// Duties, prohibitions and powers as structs: what all norms say of when they arise and apply, and what each adds.
#pragma once

#include "generate/expressions.h"
#include "generate/sentences.h"

namespace beding::generate {

std::string normStruct(Model& model, Expressions& expressions, const Sentence& sentence);

/// What lasts as long as the agreement does.
bool isStandingNorm(const graph::Norm& norm);
/// Where an exercise, performance or violation stands.
graph::Slot occurrenceSlot(const graph::Norm& norm);
/// What is forbidden, or cannot be done: it only applies or not.
bool isProhibition(const graph::Norm& norm);

/// Whether notice under it is against the end of the running period.
bool isPeriodEnd(const graph::Graph& graph, const graph::Norm& norm);

/// The act by its bearer, in its form, and (of a prohibition) without consent. `contract`: as of `normScope`.
std::string deedOf(Model& model, Expressions& expressions, const Sentence& sentence, graph::ActId act,
                   const Bound& event, const std::string& contract);

/// The event that made it arise, as the slots of a sentence see it, and its type; none when there is no such event.
std::optional<EventTypeId> occasionOf(const graph::Graph& graph, const graph::Norm& norm);
/// Where it is kept.
std::string occasionRecord(const Model& model, const Sentence& sentence);
/// The scope of a norm with the event that made it arise. `contract`: "o." within its struct.
Scope normScope(const Model& model, const Sentence& sentence, const std::string& contract);

}  // namespace beding::generate
