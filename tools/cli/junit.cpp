#include "cli/junit.h"

#include <algorithm>

#include "base/text.h"

namespace beding::cli {
namespace {

/// A character as XML 1.0 allows it; control characters are left out.
std::string entity(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\n':
      return "&#10;";
    default:
      return static_cast<unsigned char>(c) < 0x20 && c != '\t' ? "" : std::string(1, c);
  }
}

std::string escaped(const std::string& text) {
  std::string result;
  for (const char c : validUtf8(text)) result += entity(c);
  return result;
}

std::string caseText(const TestCase& test) {
  const std::string head = "  <testcase classname=\"" + escaped(test.document) + "\" name=\"" + escaped(test.name) +
                           "\" file=\"" + escaped(test.place) + "\"";
  if (test.failure.empty()) return head + "/>\n";
  return head + ">\n    <failure>" + escaped(test.failure) + "</failure>\n  </testcase>\n";
}

}  // namespace

std::string junitText(const std::vector<TestCase>& cases) {
  const auto failed =
      std::count_if(cases.begin(), cases.end(), [](const TestCase& test) { return !test.failure.empty(); });
  std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"beding\" tests=\"" +
                     std::to_string(cases.size()) + "\" failures=\"" + std::to_string(failed) + "\">\n";
  for (const TestCase& test : cases) text += caseText(test);
  return text + "</testsuite>\n";
}

}  // namespace beding::cli
