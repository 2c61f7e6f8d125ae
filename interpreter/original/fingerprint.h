// A fingerprint per lid, so that a later version of the text can be compared without keeping the text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "original/original.h"

namespace beding {

/// The words as they count for a fingerprint: one space between words, plain quotes, no soft hyphens or ligatures, and
/// hyphens between letters left out, so that it does not matter where a line or a word was broken. Case counts.
std::string normalisedText(std::string_view text);

/// FNV-1a of 64 bits, as 16 hexadecimal digits. It tells a change; it does not withstand one who wants to hide it.
std::string hashOf(std::string_view bytes);

struct Fingerprint {
  std::string lid;
  std::string value;
};

std::vector<Fingerprint> fingerprintsOf(const Original& original);

/// The file `bron.tsv`: a heading, then a line per lid.
std::string recordText(const std::vector<Fingerprint>& fingerprints);
/// The same read back; nothing when the text is no such file.
std::optional<std::vector<Fingerprint>> readRecord(std::string_view text);

enum class ChangeKind { same, changed, added, gone };

struct LidChange {
  std::string lid;
  ChangeKind kind = ChangeKind::same;
  std::string was;  ///< changed or added: the lid that had exactly these words before, when there is just one
};

/// Every lid, in the order of the new text, then those that are gone.
std::vector<LidChange> changesOf(const std::vector<Fingerprint>& recorded, const std::vector<Fingerprint>& now);

}  // namespace beding
