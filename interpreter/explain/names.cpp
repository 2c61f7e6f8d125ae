#include "explain/names.h"

namespace beding {

std::string percentageText(const Number& fraction) {
  const Number percent = fraction * Number(100);
  return percent == percent.rounded(2) ? percent.text(2) : percent.text();
}

}  // namespace beding
