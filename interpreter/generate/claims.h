// Amounts, effects, rights that lapse, limits of liability and indemnities, and the quantities that they speak of.
#pragma once

#include "generate/expressions.h"

namespace beding::generate {

std::string amountStruct(Model& model, Expressions& expressions, const Sentence& sentence);
std::string effectStruct(Model& model, Expressions& expressions, const Sentence& sentence);
std::string rightStruct(Model& model, Expressions& expressions, const Sentence& sentence);

/// A quantity as a function: nothing is remembered of it.
std::string quantityOf(Model& model, Expressions& expressions, std::uint32_t quantity);

/// Limits are worked out when they are reported. The statement that does so, and the lid that it is of.
struct LimitCall {
  std::string lid;
  std::uint32_t limit = 0;
  std::string text;
};
std::vector<LimitCall> limitsOf(Model& model, Expressions& expressions);

}  // namespace beding::generate
