// What every operator takes: its operands, and what its index names. The check, the links and all who walk through
// expressions read it here, so that a new operator is told once.
#pragma once

#include <cstdint>

#include "graph/links.h"

namespace beding::graph {

/// How many operands an operator takes, and which of them may be left out (an id that names nothing).
struct Arity {
  static constexpr std::uint8_t any = 0xff;
  /// One for every instance that the node opens, or every parameter of the act.
  static constexpr std::uint8_t arguments = 0xfe;

  std::uint8_t fewest = 0;
  std::uint8_t most = 0;
  std::uint8_t optional = 0;  ///< a bit for each of the first eight

  [[nodiscard]] constexpr bool mayBeAbsent(std::size_t operand) const {
    return operand < 8 && (optional >> operand & 1) != 0;
  }
};

struct Operator {
  Op op;
  Arity takes;
  IndexMeaning index;
};

const Operator& operatorOf(Op op);

}  // namespace beding::graph
