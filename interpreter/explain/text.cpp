#include "explain/text.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "explain/names.h"
#include "explain/spoken.h"

namespace beding {
namespace {

// --------------------------------------------------------------------------------------------------------- colours

constexpr std::string_view red = "31";
constexpr std::string_view green = "32";
constexpr std::string_view yellow = "33";
constexpr std::string_view bold = "1";
constexpr std::string_view faint = "2";

std::string painted(std::string_view text, std::string_view style, const TextOptions& options) {
  if (!options.colour || style.empty() || text.empty()) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", style, text);
}

bool isOneOf(std::string_view text, std::initializer_list<std::string_view> all) {
  return std::find(all.begin(), all.end(), text) != all.end();
}

std::string_view styleOf(std::string_view status) {
  if (isOneOf(status, {"geschonden", "overtreden", "ongeldig"})) return red;
  if (isOneOf(status, {"te-laat-nagekomen", "open", "onbekend", "verschuldigd", "opgeschort"})) return yellow;
  return isOneOf(status, {"nagekomen", "geldig", "voldaan", "beschikbaar", "ja", "bestaat"}) ? green
                                                                                             : std::string_view();
}

// ---------------------------------------------------------------------------------------------------------- words

std::string lidOf(const Outcome& outcome) {
  const std::size_t colon = outcome.lid.find(':');
  return colon == std::string::npos ? outcome.lid : outcome.lid.substr(colon + 1);
}

std::string parties(const Outcome& outcome) {
  if (outcome.counterparty.empty()) return outcome.bearer;
  return outcome.bearer.empty() ? outcome.counterparty : outcome.bearer + " → " + outcome.counterparty;
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  return fmt::format("{}", fmt::join(parts, separator));
}

/// Amounts, days and reasons of an outcome, in one phrase.
class Details {
 public:
  Details(const Outcome& outcome, Language language) : outcome_(outcome), language_(language) {
    addMoney();
    add(outcome.latestDeadline ? Phrasing("op zijn vroegst uiterlijk", "at the earliest by")
                               : Phrasing("uiterlijk", "by"),
        outcome.deadline);
    add({"op zijn laatst", "at the latest by"}, outcome.latestDeadline);
    add({"vanaf", "from"}, outcome.from);
    add({"tot en met", "up to and including"}, outcome.to);
    add({"sinds", "since"}, outcome.since);
    if (!outcome.value.empty()) parts_.push_back(outcome.value);
    if (!outcome.reason.empty()) parts_.push_back(outcome.reason);
    for (const Violation& violation : outcome.violations) addViolation(violation);
  }

  [[nodiscard]] std::string text() const { return joined(parts_, ", "); }

 private:
  void add(const Phrasing& word, const std::optional<Moment>& moment) {
    if (moment) parts_.push_back(fmt::format("{} {}", word.in(language_), wordingOf(*moment).in(language_)));
  }

  void addMoney() {
    if (outcome_.amount) parts_.push_back(dutchText(*outcome_.amount));
    if (outcome_.open && outcome_.open != outcome_.amount) parts_.push_back("open " + dutchText(*outcome_.open));
    if (outcome_.charged && !*outcome_.charged)
      parts_.emplace_back(Phrasing("niet in rekening gebracht", "not charged").in(language_));
  }

  void addViolation(const Violation& violation) {
    const std::vector<Wording> from = {violation.event, wordingOf(violation.from)};
    std::string text = worded({"overtreding {0} vanaf {1}", "violation {0} from {1}"}, from).in(language_);
    if (violation.to) text += worded({" tot {0}", " to {0}"}, {wordingOf(*violation.to)}).in(language_);
    parts_.push_back(std::move(text));
  }

  const Outcome& outcome_;
  Language language_;
  std::vector<std::string> parts_;
};

// ---------------------------------------------------------------------------------------------------------- table

using Row = std::array<std::string, 5>;  // lid and name, key, parties, status, details

Row rowOf(const Outcome& outcome, Language language) {
  return {lidOf(outcome) + " " + outcome.name, outcome.key, parties(outcome), spoken(outcome.status, language),
          Details(outcome, language).text()};
}

std::array<std::size_t, 5> widths(const std::vector<Row>& rows) {
  std::array<std::size_t, 5> result{};
  for (const Row& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) result[i] = std::max(result[i], characters(row[i]));
  return result;
}

std::string line(const Row& row, const std::array<std::size_t, 5>& width, const TextOptions& options,
                 std::string_view style) {
  std::string result = "  ";
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (width[i] == 0) continue;
    const std::string cell = i + 1 == row.size() ? row[i] : padded(row[i], width[i]) + "  ";
    result += i == 3 ? painted(cell, style, options) : cell;
  }
  result.erase(result.find_last_not_of(' ') + 1);
  return result + "\n";
}

enum class Group : std::size_t { breached, due, owed, exercises, powers, forbidden, rights, states, done, properties };

constexpr std::array groupTitles = {
    Phrasing{"Geschonden of te laat", "Breached or late"},
    Phrasing{"Na te komen", "To be performed"},
    Phrasing{"Verschuldigd", "Owed"},
    Phrasing{"Uitoefeningen", "Exercises"},
    Phrasing{"Bevoegdheden", "Powers"},
    Phrasing{"Verboden", "Prohibitions"},
    Phrasing{"Rechten en aansprakelijkheid", "Rights and liability"},
    Phrasing{"Toestanden", "States"},
    Phrasing{"Nagekomen of vervallen", "Performed or lapsed"},
    Phrasing{"Eigenschappen", "Properties"},
};

Group obligationGroup(std::string_view status) {
  if (isOneOf(status, {"geschonden", "te-laat-nagekomen"})) return Group::breached;
  return isOneOf(status, {"open", "opgeschort", "onbekend", "slapend"}) ? Group::due : Group::done;
}

Group groupOf(const Outcome& outcome) {
  switch (outcome.kind) {
    case OutcomeKind::obligation:
      return obligationGroup(outcome.status);
    case OutcomeKind::prohibition:
      return outcome.status == "overtreden" ? Group::breached : Group::forbidden;
    case OutcomeKind::power:
      return Group::powers;
    case OutcomeKind::exercise:
      return Group::exercises;
    case OutcomeKind::amount:
      return Group::owed;
    case OutcomeKind::right:
    case OutcomeKind::indemnity:
    case OutcomeKind::limit:
      return Group::rights;
    case OutcomeKind::state:
    case OutcomeKind::presumption:
      return Group::states;
    case OutcomeKind::property:
      break;
  }
  return Group::properties;
}

std::string groupText(std::size_t group, const std::vector<const Outcome*>& outcomes, const TextOptions& options) {
  std::vector<Row> rows;
  rows.reserve(outcomes.size());
  for (const Outcome* outcome : outcomes) rows.push_back(rowOf(*outcome, options.language));
  std::string result = painted(groupTitles[group].in(options.language), bold, options) + "\n";
  for (std::size_t i = 0; i < rows.size(); ++i)
    result += line(rows[i], widths(rows), options, styleOf(outcomes[i]->status));
  return result + "\n";
}

std::string tableText(const Evaluation& evaluation, const TextOptions& options) {
  std::array<std::vector<const Outcome*>, groupTitles.size()> groups;
  for (const Outcome& outcome : evaluation.outcomes)
    if (options.all || !outcome.dormant) groups[static_cast<std::size_t>(groupOf(outcome))].push_back(&outcome);
  std::string result;
  for (std::size_t i = 0; i < groups.size(); ++i)
    if (!groups[i].empty()) result += groupText(i, groups[i], options);
  if (!result.empty()) return result;
  return std::string(Phrasing("Er zijn geen uitkomsten.", "There are no outcomes.").in(options.language)) + "\n\n";
}

std::string questionText(const Question& question, const TextOptions& options) {
  std::string result = fmt::format("  {}  {}\n", question.id, question.text);
  if (!question.subjects.empty())
    result +=
        fmt::format("      {}: {}\n", Phrasing("over", "about").in(options.language), joined(question.subjects, ", "));
  if (!question.neededFor.empty())
    result += painted(fmt::format("      {}: {}\n", Phrasing("nodig voor", "needed for").in(options.language),
                                  joined(question.neededFor, ", ")),
                      faint, options);
  return result;
}

std::string listText(const Phrasing& title, const std::vector<Wording>& texts, const TextOptions& options) {
  if (texts.empty()) return {};
  std::string result = painted(title.in(options.language), bold, options) + "\n";
  for (const Wording& text : texts) result += "  " + text.in(options.language) + "\n";
  return result + "\n";
}

std::string questionsText(const Evaluation& evaluation, const TextOptions& options) {
  if (evaluation.questions.empty()) return {};
  std::string result = painted(Phrasing("Vragen", "Questions").in(options.language), bold, options) + "\n";
  for (const Question& question : evaluation.questions) result += questionText(question, options);
  return result + "\n";
}

// ----------------------------------------------------------------------------------------------------------- tree

std::string placeOf(const Reason& reason, const TextOptions& options) {
  std::vector<std::string> parts;
  if (!reason.lid.empty()) parts.push_back(reason.lid);
  if (!reason.source.empty()) parts.push_back(reason.source);
  return parts.empty() ? std::string() : painted("  [" + joined(parts, ", ") + "]", faint, options);
}

/// The branches below a reason; depth is bounded by the tree that was recorded.
void addBranches(const std::vector<Reason>& reasons, const std::string& indent, const TextOptions& options,
                 std::string& out) {
  for (std::size_t i = 0; i < reasons.size(); ++i) {
    const bool last = i + 1 == reasons.size();
    out += indent + (last ? "└─ " : "├─ ") + reasons[i].text + placeOf(reasons[i], options) + "\n";
    addBranches(reasons[i].because, indent + (last ? "   " : "│  "), options, out);
  }
}

std::string segmentLine(const InterestSegment& segment) {
  const std::string unconfirmed = segment.confirmed ? "" : " (percentage niet bevestigd)";
  const auto days = segment.to - segment.from + 1;
  return fmt::format("{} × {} × {} {} / 365 = {}, van {} tot en met {}{}", dutchText(segment.base),
                     dutchPercentage(segment.rate), days, days == 1 ? "dag" : "dagen", dutchText(segment.amount),
                     dutchText(momentOf(segment.from)), dutchText(momentOf(segment.to)), unconfirmed);
}

/// The reason; the arithmetic of interest below it when nothing was recorded, for then only the segments are known.
Reason withSegments(const Outcome& outcome) {
  Reason root = outcome.why;
  if (!root.because.empty()) return root;
  for (const InterestSegment& segment : outcome.segments) root.because.push_back({segmentLine(segment), {}, {}, {}});
  return root;
}

}  // namespace

std::string outcomeHead(const Outcome& outcome) {
  std::string result = lidOf(outcome) + " " + outcome.name;
  if (!outcome.key.empty()) result += " " + outcome.key;
  if (!parties(outcome).empty()) result += ", " + parties(outcome);
  return result;
}

std::string outcomeState(const Outcome& outcome, Language language) {
  const std::string status = spoken(outcome.status.empty() ? kindName(outcome.kind) : outcome.status, language);
  const std::string rest = Details(outcome, language).text();
  return rest.empty() ? status : status + ", " + rest;
}

std::string outcomeLine(const Outcome& outcome, Language language) {
  return outcomeHead(outcome) + ": " + outcomeState(outcome, language);
}

std::string outcomesText(const Evaluation& evaluation, const TextOptions& options) {
  const Wording title =
      worded({"{0} op {1}", "{0} on {1}"}, {evaluation.document, wordingOf(momentOf(evaluation.asOf))});
  std::string result = painted(title.in(options.language), bold, options) + "\n\n";
  result += tableText(evaluation, options);
  result += questionsText(evaluation, options);
  result += listText({"Aannamen", "Assumptions"}, evaluation.assumptions, options);
  result += listText({"Waarschuwingen", "Warnings"}, evaluation.warnings, options);
  result.pop_back();
  return result;
}

std::string whyText(const Outcome& outcome, const TextOptions& options) {
  const Reason root = withSegments(outcome);
  std::string result = painted(outcomeLine(outcome, options.language), bold, options) + "\n";
  if (!root.text.empty()) result += root.text + placeOf(root, options) + "\n";
  addBranches(root.because, "", options, result);
  return result;
}

}  // namespace beding
