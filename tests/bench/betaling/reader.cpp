#include "betaling/reader.h"

#include <charconv>

namespace bench {

namespace {

namespace ondemand = simdjson::ondemand;

/// The string as it stands in the file, with its quotes; what follows it is cut off.
std::string_view quoted(ondemand::value value) {
  const std::string_view token = value.raw_json_token();
  return token.substr(0, token.rfind('"') + 1);
}

std::string_view inner(ondemand::value value) {
  const std::string_view token = quoted(value);
  return token.substr(1, token.size() - 2);
}

/// "1000.00" or "1000".
std::int64_t cents(std::string_view text) {
  std::int64_t whole = 0;
  const char* const end = text.data() + text.size();
  const char* const point = std::from_chars(text.data(), end, whole).ptr;
  if (point == end) return whole * 100;
  const std::int64_t tens = point[1] - '0', ones = point + 2 < end ? point[2] - '0' : 0;
  return whole * 100 + tens * 10 + ones;
}

/// "14 dagen"
std::int32_t days(std::string_view text) {
  std::int32_t count = 0;
  std::from_chars(text.data(), text.data() + text.size(), count);
  return count;
}

Event::Kind kindOf(std::string_view type) {
  using Kind = Event::Kind;
  if (type == "betaling ontvangen") return Kind::payment;
  if (type == "factuur verzonden") return Kind::invoice;
  if (type == "aanmaning verzonden") return Kind::reminder;
  if (type == "overeenkomst gesloten") return Kind::agreement;
  if (type == "kosten gemaakt") return Kind::costs;
  if (type == "ingebrekestelling verzonden") return Kind::defaultNotice;
  if (type == "opschorting ingeroepen") return Kind::suspension;
  if (type == "ontbinding ingeroepen") return Kind::dissolution;
  if (type == "werkzaamheden voltooid") return Kind::performance;
  return Kind::other;
}

}  // namespace

Event readEvent(ondemand::object line) {
  Event event;
  std::string_view id;
  for (auto field : line) {
    const ondemand::raw_json_string name = field.key();
    ondemand::value value = field.value();
    if (name == "op")
      event.day = parseDay(inner(value));
    else if (name == "gebeurtenis")
      event.kind = kindOf(inner(value));
    else if (name == "overeenkomst")
      event.contract = quoted(value);
    else if (name == "id")
      id = quoted(value);
    else if (name == "factuur")
      event.key = quoted(value);
    else if (name == "bedrag")
      event.cents = cents(inner(value));
    else if (name == "termijn")
      event.term = days(inner(value));
    else if (name == "verplichting" || name == "tekortkoming")
      event.about = quoted(value);
  }
  if (event.kind != Event::Kind::invoice) event.key = id;
  return event;
}

}  // namespace bench
