// Where the lines of a file begin, and how far in.
#pragma once

#include <cstdint>
#include <map>
#include <set>

#include "parser/concrete.h"
#include "parser/token.h"

namespace beding::layout {

/// The beginning of a statement, heading, line of a scenario, or item of a list.
struct Start {
  std::size_t indent = 0;
  bool always = true;  ///< begins a line; otherwise only if it was written so
};

/// By the byte at which a token begins.
struct Lines {
  std::map<std::uint32_t, Start> starts;
  std::set<std::uint32_t> joined;  ///< tokens before which no line may be broken: in headings, labels, days
  std::set<std::uint32_t> opened;  ///< tokens behind the colon of a list or an open norm: a good place to break
};

Lines linesOf(const parser::Concrete& concrete, const parser::Tokens& tokens);

}  // namespace beding::layout
