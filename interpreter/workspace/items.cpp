#include "workspace/items.h"

#include <type_traits>

namespace beding {
namespace {

template <class Part>
std::string joined(const SyntaxItems& items, std::size_t begin, std::size_t end, Part part) {
  std::string text;
  for (std::size_t at = begin; at < end; ++at) text += (at == begin ? "" : " ") + part(items[at]);
  return text;
}

std::string truthText(Truth truth) { return truth == Truth::yes ? "ja" : truth == Truth::no ? "nee" : "onbekend"; }

struct TimelineWriter {
  Type type;
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(Truth truth) const { return truthText(truth); }
  std::string operator()(const Number& number) const {
    return type == Type::percentage ? (number * Number(100)).text() + "%" : number.text();
  }
  std::string operator()(const Money& money) const { return money.euros.text(); }
  std::string operator()(const Moment& moment) const { return isoText(moment); }
  std::string operator()(const Duration& duration) const { return dutchText(duration); }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(const std::vector<std::string>& texts) const { return texts.empty() ? "" : texts.front(); }
};

}  // namespace

bool isValue(const syntax::Item& item) {
  return item.kind == syntax::ItemKind::literal || item.kind == syntax::ItemKind::reference;
}

std::string textOf(const SyntaxItems& items, std::size_t begin, std::size_t end) {
  return joined(items, begin, end,
                [](const syntax::Item& item) { return isValue(item) ? timelineText(item) : item.text; });
}

std::string keysOf(const SyntaxItems& items, std::size_t begin, std::size_t end) {
  return joined(items, begin, end, [](const syntax::Item& item) { return item.key; });
}

std::string timelineText(const syntax::Item& item) {
  if (item.kind != syntax::ItemKind::literal || !isKnown(item.value)) return item.text;
  return std::visit(TimelineWriter{item.type}, item.value);
}

}  // namespace beding
