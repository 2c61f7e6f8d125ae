#include "generate/names.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <sstream>

#include "base/text.h"

namespace beding::generate {

namespace {

/// The plain letter of one with an accent; 0 for what is no letter or digit.
char plain(char32_t value) {
  constexpr std::u32string_view accented = U"àáâäãèéêëìíîïòóôöõùúûüçñ";
  constexpr std::string_view letters = "aaaaaeeeeiiiiooooouuuucn";
  if (value < 0x80) {
    const char letter = static_cast<char>(value);
    const bool counts = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
    return counts ? letter : '\0';
  }
  const auto place = accented.find(value);
  return place == std::u32string_view::npos ? '\0' : letters[place];
}

/// Through C++20: who includes the header may be ahead of it.
constexpr const char* wordsOfCpp =
    "alignas alignof and and_eq asm auto bitand bitor bool break case catch char char8_t char16_t char32_t class "
    "co_await co_return co_yield compl concept const const_cast consteval constexpr constinit continue decltype "
    "default delete do double dynamic_cast else enum explicit export extern false float for friend goto if inline "
    "int long mutable namespace new noexcept not not_eq nullptr operator or or_eq private protected public "
    "register reinterpret_cast requires return short signed sizeof static static_assert static_cast struct switch "
    "template this thread_local throw true try typedef typeid typename union unsigned using virtual void volatile "
    "wchar_t while xor xor_eq";
/// Namespaces that the header uses, and what compilers define themselves.
constexpr const char* takenElsewhere = "beding kern std linux unix";
/// Of the generated code.
constexpr const char* ownNames =
    "op bij sleutel volgnummer post o v e en of niet kies waar gelijk minder lees zeker anders gegeven bereikt "
    "voorbij gezet er_is van_elk dag_na nu leeg neem vooraf";

std::set<std::string> reservedNames() {
  std::set<std::string> names;
  for (const char* each : {wordsOfCpp, takenElsewhere, ownNames}) {
    std::istringstream words(each);
    names.insert(std::istream_iterator<std::string>(words), {});
  }
  return names;
}

bool isReserved(const std::string& name) {
  static const std::set<std::string> names = reservedNames();
  return names.contains(name);
}

}  // namespace

std::string bareName(const std::string& name) {
  const std::string text = fold(name);
  for (const std::string_view article : {"de ", "het ", "een "})
    if (text.starts_with(article)) return text.substr(article.size());
  return text;
}

std::string identifier(std::string_view words) {
  std::string name;
  const std::string folded = fold(words);
  for (std::size_t offset = 0; offset < folded.size();) {
    const CodePoint point = decode(folded, offset);
    offset += point.size;
    const char letter = plain(point.value);
    if (letter != '\0')
      name += letter;
    else if (!name.empty() && name.back() != '_')
      name += '_';
  }
  while (!name.empty() && name.back() == '_') name.pop_back();
  if (name.empty() || (name.front() >= '0' && name.front() <= '9')) name.insert(0, "lid_");
  return isReserved(name) ? name + "_" : name;
}

std::string typeName(std::string_view words) {
  std::string name;
  bool upper = true;
  for (const char letter : identifier(words)) {
    if (letter != '_') name += upper && letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 32) : letter;
    upper = letter == '_';
  }
  return name;
}

std::string predicate(std::string_view words, std::string_view subject) {
  static constexpr std::array<std::string_view, 5> articles = {"een", "de", "het", "is", "zijn"};
  std::string kept, word;
  const std::string name = fold(subject);
  for (const char letter : fold(words) + " ") {
    if (letter != ' ') {
      word += letter;
      continue;
    }
    const bool filling = std::find(articles.begin(), articles.end(), word) != articles.end() || word == name;
    if (!filling) addWord(kept, word);
    word.clear();
  }
  return identifier(kept.empty() ? words : kept);
}

std::set<std::string> namesIn(std::string_view code) {
  static constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789";
  std::set<std::string> names;
  for (std::size_t at = code.find_first_of(letters); at < code.size();) {
    const std::size_t end = std::min(code.find_first_not_of(letters, at), code.size());
    const std::string word(code.substr(at, end - at));
    const bool isType = word.front() >= 'A' && word.front() <= 'Z', isMember = word.back() == '_';
    if (isMember) names.insert(word.substr(0, word.size() - 1));
    if (isMember || isType || (end < code.size() && code[end] == '(')) names.insert(word);
    at = code.find_first_of(letters, end);
  }
  return names;
}

std::string Names::fresh(const std::string& wanted, const std::string& more) {
  std::string name = wanted;
  if (taken_.contains(name) && !more.empty()) name += "_" + more;
  const std::string stem = wanted.ends_with('_') ? wanted : wanted + "_";
  int& number = lastNumbers_.try_emplace(stem, 1).first->second;
  while (taken_.contains(name)) name = stem + std::to_string(++number);
  taken_.insert(name);
  return name;
}

std::string literal(std::string_view text) {
  std::string whole = "\"";
  for (const char letter : text) {
    if (letter == '"' || letter == '\\') whole += '\\';
    whole += letter == '\n' ? ' ' : letter;
  }
  return whole + "\"";
}

}  // namespace beding::generate
