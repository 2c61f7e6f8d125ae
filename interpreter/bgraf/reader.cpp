// Nothing that a file says is believed: every count, place, enumerator and id is held against what there is before it
// is used, and the graph that comes out is verified like one that was just compiled.
#include <algorithm>
#include <optional>
#include <variant>
#include <vector>

#include "base/text.h"
#include "bgraf/content.h"
#include "bgraf/enumerators.h"
#include "graph/fields.h"
#include "graph/verify.h"

namespace beding::bgraf {
namespace {

[[noreturn]] void refuse(const Phrasing& why) { throw Damaged(why); }

inline void require(bool right, const Phrasing& why) {
  if (!right) refuse(why);
}

constexpr Phrasing endsTooSoon("het houdt te vroeg op", "it ends too soon");

/// The largest id of one kind that was met.
template <class Tag>
struct Highest {
  std::uint64_t count = 0;  ///< so many there must be
};
template <class... Tags>
struct HighestOf : Highest<Tags>... {};

using Ids = HighestOf<EventType, graph::Entity, graph::Expression, graph::Pattern, graph::Parameter, graph::Quantity,
                      graph::State, graph::Judgement, graph::Act, graph::Form, graph::Issue, graph::Norm, graph::Amount,
                      graph::Right, graph::Limit, RateTable>;

/// Holds the ids against the number of nodes of their kind.
struct CountNodes {
  const Ids& ids;

  template <class... Fields>
  void operator()(const Fields&... each) {
    (look(each), ...);
  }

  template <class T>
  void look(const T&) {}
  template <class T>
  void look(const std::vector<T>& nodes) {
    if constexpr (std::derived_from<Ids, Highest<T>>)
      require(static_cast<const Highest<T>&>(ids).count <= nodes.size(),
              {"een verwijzing naar iets dat er niet is", "a reference to something that is not there"});
  }
};

class Reader {
 public:
  explicit Reader(std::string_view content)
      : at_(content.data()), end_(content.data() + content.size()), textLeft_(mostText(content.size())) {
    strings_.resize(count());
    for (std::string_view& text : strings_) text = taken(number());
    const bool readable = std::all_of(strings_.begin(), strings_.end(), beding::isUtf8);
    require(readable, {"tekst die geen UTF-8 is", "text that is not UTF-8"});
  }

  template <class... Fields>
  void operator()(Fields&... each) {
    (get(each), ...);
  }

  /// After the last field: nothing is left over, and every id names something.
  void finish(const graph::Graph& graph) const {
    require(at_ == end_, {"er staat meer in dan erbij hoort", "it holds more than belongs to it"});
    CountNodes look{ids_};
    graph::fields(look, graph);
  }

 private:
  /// Every reference to a text is a copy of it. Documents have some four bytes of copies for each of the file.
  static std::size_t mostText(std::size_t fileSize) { return 16 * fileSize + (std::size_t{64} << 20); }

  [[nodiscard]] std::size_t left() const { return static_cast<std::size_t>(end_ - at_); }

  std::string_view taken(std::uint64_t size) {
    require(size <= left(), endsTooSoon);
    at_ += size;
    return {at_ - size, size};
  }

  /// Most numbers are one byte. In line wherever a number is read: a large graph has a quarter of a million of them.
  [[gnu::always_inline]] std::uint64_t number() {
    if (at_ == end_ || static_cast<unsigned char>(*at_) >= 0x80) return longNumber();
    return static_cast<unsigned char>(*at_++);
  }

  [[gnu::noinline]] std::uint64_t longNumber() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      require(at_ != end_, endsTooSoon);
      const auto byte = static_cast<unsigned char>(*at_++);
      value |= std::uint64_t{byte & 0x7Fu} << shift;
      if (byte < 0x80) return value;
    }
    throw Damaged(Phrasing("een getal zonder einde", "a number without an end"));
  }

  /// Of things that take at least a byte each, so that no count can ask for more memory than the file is worth.
  std::size_t count() {
    const std::uint64_t value = number();
    require(value <= left(), {"een aantal dat niet kan kloppen", "a count that cannot be right"});
    return value;
  }

  void get(bool& value) { value = below(2) == 1; }
  template <std::unsigned_integral T>
  [[gnu::always_inline]] void get(T& value) {
    const std::uint64_t read = number();
    value = static_cast<T>(read);
    require(value == read, {"een getal dat te groot is", "a number that is too large"});
  }
  template <std::signed_integral T>
  void get(T& value) {
    const std::uint64_t read = number();
    const auto wide = static_cast<std::int64_t>((read >> 1) ^ (~(read & 1) + 1));
    value = static_cast<T>(wide);
    require(value == wide, {"een getal dat te groot is", "a number that is too large"});
  }
  template <class Enum>
  requires std::is_enum_v<Enum>
  void get(Enum& value) { value = static_cast<Enum>(below(enumerators<Enum>())); }

  [[gnu::always_inline]] std::uint64_t below(std::uint64_t limit) {
    const std::uint64_t value = number();
    require(value < limit, {"een keuze die er niet is", "a choice that is not there"});
    return value;
  }

  [[gnu::always_inline]] std::string_view text() {
    const std::uint64_t place = number();
    require(place < strings_.size(), {"een tekst die er niet is", "a text that is not there"});
    const std::string_view text = strings_[place];
    require(text.size() <= textLeft_, {"meer tekst dan een document kan hebben", "more text than a document can have"});
    textLeft_ -= text.size();
    return text;
  }
  /// `value` is new, and so empty.
  void get(std::string& value) { value = std::string(text()); }

  /// A decimal, or two whole numbers with a stroke between them.
  void get(Number& value) {
    const std::string_view written = text();
    const std::size_t stroke = written.find('/');
    const auto above = parseDecimal(written.substr(0, stroke));
    const auto below = stroke == std::string_view::npos ? Number(1) : parseDecimal(written.substr(stroke + 1));
    require(above && below && !below->isZero(), {"een getal dat geen getal is", "a number that is no number"});
    value = *above / *below;
  }

  template <class Tag>
  void get(Id<Tag>& id) {
    const std::uint64_t read = number();
    id = read == 0 ? Id<Tag>{} : Id<Tag>{static_cast<std::uint32_t>(read - 1)};
    std::uint64_t& most = static_cast<Highest<Tag>&>(ids_).count;
    most = std::max(most, read);
  }

  template <class T>
  void get(Maybe<T>& value) {
    std::optional<T> found;
    get(found);
    value = found;
  }
  template <class T>
  void get(std::optional<T>& value) {
    if (below(2) == 1) get(value.emplace());
  }

  template <class T>
  void get(std::vector<T>& values) {
    const std::size_t size = count();
    values.reserve(std::min(size, left() / 16 + 8));  // little more memory than the file itself can fill
    for (std::size_t i = 0; i < size; ++i) get(values.emplace_back());
  }

  /// In a row every id names something; only an argument or operand may be left out.
  template <class Tag>
  void get(std::vector<Id<Tag>>& ids) {
    ids.resize(count());
    for (Id<Tag>& id : ids) {
      get(id);
      require(id || std::same_as<Tag, graph::Expression>,
              {"een verwijzing die ontbreekt", "a reference that is missing"});
    }
  }
  void get(graph::Operands& operands) {
    operands.reset(count());
    for (graph::ExpressionId& operand : operands) get(operand);
  }

  void get(std::monostate&) {}
  template <class... Types>
  void get(std::variant<Types...>& value) {
    const std::uint64_t index = below(sizeof...(Types));
    std::uint64_t at = 0;
    ((index == at++ ? get(value.template emplace<Types>()) : void()), ...);
  }

  template <graph::Described T>
  void get(T& value) {
    graph::fields(*this, value);
    require(isSound(value), {"een waarde die niet kan bestaan", "a value that cannot exist"});
  }

  // --- What the types do not say -----------------------------------------------------------------------------------

  template <class T>
  static bool isSound(const T&) {
    return true;
  }
  static bool isSound(const Date& date) { return firstDate() <= date && date <= lastDate(); }
  static bool isSound(const Moment& moment) {
    constexpr std::int64_t day = 86'400;
    const std::int64_t midnight = moment.day.days * day;
    return !moment.instant ||
           (midnight - day <= moment.instant->seconds && moment.instant->seconds <= midnight + 2 * day);
  }
  static bool isSound(const Duration& duration) {
    return -10'000'000 <= duration.count && duration.count <= 10'000'000;
  }
  static bool isSound(const graph::Binder& binder) { return binder.entity.valid(); }
  static bool isSound(const graph::Derivation& derivation) { return derivation.type.valid(); }
  static bool isSound(const graph::AgreementRule& rule) { return rule.entity.valid(); }
  static bool isSound(const graph::Ranking& ranking) { return ranking.first && ranking.second; }
  static bool isSound(const graph::Issue& issue) { return issue.standard < issue.readings.size(); }
  static bool isSound(const graph::Amount& amount) { return amount.daysPerYear >= 1 && amount.daysPerYear <= 1'000; }
  static bool isSound(const EquatedDays& table) {
    return std::is_sorted(table.days.begin(), table.days.end()) &&
           std::is_sorted(table.known.begin(), table.known.end());
  }
  static bool isSound(const RateTable& table) {
    return std::is_sorted(table.changes.begin(), table.changes.end(),
                          [](const RateChange& a, const RateChange& b) { return a.from < b.from; });
  }

  const char* at_;  ///< what is not read yet
  const char* const end_;
  std::size_t textLeft_;  ///< so many bytes of text can still be copied
  std::vector<std::string_view> strings_;
  Ids ids_;
};

}  // namespace

graph::Graph read(std::string_view content) {
  Reader reader(content);
  graph::Graph graph;
  graph::fields(reader, graph);
  reader.finish(graph);
  if (const auto faults = graph::verify(graph); !faults.empty()) throw Damaged(faults.front().message);
  return graph;
}

}  // namespace beding::bgraf
