#include <map>
#include <optional>
#include <variant>
#include <vector>

#include "bgraf/content.h"
#include "graph/fields.h"

namespace beding::bgraf {
namespace {

/// Numbers take seven bits per byte, the lowest first; a byte with its highest bit set is not the last.
void append(std::string& out, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) out.push_back(static_cast<char>(number | 0x80));
  out.push_back(static_cast<char>(number));
}

class Writer {
 public:
  template <class... Fields>
  void operator()(const Fields&... each) {
    (put(each), ...);
  }

  [[nodiscard]] std::string content() const {
    std::string all;
    append(all, strings_.size());
    for (const std::string& text : strings_) {
      append(all, text.size());
      all += text;
    }
    return all + fields_;
  }

 private:
  void number(std::uint64_t value) { append(fields_, value); }

  void put(std::unsigned_integral auto value) { number(value); }
  /// Small numbers stay small, also below zero: 0, -1, 1, -2 ... are 0, 1, 2, 3.
  void put(std::signed_integral auto value) {
    const auto wide = static_cast<std::int64_t>(value);
    number((static_cast<std::uint64_t>(wide) << 1) ^ static_cast<std::uint64_t>(wide >> 63));
  }
  template <class Enum>
  requires std::is_enum_v<Enum>
  void put(Enum value) { number(static_cast<std::uint64_t>(value)); }

  void put(const std::string& text) {
    const auto [place, isNew] = places_.try_emplace(text, strings_.size());
    if (isNew) strings_.push_back(text);
    number(place->second);
  }

  void put(const Number& value) { put(value.text()); }

  template <class Tag>
  void put(Id<Tag> id) {
    number(id ? std::uint64_t{id.index} + 1 : 0);
  }

  template <class T>
  void put(const Maybe<T>& value) {
    put(std::optional<T>(value));
  }
  template <class T>
  void put(const std::optional<T>& value) {
    put(value.has_value());
    if (value) put(*value);
  }

  template <class T>
  void put(const std::vector<T>& values) {
    number(values.size());
    for (const T& value : values) put(value);
  }

  void put(const graph::Operands& operands) {
    number(operands.size());
    for (const graph::ExpressionId operand : operands) put(operand);
  }

  void put(std::monostate) {}
  template <class... Types>
  void put(const std::variant<Types...>& value) {
    number(value.index());
    std::visit([this](const auto& held) { put(held); }, value);
  }

  template <graph::Described T>
  void put(const T& value) {
    graph::fields(*this, value);
  }

  std::string fields_;
  std::vector<std::string> strings_;
  std::map<std::string, std::size_t> places_;
};

}  // namespace

std::string write(const graph::Graph& graph) {
  Writer writer;
  graph::fields(writer, graph);
  return writer.content();
}

}  // namespace beding::bgraf
