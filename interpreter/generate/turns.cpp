#include "generate/turns.h"

#include "generate/sentences.h"
#include "generate/structs.h"
#include "graph/opposition.h"

namespace beding::generate {

using graph::NodeKind;

namespace {

std::string number(std::size_t index) { return std::to_string(index); }

}  // namespace

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

std::string afterNorm(const Model& model, const Sentence& sentence, const std::string& indent) {
  return marks(readersOf(model, Read::What::deadline, sentence.node.index), indent, sentence.over.has_value());
}

/// Interest opens and closes an account, other amounts are posted.
std::string amountSteps(const Model& model, const Sentence& sentence, const std::string& indent) {
  const graph::Amount& amount = model.graph.amounts[sentence.node.index];
  const std::string own = record(model, sentence);
  if (amount.kind == graph::AmountKind::interest) {
    const std::string table = "tarieven_" + number(amount.table.index);
    return indent + "const Stap stap = beweeg(" + own + ", zin, v);\n" + indent +
           "if (stap == Stap::start) open_rekening(" + own + ", " + table + ", " +
           model.entityOf(*sentence.over)->name + ".post);\n" + indent + "if (stap == Stap::stop) sluit_rekening(" +
           own + ");\n";
  }
  static constexpr const char* kinds[] = {"hoofdsom", "rente", "kosten", "boete", "schade", "schade"};
  const std::string key = sentence.over ? model.entityOf(*sentence.over)->name + ".sleutel" : "{}";
  return indent + "if (beweeg(" + own + ", zin, v) == Stap::start) boek(" + own +
         ", zin.waarde(v), Soort::" + kinds[static_cast<std::size_t>(amount.post)] + ", " + key + ");\n";
}

std::string step(const Model& model, const Sentence& sentence, const std::string& indent) {
  const std::string own = record(model, sentence);
  std::string text = indent + "Kijk v{nu_, slot_, &geheugen_};\n" + indent + "const " + sentence.type + " zin" +
                     made(model, sentence).substr(sentence.type.size()) + ";\n";
  const bool prohibition = sentence.node.kind == NodeKind::norm &&
                           model.graph.norms[sentence.node.index].kind == graph::NormKind::prohibition;
  if (sentence.node.kind == NodeKind::right || prohibition) {
    text += indent + "beweeg(" + own + ", zin, v);\n";
  } else if (sentence.node.kind == NodeKind::amount) {
    text += amountSteps(model, sentence, indent);
  } else {
    const std::string after = sentence.node.kind == NodeKind::state ? afterState(model, sentence, indent + "  ")
                                                                    : afterNorm(model, sentence, indent + "  ");
    text += after.empty() ? indent + "beweeg(" + own + ", zin, v);\n"
                          : indent + "if (beweeg(" + own + ", zin, v)) {\n" + after + indent + "}\n";
  }
  if (sentence.node.kind == NodeKind::norm && graph::isPower(model.graph.norms[sentence.node.index].kind))
    text += indent + "herzie_stilstand(zin);\n";
  return text + indent + "wek(" + own + ".gewekt, v.wek, " + number(sentence.number) + ", " +
         (sentence.over ? "i" : "0") + ");\n";
}

}  // namespace

std::string turn(const Model& model, const Sentence& sentence) {
  const EntityUse* entity = sentence.over ? model.entityOf(*sentence.over) : nullptr;
  std::string text =
      "      case " + number(sentence.number) + ": {" + remark(model, sentence).replace(2, 4, "// ") + "\n";
  if (entity == nullptr) return text + step(model, sentence, "        ") + "        break;\n      }\n";
  text += "        beurten_[" + number(sentence.number) + "].elk(" + entity->list + ", [&](" + entity->type + "& " +
          entity->name + ", std::uint32_t i) {\n";
  const auto all = instancesOf(model, sentence);
  if (all.size() == 1) return text + step(model, sentence, "          ") + "        });\n        break;\n      }\n";
  return text + "          for (" + all[1]->type + "& " + all[1]->name + " : " + all[1]->list + ") {\n" +
         step(model, sentence, "            ") + "          }\n        });\n        break;\n      }\n";
}

}  // namespace beding::generate
