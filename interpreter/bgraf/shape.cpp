#include <optional>
#include <set>
#include <variant>
#include <vector>

#include "bgraf/content.h"
#include "bgraf/enumerators.h"
#include "graph/fields.h"

namespace beding::bgraf {
namespace {

/// Spells out what every field is: "graph::Trigger: pattern, becomes{# #}".
class Shape {
 public:
  template <class... Fields>
  void operator()(const Fields&... each) {
    (put(each), ...);
  }

  std::string text;

 private:
  template <std::integral T>
  void put(T) {
    text += std::is_signed_v<T> ? 'i' : 'u';
    text += static_cast<char>('0' + sizeof(T));
  }
  template <class Enum>
  requires std::is_enum_v<Enum>
  void put(Enum) { enumeration<Enum>(std::make_index_sequence<enumerators<Enum>()>()); }
  template <class Enum, std::size_t... values>
  void enumeration(std::index_sequence<values...>) {
    ((text += spelling<static_cast<Enum>(values)>(), text += '|'), ...);
  }
  void put(const std::string&) { text += '"'; }
  void put(const Number&) { text += '1'; }
  template <class Tag>
  void put(Id<Tag>) {
    text += '#';
  }
  template <class T>
  void put(const Maybe<T>&) {
    put(std::optional<T>());
  }
  template <class T>
  void put(const std::optional<T>&) {
    text += '?';
    put(T{});
  }
  template <class T>
  void put(const std::vector<T>&) {
    text += '*';
    put(T{});
  }
  void put(const graph::Operands&) { put(std::vector<graph::ExpressionId>()); }
  void put(std::monostate) { text += '-'; }
  template <class... Types>
  void put(const std::variant<Types...>&) {
    (put(Types{}), ...);
  }
  template <graph::Described T>
  void put(const T& value) {
    const std::string_view names = graph::namesOf(&value);
    text += names;
    if (!told_.insert(names).second) return;
    text += '{';
    graph::fields(*this, value);
    text += '}';
  }

  std::set<std::string_view> told_;
};

std::uint64_t shapeOfGraph() {
  Shape shape;
  const graph::Graph graph;
  graph::fields(shape, graph);
  return checksum(shape.text);
}

}  // namespace

std::uint64_t shape() {
  static const std::uint64_t known = shapeOfGraph();
  return known;
}

}  // namespace beding::bgraf
