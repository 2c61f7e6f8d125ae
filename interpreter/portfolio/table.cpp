#include "portfolio/table.h"

#include <algorithm>
#include <initializer_list>

#include "explain/names.h"

namespace beding {

namespace {

std::string cell(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char letter : text) quoted += letter == '"' ? std::string("\"\"") : std::string(1, letter);
  return quoted + "\"";
}

std::string lineOf(std::initializer_list<std::string> cells) {
  std::string line;
  for (const std::string& each : cells) line += cell(each) + ",";
  line.back() = '\n';
  return line;
}

std::string day(const std::optional<Moment>& moment) { return moment ? isoText(*moment) : std::string(); }
std::string euros(const std::optional<Money>& money) { return money ? decimalText(*money) : std::string(); }
std::string truth(const std::optional<bool>& value) { return !value ? "" : *value ? "ja" : "nee"; }
std::string count(std::size_t number) { return number > 0 ? std::to_string(number) : std::string(); }

std::size_t questionsOf(const Evaluation& evaluation, const Outcome& outcome) {
  const std::string name = outcome.lid + (outcome.name.empty() ? "" : " " + outcome.name);
  return static_cast<std::size_t>(std::ranges::count_if(evaluation.questions, [&](const Question& question) {
    return std::ranges::find(question.neededFor, name) != question.neededFor.end();
  }));
}

}  // namespace

std::string tableHeading() {
  return "overeenkomst,lid,naam,soort,sleutel,status,drager,jegens,vanaf,uiterlijk,tot,sinds,bedrag,open,"
         "waarde,reden,in_rekening,uiterlijk_laatst,overtredingen,vragen,peildatum\n";
}

std::string tableLines(const Evaluation& evaluation, const std::string& contract, bool all) {
  std::string text;
  const std::string asOf = isoText(evaluation.asOf);
  for (const Outcome& outcome : evaluation.outcomes) {
    if (outcome.dormant && !all) continue;
    text += lineOf({contract,
                    outcome.lid,
                    outcome.name,
                    std::string(kindName(outcome.kind)),
                    outcome.key,
                    outcome.status,
                    outcome.bearer,
                    outcome.counterparty,
                    day(outcome.from),
                    day(outcome.deadline),
                    day(outcome.to),
                    day(outcome.since),
                    euros(outcome.amount),
                    euros(outcome.open),
                    outcome.value,
                    outcome.reason,
                    truth(outcome.charged),
                    day(outcome.latestDeadline),
                    count(outcome.violations.size()),
                    count(questionsOf(evaluation, outcome)),
                    asOf});
  }
  return text;
}

}  // namespace beding
