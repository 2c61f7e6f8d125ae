// Identifiers made of the words of clauses.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace beding::generate {

/// A name without its article, in small letters.
std::string bareName(const std::string& name);

/// `te laat` is te_laat, `euro's` is euro_s, `één` is een. Never a word of C++, never empty, never with a digit first.
std::string identifier(std::string_view words);
/// `factuur verzonden` is FactuurVerzonden.
std::string typeName(std::string_view words);
/// Without articles and `is`: `een factuur is te laat` is te_laat for a factuur.
std::string predicate(std::string_view words, std::string_view subject);

/// What code calls its types (with a capital), its members (with _ behind, and also without it) and its functions.
std::set<std::string> namesIn(std::string_view code);

/// Names that are taken, so that each is given once.
class Names {
 public:
  Names() = default;
  explicit Names(std::set<std::string> taken) : taken_(std::move(taken)) {}
  /// The wanted name, or that with `more` behind it, or with a number.
  std::string fresh(const std::string& wanted, const std::string& more = {});

 private:
  std::set<std::string> taken_;
  std::map<std::string, int> lastNumbers_;  ///< behind each name; all lower ones are taken
};

/// "text" as a literal of C++.
std::string literal(std::string_view text);

}  // namespace beding::generate
