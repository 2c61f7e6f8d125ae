#include "original/words.h"

#include <algorithm>

#include "base/text.h"

namespace beding::original {
namespace {

/// Whether a letter or digit begins at `at`.
bool isWordPart(std::string_view text, std::size_t at) {
  const CodePoint c = decode(text, at);
  const bool ascii = (c.value >= U'a' && c.value <= U'z') || (c.value >= U'A' && c.value <= U'Z') ||
                     (c.value >= U'0' && c.value <= U'9');
  const bool accented = c.value >= 0xC0 && c.value < 0x250;
  return ascii || accented;
}

/// A word between two spaces, without the marks around it.
Word stripped(std::string_view raw) {
  std::size_t begin = 0;
  while (begin < raw.size() && !isWordPart(raw, begin)) begin += decode(raw, begin).size;
  std::size_t end = begin;
  for (std::size_t at = begin; at < raw.size(); at += decode(raw, at).size) {
    if (isWordPart(raw, at)) end = at + decode(raw, at).size;
  }
  std::string text(raw.substr(begin, end - begin));
  if (text.find('(') != std::string::npos && raw.substr(end).starts_with(")")) text += raw[end++];
  return {text, fold(text), std::string(raw.substr(end)), false};
}

bool endsSentence(const Word& word) {
  const bool stop = word.behind.find_first_of(".?!:") != std::string::npos;
  const bool shortened = word.text.size() == 1 || word.text.find('.') != std::string::npos;  // B.V., e.v., (a.
  return stop && !(shortened && word.behind.starts_with('.'));
}

}  // namespace

std::vector<Word> wordsOf(std::string_view text) {
  std::vector<Word> words;
  bool starts = true;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    Word word = stripped(text.substr(begin, end - begin));
    begin = end + 1;
    if (word.text.empty()) continue;
    word.starts = starts;
    starts = endsSentence(word);
    words.push_back(std::move(word));
  }
  return words;
}

std::vector<std::string> sentencesOf(std::string_view text) {
  std::vector<std::string> sentences;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = text.find(". ", begin);
    while (end != std::string_view::npos && !startsUpper(text.substr(end + 2))) end = text.find(". ", end + 1);
    end = std::min(end, text.size() - 1);
    sentences.emplace_back(text.substr(begin, end + 1 - begin));
    begin = end + 2;
  }
  return sentences;
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

bool isNumber(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), isDigit); }

}  // namespace beding::original
