#include "timeline/attribute_value.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"
#include "timeline/messages.h"

namespace beding {
namespace {

using std::string_view;

Written writtenAs(const Scalar& scalar) { return {scalar.kind, scalar.text}; }

std::optional<Truth> truthOf(const Written& scalar) {
  if (scalar.kind == ScalarKind::truth) return scalar.text == "true" ? Truth::yes : Truth::no;
  if (scalar.kind != ScalarKind::text) return std::nullopt;
  const std::string word = fold(scalar.text);
  if (word == "ja") return Truth::yes;
  if (word == "nee") return Truth::no;
  return word == "onbekend" ? std::optional(Truth::unknown) : std::nullopt;
}

bool isTextOrInteger(const Written& scalar) {
  return scalar.kind == ScalarKind::text || scalar.kind == ScalarKind::integer;
}

std::optional<Number> numberOf(const Written& scalar) {
  return isTextOrInteger(scalar) ? parseDecimal(scalar.text) : std::nullopt;
}

std::optional<Number> percentageOf(const Written& scalar) {
  Written bare = scalar;
  for (const string_view sign : {"%", "procent"}) {
    if (!bare.text.ends_with(sign)) continue;
    bare.text.remove_suffix(sign.size());
    while (bare.text.ends_with(' ')) bare.text.remove_suffix(1);
  }
  const std::optional<Number> percent = numberOf(bare);
  return percent ? std::optional(*percent / Number(100)) : std::nullopt;
}

/// So many digits, as a number.
std::optional<unsigned> digits(string_view text, std::size_t count) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool all = error == std::errc() && end == text.data() + text.size();
  return all && text.size() == count ? std::optional(value) : std::nullopt;
}

/// Whether the ISO year has that week: its Thursday lies in the year.
bool hasWeek(unsigned year, unsigned week) {
  if (week < 1 || week > 53) return false;
  const auto fourth = dateOf({static_cast<int>(year), 1, 4});  // always in week 1
  if (!fourth) return false;
  const Date monday = *fourth - static_cast<std::int32_t>(weekday(*fourth));
  return civil(monday + static_cast<std::int32_t>((week - 1) * 7 + 3)).year == static_cast<int>(year);
}

bool isRange(string_view from, string_view to) {
  const auto first = parseMoment(from);
  const auto last = parseMoment(to);
  return first && last && !first->instant && !last->instant && first->day <= last->day;
}

bool isPeriod(string_view text) {
  if (const std::size_t slash = text.find('/'); slash != string_view::npos)
    return isRange(text.substr(0, slash), text.substr(slash + 1));
  if (text.size() < 7 || text[4] != '-') return false;
  const auto year = digits(text.substr(0, 4), 4);
  const string_view rest = text.substr(5);
  if (!year) return false;
  if (rest.starts_with('W')) return digits(rest.substr(1), 2) && hasWeek(*year, *digits(rest.substr(1), 2));
  const auto month = digits(rest, 2);
  return month && dateOf({static_cast<int>(*year), *month, 1}).has_value();
}

/// Fills in the scalar as a value of that type; false when it is none.
bool readAs(Type type, const Written& scalar, Value& value) {
  const bool isText = scalar.kind == ScalarKind::text;
  const auto take = [&](auto&& found) {
    if (found) value = std::move(*found);
    return found.has_value();
  };
  const auto takeText = [&](bool fits) {
    if (fits) value.emplace<std::string>(scalar.text);
    return fits;
  };
  switch (type) {
    case Type::money:
      return isTextOrInteger(scalar) && take(parseMoney(scalar.text));
    case Type::date:
    case Type::instant:
      return isText && take(parseMoment(scalar.text));
    case Type::duration:
      return isText && take(parseDuration(scalar.text));
    case Type::percentage:
      return take(percentageOf(scalar));
    case Type::number:
      return take(numberOf(scalar));
    case Type::truth:
      return take(truthOf(scalar));
    case Type::period:
      return takeText(isText && isPeriod(scalar.text));
    case Type::text:
    case Type::reference:
      return takeText(isTextOrInteger(scalar));
    case Type::party:
    case Type::form:
    case Type::list:
      return takeText(isText);
  }
  return false;
}

/// The same for the types of the attribute. A calendar day has no hour: only the day of a time is kept.
bool readAs(const Attribute& attribute, const Written& scalar, Value& value) {
  if (readAs(attribute.type, scalar, value)) {
    if (attribute.type == Type::date) std::get<Moment>(value).instant.reset();
    return true;
  }
  return std::any_of(attribute.otherTypes.begin(), attribute.otherTypes.end(),
                     [&](Type type) { return readAs(type, scalar, value); });
}

/// What is wrong with a scalar that is not of the attribute's type.
Wording complaint(const Attribute& attribute, const Written& scalar) {
  const std::string written = messages::shown({"", {{scalar.kind, std::string(scalar.text)}}, false});
  const bool isNumeric =
      attribute.type == Type::money || attribute.type == Type::number || attribute.type == Type::percentage;
  if (isNumeric && scalar.kind == ScalarKind::fraction) return messages::floatMoney(scalar.text);
  const std::optional<Number> dutch = isNumeric ? parseDutchDecimal(scalar.text) : std::nullopt;
  if (attribute.type == Type::money && parseDecimal(scalar.text))
    return dutch ? messages::pointOfThousands(written, dutch->text()) : messages::notWholeCents(written);
  if (attribute.type == Type::money && dutch && !parseMoney(dutch->text())) return messages::notWholeCents(written);
  if (dutch) return messages::writtenInDutch(written, dutch->text());
  const bool isMoment = attribute.type == Type::date || attribute.type == Type::instant;
  MomentError error = MomentError::malformed;
  if (isMoment && !parseMoment(scalar.text, &error) && error != MomentError::malformed)
    return messages::badMoment(scalar.text, error);
  return messages::somethingElse(written);
}

/// The choice as declared, whatever its letter case; an alias stays as written.
std::optional<std::string> chosen(const Attribute& attribute, string_view written) {
  const std::string folded = fold(written);
  const auto same = [&](const std::string& known) { return fold(known) == folded; };
  const auto choice = std::find_if(attribute.choices.begin(), attribute.choices.end(), same);
  if (choice != attribute.choices.end()) return *choice;
  const auto alias = std::find_if(attribute.aliases.begin(), attribute.aliases.end(), same);
  return alias != attribute.aliases.end() ? std::optional(*alias) : std::nullopt;
}

/// The two parties in their own spelling; something that looks like one of them is a slip.
ReadValue partyOf(const std::string& written) {
  static const std::array<std::string, 2> parties = {"Opdrachtnemer", "Opdrachtgever"};
  if (std::find(parties.begin(), parties.end(), written) != parties.end()) return {written, {}};
  const auto distance = [&](const std::string& party) { return editDistance(fold(written), fold(party)); };
  const std::string& closest = distance(parties[0]) < distance(parties[1]) ? parties[0] : parties[1];
  if (distance(closest) == 0) return {closest, {}};
  if (distance(closest) > 2) return {written, {}};
  return {{}, messages::unknownParty(written, closest)};
}

ReadValue checkedText(const Attribute& attribute, const std::string& text) {
  if (attribute.choices.empty()) return attribute.type == Type::party ? partyOf(text) : ReadValue{text, {}};
  if (const auto choice = chosen(attribute, text)) return {*choice, {}};
  return {{}, messages::notAmong(text, attribute.choices)};
}

ReadValue oneOf(const Attribute& attribute, const Written& scalar) {
  Value value;
  if (!readAs(attribute, scalar, value)) return {{}, complaint(attribute, scalar)};
  const auto* text = std::get_if<std::string>(&value);
  return text ? checkedText(attribute, *text) : ReadValue{std::move(value), {}};
}

/// A set of texts; a single text is a set of one.
ReadValue listOf(const Attribute& attribute, const Field& field) {
  std::vector<std::string> texts;
  for (const Scalar& scalar : field.values) {
    ReadValue element = oneOf(attribute, writtenAs(scalar));
    if (!element.problem.empty()) return element;
    texts.push_back(std::get<std::string>(element.value));
  }
  return {std::move(texts), {}};
}

ReadValue valueOf(const Attribute& attribute, const Field& field) {
  if (attribute.type == Type::list) return listOf(attribute, field);
  if (field.values.size() == 1) return oneOf(attribute, writtenAs(field.values.front()));
  if (attribute.type == Type::reference && !attribute.isKey) return listOf(attribute, field);
  return {{}, messages::isList(messages::shown(field))};
}

bool hasType(Type type, const Value& value) {
  switch (type) {
    case Type::money:
      return std::holds_alternative<Money>(value);
    case Type::date:
    case Type::instant:
      return std::holds_alternative<Moment>(value);
    case Type::duration:
      return std::holds_alternative<Duration>(value);
    case Type::percentage:
    case Type::number:
      return std::holds_alternative<Number>(value);
    case Type::truth:
      return std::holds_alternative<Truth>(value);
    case Type::list:
      return std::holds_alternative<std::vector<std::string>>(value);
    case Type::reference:
      return std::holds_alternative<std::string>(value) || std::holds_alternative<std::vector<std::string>>(value);
    default:
      return std::holds_alternative<std::string>(value);
  }
}

}  // namespace

ReadValue readAttribute(const Attribute& attribute, std::string_view event, const Field& field) {
  ReadValue read = valueOf(attribute, field);
  if (!read.problem.empty()) read.problem = messages::wrongValue(attribute, event, read.problem);
  return read;
}

bool acceptValue(const Attribute& attribute, const Written& written, Value& value) {
  if (!readAs(attribute, written, value)) return false;
  const auto* text = std::get_if<std::string>(&value);
  if (text == nullptr || (attribute.choices.empty() && attribute.type != Type::party)) return true;
  ReadValue read = checkedText(attribute, *text);
  value = std::move(read.value);
  return read.problem.empty();
}

ReadValue readJudgementOutcome(const Field& field) {
  const Written scalar = writtenAs(field.values.front());
  if (field.values.size() == 1) {
    if (const auto truth = truthOf(scalar)) return {*truth, {}};
    Value value;
    for (const Type type : {Type::number, Type::instant, Type::duration})
      if (readAs(type, scalar, value)) return {std::move(value), {}};
  }
  return {{}, messages::badJudgement(field)};
}

bool hasType(const Attribute& attribute, const Value& value) {
  if (!isKnown(value) || hasType(attribute.type, value)) return true;
  return std::any_of(attribute.otherTypes.begin(), attribute.otherTypes.end(),
                     [&](Type type) { return hasType(type, value); });
}

}  // namespace beding
