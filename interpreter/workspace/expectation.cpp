#include "workspace/expectation.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"
#include "diagnostics/registry_scenario.h"
#include "explain/names.h"
#include "explain/select.h"
#include "explain/text.h"
#include "workspace/items.h"

namespace beding {
namespace {

using syntax::ItemKind;

const std::vector<std::string> fieldNames = {"vanaf", "uiterlijk laatst", "uiterlijk", "tot",   "sinds", "bedrag",
                                             "open",  "in rekening",      "waarde",    "reden", "soort", "jegens"};

constexpr std::array notLive = {"slapend", "niet-beschikbaar", "geldt-niet", "nee", "niet-van-toepassing"};

bool isStatusVerb(const syntax::Item& item) { return item.key == "is" || item.key == "geldt" || item.key == "bestaat"; }

std::string hyphened(std::string text) {
  std::replace(text.begin(), text.end(), ' ', '-');
  return text;
}

/// Where the first item for which `test` holds stands, or the end.
template <class Test>
std::size_t place(const SyntaxItems& items, std::size_t from, Test test) {
  while (from < items.size() && !test(items[from])) ++from;
  return from;
}

/// The words after `voor`: keys joined by "/"; `en` between them says nothing.
std::string keyText(const SyntaxItems& items, std::size_t begin, std::size_t end) {
  std::string key;
  for (std::size_t at = begin; at < end; ++at) {
    if (items[at].key == "en" || items[at].key == "/") continue;
    key += (key.empty() ? "" : "/") + timelineText(items[at]);
  }
  return key;
}

/// Reads the first part: LID [NAME] [voor KEY] [door BEARER] is STATUS.
class HeadReader {
 public:
  HeadReader(const SyntaxItems& items, std::string_view document) : items_(items), document_(document) {}

  Expected read() {
    Expected expected;
    verb_ = place(items_, 0, isStatusVerb);
    const std::size_t forWord = before(verb_, "voor");
    const std::size_t byWord = before(verb_, "door");
    const std::size_t nameEnd = std::min({verb_, forWord, byWord});
    if (hasLid()) expected.lid = completeLid(items_.front().text);
    expected.name = nameEnd > 1 ? keysOf(items_, 1, nameEnd) : "";
    if (forWord < verb_) expected.key = keyText(items_, forWord + 1, byWord > forWord ? byWord : verb_);
    if (byWord < verb_) expected.bearer = textOf(items_, byWord + 1, forWord > byWord ? forWord : verb_);
    readStatus(expected);
    return expected;
  }

  [[nodiscard]] bool hasLid() const {
    return !items_.empty() && (isValue(items_.front()) || items_.front().key == "aanhef");
  }
  [[nodiscard]] bool hasStatus() const { return verb_ < items_.size(); }

 private:
  [[nodiscard]] std::size_t before(std::size_t end, std::string_view key) const {
    return std::min(end, place(items_, 0, [&](const syntax::Item& item) { return item.key == key; }));
  }

  [[nodiscard]] std::string completeLid(const std::string& lid) const {
    return lid.find(':') == std::string::npos ? std::string(document_) + ":" + lid : lid;
  }

  /// `23.1 toepasselijk recht is "Nederlands recht"`: a property has a value and no status. Yes and no are statuses.
  [[nodiscard]] bool isSingleValue(std::size_t begin) const {
    return begin + 1 == items_.size() && isValue(items_[begin]) && items_[begin].type != Type::truth;
  }

  void readStatus(Expected& expected) const {
    if (!hasStatus()) return;
    const std::size_t begin = items_[verb_].key == "is" ? verb_ + 1 : verb_;
    if (isSingleValue(begin)) {
      expected.fields.push_back({"waarde", items_[begin].value, textOf(items_, begin, items_.size())});
      return;
    }
    const std::string status = fold(textOf(items_, begin, items_.size()));
    expected.absent = status == "er niet";
    if (!expected.absent) expected.status = hyphened(status);
  }

  const SyntaxItems& items_;
  std::string_view document_;
  std::size_t verb_ = 0;
};

Span spanOf(const SyntaxItems& items) { return cover(items.front().span, items.back().span); }

void readField(const SyntaxItems& items, Expected& expected, Diagnostics& diagnostics) {
  for (const std::string& name : fieldNames) {
    std::size_t count = 0;
    while (count < items.size() && keysOf(items, 0, count) != name) ++count;
    if (count == items.size()) continue;
    ExpectedField field{name, {}, {}};
    std::replace(field.name.begin(), field.name.end(), ' ', '_');
    if (count + 1 == items.size()) field.value = items[count].value;
    field.text = textOf(items, count, items.size());
    expected.fields.push_back(std::move(field));
    return;
  }
  const std::string written = items.empty() ? "" : items.front().text;
  diagnostics.report(diagnostics::unknownField, spanOf(items), {written}).suggestions = nearest(written, fieldNames);
}

bool sameMoment(const std::optional<Moment>& actual, const ExpectedField& field) {
  const auto* wanted = std::get_if<Moment>(&field.value);
  if (!actual || !wanted) return false;
  return wanted->instant ? actual->instant == wanted->instant : actual->day == wanted->day;
}

bool sameMoney(const std::optional<Money>& actual, const ExpectedField& field) {
  const auto* wanted = std::get_if<Money>(&field.value);
  return actual && wanted && roundedToCents(*actual) == roundedToCents(*wanted);
}

/// A value is shown as Dutch or as a timeline writes it; either may be expected.
bool sameText(const std::string& actual, const ExpectedField& field) {
  if (fold(actual) == fold(field.text)) return true;
  if (const auto* money = std::get_if<Money>(&field.value)) {
    return actual == dutchText(*money) || actual == decimalText(*money);
  }
  if (const auto* moment = std::get_if<Moment>(&field.value)) return actual == dutchText(*moment);
  if (const auto* number = std::get_if<Number>(&field.value)) {
    return actual == dutchText(*number) || actual == dutchPercentage(*number);
  }
  return false;
}

bool agrees(const Outcome& outcome, const ExpectedField& field) {
  if (field.name == "vanaf") return sameMoment(outcome.from, field);
  if (field.name == "uiterlijk") return sameMoment(outcome.deadline, field);
  if (field.name == "uiterlijk_laatst") return sameMoment(outcome.latestDeadline, field);
  if (field.name == "tot") return sameMoment(outcome.to, field);
  if (field.name == "sinds") return sameMoment(outcome.since, field);
  if (field.name == "bedrag") return sameMoney(outcome.amount, field);
  if (field.name == "open") return sameMoney(outcome.open, field);
  if (field.name == "in_rekening") return outcome.charged && *outcome.charged == (field.text == "ja");
  if (field.name == "waarde") return sameText(outcome.value, field);
  if (field.name == "reden") return fold(outcome.reason).find(fold(field.text)) != std::string::npos;
  if (field.name == "soort") return kindName(outcome.kind) == fold(field.text);
  if (field.name == "jegens") return fold(outcome.counterparty) == fold(field.text);
  return false;
}

bool isAskedFor(const Expected& expected, const Outcome& outcome) {
  return lidCovers(expected.lid, outcome.lid) && (expected.name.empty() || fold(outcome.name) == expected.name) &&
         (expected.key.empty() || outcome.key == expected.key) &&
         (expected.bearer.empty() || fold(outcome.bearer) == fold(expected.bearer));
}

bool isAsExpected(const Expected& expected, const Outcome& outcome) {
  return (expected.status.empty() || outcome.status == expected.status) &&
         std::all_of(expected.fields.begin(), expected.fields.end(),
                     [&](const ExpectedField& field) { return agrees(outcome, field); });
}

}  // namespace

bool isLive(const Outcome& outcome) {
  return !outcome.dormant && std::find(notLive.begin(), notLive.end(), outcome.status) == notLive.end();
}

Expected expectedOf(const syntax::Expectation& expectation, std::string_view document, Diagnostics& diagnostics) {
  if (expectation.parts.empty() || expectation.parts.front().empty()) return {};
  HeadReader head(expectation.parts.front(), document);
  Expected expected = head.read();
  if (!head.hasLid()) diagnostics.report(diagnostics::expectedLid, spanOf(expectation.parts.front()));
  if (!head.hasStatus()) diagnostics.report(diagnostics::expectedStatus, spanOf(expectation.parts.front()));
  for (std::size_t part = 1; part < expectation.parts.size(); ++part) {
    if (!expectation.parts[part].empty()) readField(expectation.parts[part], expected, diagnostics);
  }
  return expected;
}

std::vector<const Outcome*> candidates(const Expected& expected, const Evaluation& evaluation) {
  std::vector<const Outcome*> found;
  for (const Outcome& outcome : evaluation.outcomes) {
    if (isAskedFor(expected, outcome)) found.push_back(&outcome);
  }
  return found;
}

bool holds(const Expected& expected, const Evaluation& evaluation) {
  const auto found = candidates(expected, evaluation);
  if (expected.absent) {
    return std::none_of(found.begin(), found.end(), [](const Outcome* outcome) { return isLive(*outcome); });
  }
  return std::any_of(found.begin(), found.end(),
                     [&](const Outcome* outcome) { return isAsExpected(expected, *outcome); });
}

std::string whatCameOut(const Expected& expected, const Evaluation& evaluation, Language language) {
  std::string text;
  for (const Outcome* outcome : candidates(expected, evaluation)) text += outcomeLine(*outcome, language) + "\n";
  if (!text.empty()) return text;
  text = Phrasing("geen uitkomst van die naam\n", "no outcome of that name\n").in(language);
  for (const Outcome& outcome : evaluation.outcomes) {
    if (lidCovers(expected.lid, outcome.lid))
      text += std::string(Phrasing("wel: ", "but: ").in(language)) + outcomeLine(outcome, language) + "\n";
  }
  return text;
}

}  // namespace beding
