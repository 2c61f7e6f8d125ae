// Words and sentences of a lid.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace beding::original {

struct Word {
  std::string text;     ///< without the marks around it: "Overeenkomst(en)" of "(«Overeenkomst(en)»),"
  std::string folded;   ///< lower case
  std::string behind;   ///< the marks directly behind it
  bool starts = false;  ///< it begins a sentence, so that its capital says nothing
};

std::vector<Word> wordsOf(std::string_view text);

/// The sentences, each with its full stop.
std::vector<std::string> sentencesOf(std::string_view text);

bool isDigit(char c);
/// Only digits, at least one.
bool isNumber(std::string_view text);

}  // namespace beding::original
