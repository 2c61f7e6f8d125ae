#include "generate/structs.h"

#include <algorithm>

#include "generate/expressions.h"
#include "generate/norms.h"
#include "generate/sentences.h"

namespace beding::generate {

using graph::NodeKind;

namespace {

std::string number(std::size_t index) { return std::to_string(index); }

std::string fieldType(Type type) {
  switch (type) {
    case Type::money:
      return "Centen";
    case Type::date:
    case Type::instant:
      return "Datum";
    case Type::duration:
      return "Termijn";
    case Type::truth:
      return "bool";
    case Type::party:
      return "Partij";
    case Type::number:
    case Type::percentage:
      return "Getal";
    case Type::list:
      return "Lijst";
    default:
      return "std::string_view";
  }
}

bool canBeField(const Attribute& attribute) {
  return attribute.otherTypes.empty() ||
         (attribute.type == Type::duration && attribute.otherTypes == std::vector<Type>{Type::date});
}

}  // namespace

std::string eventStruct(Model& model, EventTypeId id, const EventUse& use) {
  const EventType& type = at(model.graph.events, id);
  std::string text = "/// " + type.name + "\nstruct " + use.type +
                     " {\n  Datum op{};\n  std::string_view sleutel{};  ///< het id, anders # en het regelnummer\n";
  for (const auto& [index, field] : use.fields) {
    const Attribute& attribute = type.attributes[index];
    if (!canBeField(attribute))
      model.refuse(
          {}, worded({"het gegeven «{0}» van «{1}»", "the attribute «{0}» of «{1}»"}, {attribute.name, type.name}));
    const bool agreed = type.name == agreementType && attribute.name == "waarde";
    const std::string kind = agreed ? "Waarde" : fieldType(attribute.type);
    text += "  " + (attribute.required ? kind : "std::optional<" + kind + ">") + " " + field + "{};";
    text += (field == attribute.name ? "" : "  ///< " + attribute.name) + std::string("\n");
  }
  if (use.about) text += "  Lijst betreft{};\n";
  return text + "};\n\n";
}

std::string judgementType(const graph::Judgement& judgement) { return fieldType(judgement.type); }

std::string judgementStruct(const Model& model, std::uint32_t index, const JudgementUse& use) {
  const graph::Judgement& judgement = model.graph.judgements[index];
  return "/// " + lidOf(model.graph, judgement.where) + "/" + judgement.words + ": " +
         (judgement.question.empty() ? judgement.words : judgement.question) + "\nstruct " + use.type +
         " {\n  Datum op{};\n  std::optional<" + fieldType(judgement.type) + "> uitkomst{};" +
         (use.about ? "\n  std::string_view over{};" : "") +
         (judgement.subject ? "  ///< " + at(model.graph.entities, judgement.subject).name : "") + "\n};\n\n";
}

std::string recordType(const Model& model, const Sentence& sentence) {
  if (sentence.node.kind == NodeKind::state) return "Toestand";
  if (sentence.node.kind == NodeKind::amount) return "Bedrag";
  if (sentence.node.kind == NodeKind::right)
    return isInHours(model.graph, model.graph.rights[sentence.node.index].last) ? "UurRecht" : "Recht";
  if (sentence.node.kind == NodeKind::effect) return "Gevolg";
  const graph::Norm& norm = model.graph.norms[sentence.node.index];
  if (isProhibition(norm)) return "Verbod";
  if (norm.kind == graph::NormKind::requirement) return "Eis";
  if (graph::isPower(norm.kind)) return "Bevoegdheid";
  return isInHours(model.graph, norm.term.last) ? "UurPlicht" : "Plicht";
}

std::string remark(const Model& model, const Sentence& sentence) {
  const graph::Provenance& where = graph::whereOf(model.graph, sentence.node);
  return "  ///< " + (where.lid.empty() ? "" : where.lid + " ") + graph::nameOf(model.graph, sentence.node);
}

std::string occasionMember(Model& model, const Sentence& sentence, const std::string& indent, const std::string& end) {
  if (sentence.node.kind != NodeKind::norm || isPerOccurrence(model.graph.norms[sentence.node.index])) return {};
  const auto type = occasionOf(model.graph, model.graph.norms[sentence.node.index]);
  return type ? indent + "Gebeurde<" + model.event(*type).type + "> " + sentence.name + end + "{};\n" : "";
}

std::string entityStruct(Model& model, const EntityUse& entity) {
  const std::string event = entity.event ? model.event(entity.event).type : "";
  std::string text = "  /// " + at(model.graph.entities, entity.id).name + "\n  struct " + entity.type + " {\n" +
                     (event.empty() ? "    Partij partij{};\n"
                                    : "    explicit " + entity.type + "(const " + event + "& e) : bij(e) {}\n    " +
                                          event + " bij;\n") +
                     "    std::string_view sleutel;\n    Wie wie{};\n    std::uint32_t nummer = geen_zaak;\n";
  if (model.has(NodeKind::ledger, 0) && model.graph.ledger.invoice == entity.id)
    text += "    std::uint32_t post = geen_post;\n";
  if (model.hasPlace(entity.id)) text += "    std::uint32_t plaats = 0;\n";
  for (const Sentence& sentence : model.sentences) {
    if (sentence.over != entity.id) continue;
    const std::string type = recordType(model, sentence);
    text += "    " + (sentence.beside ? "Rij<" + type + ">" : type) + " " + sentence.name + "{};" +
            remark(model, sentence) + "\n";
    text += occasionMember(model, sentence, "    ", "_bij");
  }
  return text + "  };\n";
}

// -------------------------------------------------------------------------------------------------------------- rates

namespace {

/// Rates as whole parts of one denominator; equal neighbours joined.
std::string rateTable(const RateTable& table, const graph::Amount& amount, std::size_t index) {
  constexpr std::int64_t parts = 1'000'000;
  std::string rows;
  std::size_t count = 0;
  std::optional<Number> before;
  for (const RateChange& change : table.changes) {
    if (before && *before == change.rate) continue;
    before = change.rate;
    rows += (count++ == 0 ? "" : ", ") + std::string("{") + number(0).substr(1) + std::to_string(change.from.days) +
            ", " + std::to_string((change.rate * Number(parts)).rounded(0).whole().value_or(0)) + "}";
  }
  return "  /// " + table.name + ", bevestigd tot en met " + isoText(table.confirmedUntil) +
         "\n  static constexpr Tarief rijen_" + number(index) + "[] = {" + rows +
         "};\n  static constexpr Tarieven tarieven_" + number(index) + "{" + literal(table.name) + ", rijen_" +
         number(index) + ", " + number(count) + ", " + std::to_string(parts) + ", " +
         std::to_string(table.confirmedUntil.days) + ", " + std::to_string(amount.daysPerYear) + ", " +
         (amount.capitalises ? "true" : "false") + "};\n";
}

}  // namespace

std::string rateTables(const Model& model) {
  std::string text;
  std::set<std::uint32_t> done;
  for (const Sentence& sentence : model.sentences) {
    if (sentence.node.kind != NodeKind::amount) continue;
    const graph::Amount& amount = model.graph.amounts[sentence.node.index];
    if (amount.table && done.insert(amount.table.index).second)
      text += rateTable(at(model.graph.rateTables, amount.table), amount, amount.table.index);
  }
  return text;
}

std::string paymentOrder(const graph::Graph& graph) {
  using graph::PostKind;
  const auto& order = graph.ledger.order;
  const bool clause = graph.ledger.orderFromClause && !order.empty();
  std::string text =
      "/// " +
      (graph.ledger.where.lid.empty() ? std::string("art. 6:43 en 6:44 BW")
                                      : graph.ledger.where.lid + " " + sentenceText(graph.ledger.where)) +
      "\nstruct Orde {\n";
  text += "    static constexpr std::size_t rangen = " + number(clause ? order.size() + 1 : 1) +
          ";\n    static constexpr std::size_t rang(Soort soort) {\n";
  static constexpr std::pair<PostKind, const char*> kinds[] = {
      {PostKind::principal, "hoofdsom"}, {PostKind::interest, "rente"}, {PostKind::costs, "kosten"},
      {PostKind::penalty, "boete"},      {PostKind::damages, "schade"}, {PostKind::advance, "voorschot"}};
  for (const auto& [kind, name] : kinds) {
    const auto place = std::find(order.begin(), order.end(), kind) - order.begin();
    if (clause && place < static_cast<std::ptrdiff_t>(order.size()))
      text += "      if (soort == Soort::" + std::string(name) + ") return " + std::to_string(place) + ";\n";
  }
  return text + "      " + (clause ? "" : "(void)soort;\n      ") + "return " + number(clause ? order.size() : 0) +
         ";\n    }\n  };\n";
}

}  // namespace beding::generate
