#include "library/state.h"

#include <algorithm>

#include "bgraf/content.h"
#include "library/guard.h"

namespace beding::v1 {
namespace {

constexpr std::string_view magic = "BDNGST\r\n";  // a transfer that changes line ends is seen
constexpr std::uint32_t version = 1;

template <class T>
void put(std::string& out, T number) {
  for (std::size_t i = 0; i < sizeof(T); ++i) out.push_back(static_cast<char>(number >> (8 * i)));
}
void put(std::string& out, const std::string& text) {
  put(out, static_cast<std::uint64_t>(text.size()));
  out += text;
}

/// Takes fields off the bytes. After the first that is not there, everything is empty and `whole` is false.
class Taker {
 public:
  explicit Taker(std::string_view bytes) : rest_(bytes) {}

  template <class T>
  T number() {
    T value = 0;
    const std::string_view bytes = taken(sizeof(T));
    for (std::size_t i = 0; i < bytes.size(); ++i)
      value = static_cast<T>(value | static_cast<T>(static_cast<T>(static_cast<unsigned char>(bytes[i])) << (8 * i)));
    return value;
  }
  std::string text() { return std::string(taken(number<std::uint64_t>())); }
  std::string_view rest() { return taken(rest_.size()); }
  [[nodiscard]] bool done() const { return whole && rest_.empty(); }

  bool whole = true;

 private:
  std::string_view taken(std::uint64_t size) {
    whole = whole && size <= rest_.size();
    if (!whole) return {};
    const std::string_view result = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return result;
  }

  std::string_view rest_;
};

constexpr std::uint32_t noDay = 0x80000000;

std::string contentOf(const State& state) {
  std::string out;
  put(out, state.mark);
  put(out, state.today ? static_cast<std::uint32_t>(state.today->days) : noDay);
  put(out, state.lines);
  put(out, static_cast<std::uint32_t>(state.readings.size()));
  for (const auto& [issue, reading] : state.readings) {
    put(out, issue);
    put(out, reading);
  }
  put(out, state.timeline);
  return out;
}

std::optional<beding::Date> dayFrom(std::uint32_t number) {
  return number == noDay ? std::nullopt : std::optional(beding::Date{static_cast<std::int32_t>(number)});
}

State stateFrom(Taker& content) {
  State state;
  state.mark = content.number<std::uint64_t>();
  state.today = dayFrom(content.number<std::uint32_t>());
  state.lines = content.number<std::uint32_t>();
  const auto readings = content.number<std::uint32_t>();
  for (std::uint32_t i = 0; i < readings && content.whole; ++i) {
    std::string issue = content.text();
    state.readings[std::move(issue)] = content.text();
  }
  state.timeline = content.text();
  return state;
}

bool isSound(const State& state) {
  const bool rightDay = !state.today || (firstDate() <= *state.today && *state.today <= lastDate());
  return rightDay && std::count(state.timeline.begin(), state.timeline.end(), '\n') == std::int64_t{state.lines};
}

Wording versionWords(std::uint32_t found) {
  return worded({"indeling {0}, en deze bibliotheek leest {1}; begin opnieuw met de gebeurtenissen",
                 "layout {0}, and this library reads {1}; begin again with the events"},
                {std::to_string(found), std::to_string(version)});
}

}  // namespace

Error refusedState(const Wording& why) {
  return wrong(
      Code::invalidInput,
      worded({"de bewaarde toestand kan niet gebruikt worden: {0}", "the saved state cannot be used: {0}"}, {why}));
}

Error damagedState() {
  return refusedState(
      Phrasing("zij is beschadigd of afgebroken; haal een andere kopie, of begin opnieuw met de gebeurtenissen",
               "it is damaged or cut off; fetch another copy, or begin again with the events"));
}

std::string bytesOf(const State& state) {
  const std::string content = contentOf(state);
  std::string out(magic);
  put(out, version);
  put(out, beding::bgraf::checksum(content));
  return out + content;
}

Result<State> stateIn(std::string_view bytes) {
  if (!bytes.starts_with(magic))
    return refusedState(Phrasing("zij is niet door deze bibliotheek gemaakt", "it was not made by this library"));
  Taker header(bytes.substr(magic.size()));
  const auto found = header.number<std::uint32_t>();
  if (header.whole && found != version) return refusedState(versionWords(found));
  const auto checksum = header.number<std::uint64_t>();
  const std::string_view content = header.rest();
  if (!header.whole || checksum != beding::bgraf::checksum(content)) return damagedState();
  Taker taker(content);
  State state = stateFrom(taker);
  if (!taker.done() || !isSound(state)) return damagedState();
  return state;
}

}  // namespace beding::v1
