// beding lezingen DOC TIJDLIJN
#include <deque>

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "cli/commands.h"
#include "explain/compare.h"
#include "explain/json.h"
#include "explain/text.h"

namespace beding::cli {
namespace {

/// One issue, its readings, and the outcomes under each of them; the chosen reading comes first.
struct IssueDifferences {
  std::string id;  ///< "6.6/jaar"
  std::vector<std::string> readings;
  std::vector<OutcomeRow> rows;
};

class Comparison {
 public:
  Comparison(const Compiled& document, const Prepared& prepared) : document_(document), prepared_(prepared) {
    chosen_ = &evaluated(prepared.options.readings);
    for (const graph::Issue& issue : document.graph.issues) compare(issue);
  }

  [[nodiscard]] const Evaluation& chosen() const { return *chosen_; }
  [[nodiscard]] const std::vector<IssueDifferences>& issues() const { return issues_; }

 private:
  const Evaluation& evaluated(std::map<std::string, std::string> readings) {
    EvaluationOptions options = prepared_.options;
    options.readings = std::move(readings);
    return evaluations_.emplace_back(evaluate(document_.graph, prepared_.timeline, options));
  }

  /// Varies one issue; the others stay as they were chosen.
  void compare(const graph::Issue& issue) {
    IssueDifferences found{issue.where.lid + "/" + issue.name, {}, {}};
    const auto choice = prepared_.options.readings.find(found.id);
    const std::string standard =
        choice == prepared_.options.readings.end() ? issue.readings[issue.standard] : choice->second;
    found.readings = {standard};
    std::vector<const Evaluation*> evaluations = {chosen_};
    for (const std::string& reading : issue.readings) {
      if (reading == standard) continue;
      auto readings = prepared_.options.readings;
      readings[found.id] = reading;
      found.readings.push_back(reading);
      evaluations.push_back(&evaluated(std::move(readings)));
    }
    found.rows = differences(evaluations);
    std::erase_if(found.rows, isProperty);  // it only says which reading this is
    issues_.push_back(std::move(found));
  }

  static bool isProperty(const OutcomeRow& row) { return row.any().kind == OutcomeKind::property; }

  const Compiled& document_;
  const Prepared& prepared_;
  std::deque<Evaluation> evaluations_;  // rows point into these
  const Evaluation* chosen_ = nullptr;
  std::vector<IssueDifferences> issues_;
};

std::string stateOf(const Outcome* outcome, Language language) {
  return outcome == nullptr ? std::string(notThere.in(language)) : outcomeState(*outcome, language);
}

std::string rowText(const IssueDifferences& issue, const OutcomeRow& row, Language language) {
  std::size_t width = 0;
  for (const std::string& reading : issue.readings) width = std::max(width, characters(reading));
  std::string text = "  " + outcomeHead(row.any()) + "\n";
  for (std::size_t at = 0; at < issue.readings.size(); ++at) {
    text += "    " + padded(issue.readings[at], width) + "  " + stateOf(row.outcomes[at], language) + "\n";
  }
  return text;
}

std::string asText(const Comparison& comparison, const Context& context) {
  const Evaluation& chosen = comparison.chosen();
  const Wording day = wordingOf(momentOf(chosen.asOf));
  std::string text = context.said({"{0} op {1}\n\n", "{0} on {1}\n\n"}, {chosen.document, day});
  std::string same;
  for (const IssueDifferences& issue : comparison.issues()) {
    if (issue.rows.empty()) same += (same.empty() ? "" : ", ") + issue.id;
    if (issue.rows.empty()) continue;
    text += context.said({"{0} (gekozen: {1})\n", "{0} (chosen: {1})\n"}, {issue.id, issue.readings.front()});
    for (const OutcomeRow& row : issue.rows) text += rowText(issue, row, context.language);
    text += "\n";
  }
  if (comparison.issues().empty())
    return text + context.said({"dit document heeft geen kwesties\n", "this document has no kwesties\n"});
  if (same.empty()) return text + context.said({"elke kwestie maakt verschil\n", "every kwestie makes a difference\n"});
  return text + context.said({"zonder verschil: {0}\n", "without difference: {0}\n"}, {same});
}

using Json = nlohmann::ordered_json;

Json rowJson(const IssueDifferences& issue, const OutcomeRow& row) {
  Json readings = Json::object();
  for (std::size_t at = 0; at < issue.readings.size(); ++at) {
    const Outcome* outcome = row.outcomes[at];
    readings[issue.readings[at]] = outcome == nullptr ? Json(nullptr) : Json::parse(outcomeJson(*outcome));
  }
  const Outcome& any = row.any();
  return {{"lid", any.lid}, {"naam", any.name}, {"sleutel", any.key}, {"drager", any.bearer}, {"lezingen", readings}};
}

std::string asJson(const Comparison& comparison) {
  const Evaluation& chosen = comparison.chosen();
  Json json = {{"versie", jsonVersion},
               {"document", chosen.document},
               {"peildatum", isoText(chosen.asOf)},
               {"kwesties", Json::array()}};
  for (const IssueDifferences& issue : comparison.issues()) {
    Json rows = Json::array();
    for (const OutcomeRow& row : issue.rows) rows.push_back(rowJson(issue, row));
    json["kwesties"].push_back({{"kwestie", chosen.document + ":" + issue.id},
                                {"gekozen", issue.readings.front()},
                                {"lezingen", issue.readings},
                                {"verschillen", rows}});
  }
  return json.dump(1) + "\n";
}

void readingsCommand(const EvaluationArguments& arguments, Context& context) {
  Workspace workspace(Scenarios::passedOver);
  const Compiled* document = runnable(workspace, arguments.document, context);
  if (document == nullptr) return;
  const auto ready = prepared(*document, arguments, context);
  if (!ready) return;
  const Comparison comparison(*document, *ready);
  context.out << (arguments.json ? asJson(comparison) : asText(comparison, context));
}

}  // namespace

void addReadings(CLI::App& app, Context& context) {
  CLI::App* command = addCommand(app, context, "lezingen",
                                 {"de uitkomsten die verschillen tussen de lezingen van elke kwestie",
                                  "the outcomes that differ between the readings of each kwestie"},
                                 "beding lezingen vandeez dossier.jsonl --peildatum 2025-03-31");
  const auto arguments = std::make_shared<EvaluationArguments>();
  addEvaluationArguments(*command, context, *arguments);
  command->callback([arguments, &context] { readingsCommand(*arguments, context); });
}

}  // namespace beding::cli
