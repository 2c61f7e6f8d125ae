#include "original/fingerprint.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text.h"

namespace beding {
namespace {

constexpr std::string_view heading = "lid\tvingerafdruk";

struct Replacement {
  char32_t from;
  std::string_view to;
};

constexpr std::array replacements = {
    Replacement{0x2018, "'"},  Replacement{0x2019, "'"},   Replacement{0x201A, "'"},   Replacement{0x2032, "'"},
    Replacement{0x201C, "\""}, Replacement{0x201D, "\""},  Replacement{0x201E, "\""},  Replacement{0x00AB, "\""},
    Replacement{0x00BB, "\""}, Replacement{0x2010, "-"},   Replacement{0x2011, "-"},   Replacement{0x2013, "-"},
    Replacement{0x2014, "-"},  Replacement{0x2026, "..."}, Replacement{0xFB00, "ff"},  Replacement{0xFB01, "fi"},
    Replacement{0xFB02, "fl"}, Replacement{0xFB03, "ffi"}, Replacement{0xFB04, "ffl"}, Replacement{0x00AD, ""},
    Replacement{0x200B, ""},
};

/// The text with plain signs; an accent that stands behind its letter is made one with it.
std::string plain(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    CodePoint c = decode(text, at);
    const CodePoint accent = at + c.size < text.size() ? decode(text, at + c.size) : CodePoint{};
    if (const char32_t both = composed(c.value, accent.value); both != 0) c = {both, c.size + accent.size, true};
    const auto known = std::find_if(replacements.begin(), replacements.end(),
                                    [&](const Replacement& each) { return each.from == c.value; });
    if (known != replacements.end()) {
      result += known->to;
    } else if (isSpace(c.value)) {
      result += ' ';
    } else {
      appendUtf8(result, c.value);
    }
    at += c.size;
  }
  return result;
}

bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80) != 0;
}

}  // namespace

std::string normalisedText(std::string_view text) {
  const std::string signs = plain(text);
  std::string result;
  for (std::size_t at = 0; at < signs.size(); ++at) {
    const char c = signs[at];
    if (c == ' ' && (result.empty() || result.ends_with(' '))) continue;
    if (c == '-' && !result.empty() && isLetter(result.back())) {
      const std::size_t behind = signs.find_first_not_of(' ', at + 1);
      if (behind != std::string::npos && isLetter(signs[behind])) {
        at = behind - 1;
        continue;
      }
    }
    result += c;
  }
  while (result.ends_with(' ')) result.pop_back();
  return result;
}

std::string hashOf(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char byte : bytes) {
    hash ^= static_cast<unsigned char>(byte);
    hash *= 0x100000001b3U;
  }
  std::string text;
  for (int shift = 60; shift >= 0; shift -= 4) text += "0123456789abcdef"[(hash >> shift) & 0xF];
  return text;
}

std::vector<Fingerprint> fingerprintsOf(const Original& original) {
  std::vector<Fingerprint> found;
  for (const OriginalLid& lid : original.leden) found.push_back({lid.id, hashOf(normalisedText(lid.text))});
  return found;
}

std::string recordText(const std::vector<Fingerprint>& fingerprints) {
  std::string text = std::string(heading) + "\n";
  for (const Fingerprint& each : fingerprints) text += each.lid + "\t" + each.value + "\n";
  return text;
}

std::optional<std::vector<Fingerprint>> readRecord(std::string_view text) {
  std::vector<Fingerprint> found;
  bool first = true;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    if (line.ends_with('\r')) line.remove_suffix(1);
    begin = end + 1;
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos || (first && line != heading)) return std::nullopt;
    if (!first) found.push_back({std::string(line.substr(0, tab)), std::string(line.substr(tab + 1))});
    first = false;
  }
  return first ? std::nullopt : std::optional(found);
}

namespace {

const Fingerprint* findFingerprint(const std::vector<Fingerprint>& all, const std::string& lid) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const Fingerprint& each) { return each.lid == lid; });
  return found == all.end() ? nullptr : &*found;
}

/// The only lid with that fingerprint.
std::string bearerOf(const std::vector<Fingerprint>& all, const std::string& value) {
  std::string lid;
  for (const Fingerprint& each : all) {
    if (each.value != value) continue;
    if (!lid.empty()) return {};
    lid = each.lid;
  }
  return lid;
}

}  // namespace

std::vector<LidChange> changesOf(const std::vector<Fingerprint>& recorded, const std::vector<Fingerprint>& now) {
  std::vector<LidChange> changes;
  for (const Fingerprint& each : now) {
    const Fingerprint* before = findFingerprint(recorded, each.lid);
    if (before != nullptr && before->value == each.value) {
      changes.push_back({each.lid, ChangeKind::same, {}});
    } else {
      const ChangeKind kind = before == nullptr ? ChangeKind::added : ChangeKind::changed;
      changes.push_back({each.lid, kind, bearerOf(recorded, each.value)});
    }
  }
  for (const Fingerprint& each : recorded) {
    if (findFingerprint(now, each.lid) == nullptr) changes.push_back({each.lid, ChangeKind::gone, {}});
  }
  return changes;
}

}  // namespace beding
