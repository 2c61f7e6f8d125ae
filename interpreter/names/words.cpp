#include "names/words.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"

namespace beding::names {
namespace {

using syntax::Item;
using syntax::ItemKind;

template <std::size_t N>
bool isOneOf(std::string_view key, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), key) != list.end();
}

constexpr std::array<std::string_view, 9> auxiliaries{"is",     "zijn",  "was",    "waren", "heeft",
                                                      "hebben", "wordt", "worden", "raakt"};
constexpr std::array<std::string_view, 15> prepositions{"van", "op",     "in",   "aan", "met", "over", "door", "tegen",
                                                        "bij", "wegens", "naar", "uit", "om",  "te",   "als"};

Determiner determinerOf(std::string_view key) {
  if (key == "de" || key == "het") return Determiner::definite;
  if (key == "een") return Determiner::indefinite;
  if (key == "elke" || key == "elk" || key == "iedere" || key == "ieder") return Determiner::each;
  if (key == "alle") return Determiner::all;
  if (key == "geen") return Determiner::no;
  if (key == "die" || key == "dat" || key == "deze" || key == "dit") return Determiner::that;
  return Determiner::none;
}

WordKind kindOf(const Item& item) {
  switch (item.kind) {
    case ItemKind::comma:
      return WordKind::comma;
    case ItemKind::openParen:
      return WordKind::open;
    case ItemKind::closeParen:
      return WordKind::close;
    case ItemKind::literal:
      return WordKind::literal;
    case ItemKind::reference:
      return WordKind::reference;
    default:
      break;
  }
  if (item.key == "niet") return WordKind::negation;
  if (isOneOf(item.key, auxiliaries)) return WordKind::auxiliary;
  return item.kind == ItemKind::skeleton ? WordKind::skeleton : WordKind::plain;
}

bool canCarryDeterminer(const Item& item) {
  return item.kind == ItemKind::word || item.kind == ItemKind::skeleton || item.kind == ItemKind::literal;
}

/// A quoted text is never a noun or a word of a phrase, whatever it says.
std::string keyOf(const Item& item) {
  const bool quoted = item.kind == ItemKind::literal && item.type == Type::text;
  return quoted ? '"' + item.key + '"' : item.key;
}

/// An item, and the fence it stands in.
struct Placed {
  const Item* item = nullptr;
  unsigned fence = 0;
};

/// The items with those inside fences in their place.
void flatten(const std::vector<Item>& items, unsigned fence, unsigned& fences, std::vector<Placed>& flat) {
  for (const Item& item : items) {
    if (item.kind == ItemKind::fence)
      flatten(item.inside, ++fences, fences, flat);
    else
      flat.push_back({&item, fence});
  }
}

}  // namespace

Words wordsOf(const std::vector<Item>& items) {
  std::vector<Placed> flat;
  flat.reserve(items.size());
  unsigned fences = 0;
  flatten(items, 0, fences, flat);
  Words words;
  words.reserve(flat.size());
  Determiner pending = Determiner::none;
  const Item* pendingItem = nullptr;
  for (std::size_t i = 0; i < flat.size(); ++i) {
    const Item& item = *flat[i].item;
    const Determiner determiner = determinerOf(item.key);
    const bool followed = i + 1 < flat.size() && canCarryDeterminer(*flat[i + 1].item);
    if (determiner != Determiner::none && followed && item.kind != ItemKind::literal) {
      pending = determiner;
      pendingItem = &item;
      continue;
    }
    Span span = item.span;
    if (pendingItem) span = cover(pendingItem->span, span);
    words.push_back({kindOf(item), pending, keyOf(item), &item, span, pendingItem ? pendingItem->key : std::string(),
                     flat[i].fence});
    pending = Determiner::none;
    pendingItem = nullptr;
  }
  return words;
}

bool cutsFence(const Words& words, std::size_t begin, std::size_t end) {
  const auto splits = [&](std::size_t at) {
    return at > 0 && at < words.size() && words[at].fence != 0 && words[at - 1].fence == words[at].fence;
  };
  const bool inside = begin < end && words[begin].fence != 0 && words[begin].fence == words[end - 1].fence;
  return !inside && (splits(begin) || splits(end));
}

std::size_t endOfFence(const Words& words, std::size_t begin) {
  const unsigned fence = begin < words.size() ? words[begin].fence : 0;
  if (fence == 0 || (begin > 0 && words[begin - 1].fence == fence)) return begin;
  std::size_t end = begin;
  while (end < words.size() && words[end].fence == fence) ++end;
  return end;
}

std::string spelled(const Words& words, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end && i < words.size(); ++i) {
    if (!text.empty() && words[i].kind != WordKind::comma) text += ' ';
    if (!words[i].article.empty()) text += words[i].article + ' ';
    text += words[i].item->text;
  }
  return text;
}

std::string spelledBare(const Words& words, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < std::min(end, words.size()); ++i) addWord(text, words[i].item->text);
  return text;
}

Span spanOf(const Words& words, std::size_t begin, std::size_t end) {
  if (words.empty()) return {};
  begin = std::min(begin, words.size() - 1);
  end = std::clamp(end, begin + 1, words.size());
  return cover(words[begin].span, words[end - 1].span);
}

bool isPreposition(std::string_view key) {
  return isOneOf(key, prepositions) || key == "voor" || key == "na" || key == "zonder" || key == "tussen";
}

bool isFiller(std::string_view key) {
  static constexpr std::array<std::string_view, 13> fillers{"al",     "reeds",   "ook",   "dan", "zelf", "daar", "er",
                                                            "steeds", "telkens", "eerst", "nog", "door", "wel"};
  return isOneOf(key, fillers);
}

bool sameInflected(std::string_view written, std::string_view declared) {
  if (written == declared) return true;
  if (written.size() < 3 || declared.size() < 3 || written.back() != 'e') return false;
  const std::string_view stem = written.substr(0, written.size() - 1);
  if (stem == declared) return true;  // schriftelijk, schriftelijke
  const bool doubled =
      stem.size() == declared.size() + 1 && stem.starts_with(declared) && stem.back() == declared.back();
  if (doubled) return true;     // fel, felle
  std::string plain(declared);  // betrouwbaar, betrouwbare; gaaf, gave
  const std::size_t vowel = plain.size() - 2;
  if (plain[vowel] == plain[vowel - 1] && std::string_view("aeou").find(plain[vowel]) != std::string_view::npos)
    plain.erase(vowel, 1);
  if (stem == plain) return true;
  if (plain.back() == 'f')
    plain.back() = 'v';
  else if (plain.back() == 's')
    plain.back() = 'z';
  return stem == plain;
}

}  // namespace beding::names
