#include "cli/steps.h"

#include <algorithm>
#include <array>

#include "generate/generate.h"
#include "graph/print.h"
#include "parser/parser.h"
#include "syntax/print.h"

namespace beding::cli {
namespace {

std::string words(const Workspace& workspace, FileIndex file) {
  Diagnostics reportedByParser;
  return dumpTokens(workspace.sources(), file, reportedByParser);
}

std::string tree(const Workspace& workspace, FileIndex file) { return syntax::treeText(workspace.parsed(file).tree); }

std::string_view kindOf(names::PhraseKind kind) {
  switch (kind) {
    case names::PhraseKind::event:
      return "gebeurtenis";
    case names::PhraseKind::act:
      return "handeling";
    case names::PhraseKind::state:
      return "toestand";
    case names::PhraseKind::judgement:
      return "open norm";
    case names::PhraseKind::valid:
    case names::PhraseKind::settled:
    case names::PhraseKind::allSettled:
    case names::PhraseKind::inForce:
      return "ingebouwd";
  }
  return "";
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

/// The vocabulary, in alphabetical order: kind and spelling.
std::string vocabulary(const Compiled& compiled) {
  std::vector<std::string> lines;
  for (const names::Phrase& each : compiled.vocabulary.phrases) {
    if (each.kind == names::PhraseKind::valid) continue;  // every zaak has it
    lines.push_back(std::string(kindOf(each.kind)) + ": " + each.spelled);
  }
  for (const names::Noun& each : compiled.vocabulary.nouns) lines.push_back("zaak: " + joined(each.words));
  for (const names::ValueNoun& each : compiled.vocabulary.values) lines.push_back("waarde: " + joined(each.words));
  for (const names::FormWord& each : compiled.vocabulary.forms) lines.push_back("vorm: " + joined(each.words));
  std::sort(lines.begin(), lines.end());
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

std::string ruleGraph(const Compiled& compiled) { return graph::dumpText(compiled.graph); }

/// Without the fixed part, which is the same for every document; or what stands in the way.
std::string generatedCpp(const Compiled& compiled) {
  const generate::Generated generated = generate::toCpp(compiled.graph, {}, "");
  std::string text = generated.agreement;
  for (const generate::Obstacle& obstacle : generated.obstacles)
    text += "// " + obstacle.lid + ": " + obstacle.what.dutch + "\n";
  return text;
}

constexpr std::array steps = {
    Step{"woorden", words, nullptr},
    Step{"boom", tree, nullptr},
    Step{"namen", nullptr, vocabulary},
    Step{"graaf", nullptr, ruleGraph},
    Step{"cpp", nullptr, generatedCpp},
};

}  // namespace

const Step* findStep(std::string_view name) {
  const auto step = std::find_if(steps.begin(), steps.end(), [&](const Step& each) { return each.name == name; });
  return step == steps.end() ? nullptr : &*step;
}

std::string stepNames() {
  std::string text;
  for (const Step& step : steps) text += (text.empty() ? "" : ", ") + std::string(step.name);
  return text;
}

}  // namespace beding::cli
