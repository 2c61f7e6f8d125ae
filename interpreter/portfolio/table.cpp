#include "portfolio/table.h"

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

}  // namespace

std::string tableHeading() {
  return "overeenkomst,lid,naam,soort,sleutel,status,drager,jegens,vanaf,uiterlijk,tot,sinds,bedrag,open\n";
}

std::string tableLines(const Evaluation& evaluation, const std::string& contract, bool all) {
  std::string text;
  for (const Outcome& outcome : evaluation.outcomes) {
    if (outcome.dormant && !all) continue;
    text += lineOf({contract, outcome.lid, outcome.name, std::string(kindName(outcome.kind)), outcome.key,
                    outcome.value.empty() ? outcome.status : outcome.value, outcome.bearer, outcome.counterparty,
                    day(outcome.from), day(outcome.deadline), day(outcome.to), day(outcome.since),
                    euros(outcome.amount), euros(outcome.open)});
  }
  return text;
}

}  // namespace beding
