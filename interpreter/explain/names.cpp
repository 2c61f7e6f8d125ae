#include "explain/names.h"

namespace beding {

std::string percentageText(const Number& fraction) {
  const Number percent = fraction * Number(100);
  return percent == percent.rounded(2) ? percent.text(2) : percent.text();
}

std::vector<std::vector<std::string>> percentageTexts(const PlainDocument& document) {
  std::vector<std::vector<std::string>> tables;
  for (const auto& table : document.rates) {
    auto& texts = tables.emplace_back();
    for (const Number& rate : table) texts.push_back(percentageText(rate));
  }
  return tables;
}

}  // namespace beding
