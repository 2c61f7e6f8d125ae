// The result of `toets` as JUnit XML, for continuous integration.
#pragma once

#include <string>
#include <vector>

namespace beding::cli {

struct TestCase {
  std::string name;
  std::string document;
  std::string place;    ///< "clauses/vandeez/06-prijzen.beding:40"
  std::string failure;  ///< empty when it passed
};

std::string junitText(const std::vector<TestCase>& cases);

}  // namespace beding::cli
