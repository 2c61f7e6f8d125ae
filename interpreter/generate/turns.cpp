#include "generate/turns.h"

#include <algorithm>
#include <string_view>

#include "generate/norms.h"
#include "generate/sentences.h"
#include "generate/structs.h"
#include "graph/opposition.h"

namespace beding::generate {

using graph::NodeKind;

namespace {

std::string number(std::size_t index) { return std::to_string(index); }

}  // namespace

std::string turnName(const Sentence& sentence) { return "bekijk_" + number(sentence.number); }

std::string growth(const Model& model, const Sentence& sentence) {
  const graph::Amount& amount = model.graph.amounts[sentence.node.index];
  const bool firstCounts = amount.firstDayCounts ||
                           (amount.firstDayCountsUnder.issue && isStandard(model.graph, amount.firstDayCountsUnder));
  return "groei(" + record(model, sentence) + ", zin.waarde(v), zin.dagbedrag(v), " + (firstCounts ? "true" : "false") +
         ")";
}

std::string marks(const std::vector<Reader>& readers, const std::string& indent, bool instance) {
  std::string text;
  for (const Reader& reader : readers)
    text += indent + "raak(" + number(reader.sentence->number) + (reader.same && instance ? ", i" : "") + ");\n";
  return text;
}

namespace {

std::string afterState(const Model& model, const Sentence& sentence, const std::string& indent) {
  std::string text = marks(readersOf(model, Read::What::state, sentence.node.index), indent, sentence.over.has_value());
  if (model.graph.inForce.index == sentence.node.index) text += indent + "komt_tot_stand();\n";
  return text;
}

std::string breachKey(const Model& model, const Sentence& sentence, const std::string& duty);

/// What can follow from a breach of it.
std::string breachTold(Model& model, const Sentence& sentence, const std::string& indent) {
  const graph::Norm& norm = model.graph.norms[sentence.node.index];
  const std::string lid = lidOf(model.graph, norm.where), duty = literal(lid + " " + norm.name),
                    own = record(model, sentence);
  const auto all = instancesOf(model, sentence);
  std::string about,
      bearer = norm.bearer.slot ? all.at(*norm.bearer.slot)->name + ".partij" : partyCode(norm.bearer.fixed);
  if (norm.bearer.slot && norm.bearer.other) bearer = "andere(" + bearer + ")";
  if (norm.bearer.expression) {
    Scope scope = scopeOf(model, sentence);
    scope.contract.clear();
    bearer = "naam(" + Expressions(model).actor(norm.bearer, scope).code + ")";
  }
  for (const EntityUse* entity : all)
    if (!entity->hidden) about += (about.empty() ? "" : ", ") + entity->name + ".sleutel";
  return indent + "if (is_te_melden(" + own + "))\n" + indent + "  meld_schending(" + own + ", {" +
         number(sentence.node.index) + ", " + (sentence.over ? "i" : "0") + ", " +
         (sentence.beside ? all[1]->name + ".plaats" : "0") + ", nu_, " + literal(lid) + ", " + duty + ", " +
         breachKey(model, sentence, duty) + ", " + bearer + ", {" + about + "}, false});\n";
}

/// A duty: what reads its last day, and what reads that it was breached; what follows from that.
std::string dutySteps(Model& model, const Sentence& sentence, const std::string& indent) {
  const std::string own = record(model, sentence);
  const bool pays = model.graph.ledger.payment == graph::NormId{sentence.node.index} && model.has(NodeKind::ledger, 0);
  std::string after =
      marks(readersOf(model, Read::What::deadline, sentence.node.index), indent + "  ", sentence.over.has_value());
  if (pays && sentence.over)
    after +=
        indent + "  boek_.stel_uiterlijk(" + model.entityOf(*sentence.over)->name + ".post, " + own + ".uiterlijk);\n";
  const std::string moves = "beweeg(" + own + ", zin, v)";
  std::string text =
      after.empty() ? indent + moves + ";\n" : indent + "if (" + moves + ") {\n" + after + indent + "}\n";
  const auto readers = readersOf(model, Read::What::breach, sentence.node.index);
  if (!readers.empty())
    text = indent + "const auto was = " + own + ".stand();\n" + text + indent + "if (was != " + own + ".stand()) {\n" +
           marks(readers, indent + "  ", sentence.over.has_value()) + indent + "}\n";
  const bool derives =
      std::any_of(model.graph.derivations.begin(), model.graph.derivations.end(),
                  [&](const auto& derivation) { return model.derives(derivation, sentence.node.index); });
  return derives ? text + breachTold(model, sentence, indent) : text;
}

/// The key of a breach is that of its duty's instances, but for its bearer.
std::string breachKey(const Model& model, const Sentence& sentence, const std::string& duty) {
  const graph::Norm& norm = model.graph.norms[sentence.node.index];
  const auto all = isPerOccurrence(norm) ? std::vector<const EntityUse*>{} : instancesOf(model, sentence);
  std::vector<std::string> keys;
  for (graph::Slot slot = 0; slot < all.size(); ++slot)
    if (norm.bearer.slot != slot) keys.push_back(all[slot]->name + ".sleutel");
  return keys.empty() ? duty : keys.size() == 1 ? keys[0] : "bewaar_sleutel(" + keys[0] + ", " + keys[1] + ")";
}

/// Interest opens and closes an account, other amounts are posted.
std::string amountSteps(const Model& model, const Sentence& sentence, const std::string& indent) {
  const graph::Amount& amount = model.graph.amounts[sentence.node.index];
  const std::string own = record(model, sentence);
  if (amount.kind == graph::AmountKind::interest) {
    const std::string table = "tarieven_" + number(amount.table.index);
    return indent + "const Stap stap = beweeg(" + own + ", zin, v);\n" + indent +
           "if (stap == Stap::start) open_rekening(" + own + ", " + table + ", " +
           model.entityOf(*sentence.over)->name + ".post" + (amount.owed ? "" : ", false") + ");\n" + indent +
           "if (stap == Stap::stop) sluit_rekening(" + own + ");\n";
  }
  if (amount.kind == graph::AmountKind::followed)
    return indent + "const Stap stap = beweeg(" + own + ", zin, v);\n" + indent + "if (stap == Stap::start) {\n" +
           indent + "  begin_te_lopen(" + own + ");\n" + indent + "  " + own + ".loopt = true;\n" + indent + "}\n" +
           indent + "if (stap == Stap::stop) houd_op(" + own + ");\n";
  static constexpr const char* kinds[] = {"hoofdsom", "rente", "kosten", "boete", "schade", "voorschot"};
  const std::string key = sentence.over ? model.entityOf(*sentence.over)->name + ".sleutel" : "{}";
  const std::string post = "boek(" + own + ", zin.waarde(v), Soort::" + kinds[static_cast<std::size_t>(amount.post)] +
                           ", " + key + (amount.owed ? "" : ", false") + ");\n";
  if (amount.kind == graph::AmountKind::posted)
    return indent + "if (" + own + ".post == geen_post && beweeg(" + own + ", zin, v) == Stap::start) " + post;
  return indent + "const Stap stap = beweeg(" + own + ", zin, v);\n" + indent + "if (stap == Stap::start) " + post +
         indent + "if (stap == Stap::stop) houd_op(" + own + ");\n" + indent + growth(model, sentence) + ";\n";
}

/// What comes about when it is so, or while it is.
std::string effectStep(const Model& model, const Sentence& sentence, const std::string& moves) {
  const graph::Effect& effect = model.graph.effects[sentence.node.index];
  if (effect.kind == graph::EffectKind::accelerate)
    return "if (" + moves + ") versnellingen_.push_back(" + number(sentence.node.index) + ")";
  if (effect.kind == graph::EffectKind::endAgreement) return "if (" + moves + ") eindig_op(tik(), nu_)";
  const graph::PartyRef& whose = effect.allOf;
  std::string party = whose.fixed == graph::Party::none ? "geen_partij" : partyCode(whose.fixed);
  if (whose.slot) party = instancesOf(model, sentence).at(*whose.slot)->name + ".partij";
  if (whose.slot && whose.other) party = "andere(" + party + ")";
  return "volg_stilstand(zin, v, " + number(sentence.node.index) + ", " + party + (sentence.over ? ", i" : "") + ")";
}

std::string step(Model& model, const Sentence& sentence, const std::string& indent) {
  const std::string own = record(model, sentence);
  std::string text = indent + "Kijk v{nu_, slot_, &geheugen_, moment_};\n" + indent + "const " + sentence.type +
                     " zin" + made(model, sentence).substr(sentence.type.size()) + ";\n";
  const bool norm = sentence.node.kind == NodeKind::norm;
  const bool power = norm && graph::isPower(model.graph.norms[sentence.node.index].kind);
  const bool requires_ = norm && model.graph.norms[sentence.node.index].kind == graph::NormKind::requirement;
  const bool prohibits = norm && isProhibition(model.graph.norms[sentence.node.index]);
  const std::string moves = "beweeg(" + own + ", zin, v)";
  if (sentence.node.kind == NodeKind::right || requires_) {
    text += indent + moves + ";\n";
  } else if (sentence.node.kind == NodeKind::amount) {
    text += amountSteps(model, sentence, indent);
  } else if (sentence.node.kind == NodeKind::effect) {
    text += indent + effectStep(model, sentence, moves) + ";\n";
  } else if (sentence.node.kind == NodeKind::state) {
    const std::string after = afterState(model, sentence, indent + "  ");
    text += after.empty() ? indent + moves + ";\n" : indent + "if (" + moves + ") {\n" + after + indent + "}\n";
  } else if (power || prohibits) {
    const auto readers = readersOf(model, Read::What::norm, sentence.node.index);
    text += readers.empty()
                ? indent + moves + ";\n"
                : indent + "const bool was = " + own + ".ontstaan && !" + own + ".geeindigd;\n" + indent + moves +
                      ";\n" + indent + "if (was != (" + own + ".ontstaan && !" + own + ".geeindigd)) {\n" +
                      marks(readers, indent + "  ", sentence.over.has_value()) + indent + "}\n";
  } else {
    text += dutySteps(model, sentence, indent);
  }
  if (power)
    text += indent + "herzie_stilstand(" + own + ", zin" + (sentence.over ? ", i" : "") +
            (sentence.beside ? ", " + instancesOf(model, sentence)[1]->name + ".plaats" : "") + ");\n";
  return text + indent + "wek(" + own + ".gewekt, v.wek, " + number(sentence.number) + ", " +
         (sentence.over ? "i" : "0") + ");\n";
}

}  // namespace

std::string turn(Model& model, const Sentence& sentence) {
  const auto all = instancesOf(model, sentence);
  constexpr std::size_t mark = std::string_view("  ///< ").size();
  std::string text = "  /// " + remark(model, sentence).substr(mark) + "\n  void " + turnName(sentence) + "() {\n";
  if (all.empty()) return text + step(model, sentence, "    ") + "  }\n";
  text += "    beurten_[" + number(sentence.number) + "].elk(" + all[0]->list + ", [&](" + all[0]->type + "& " +
          all[0]->name + ", std::uint32_t i) {\n";
  if (all.size() == 1) return text + step(model, sentence, "      ") + "    });\n  }\n";
  return text + "      for (" + all[1]->type + "& " + all[1]->name + " : " + all[1]->list + ") {\n" +
         step(model, sentence, "        ") + "      }\n    });\n  }\n";
}

}  // namespace beding::generate
