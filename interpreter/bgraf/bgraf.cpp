// The header: who wrote the file, how much there is and what it adds up to. docs/bgraf.md has the table.
#include "bgraf/bgraf.h"

#include <bit>
#include <cstring>

#include "bgraf/content.h"

namespace beding {
namespace {

/// As in PNG: a byte that is no text, and line ends that a transfer as text would change.
constexpr std::string_view magic =
    "\x89"
    "BGRAF\r\n";
constexpr std::size_t headerSize = magic.size() + 4 + 8 + 8 + 8;

/// The lowest byte first, on every machine.
template <class Number>
void append(std::string& out, Number number) {
  for (std::size_t i = 0; i < sizeof(Number); ++i) out.push_back(static_cast<char>(number >> (8 * i)));
}

template <class Number>
Number take(std::string_view& bytes) {
  Number number = 0;
  for (std::size_t i = 0; i < sizeof(Number); ++i)
    number |= static_cast<Number>(static_cast<Number>(static_cast<unsigned char>(bytes[i])) << (8 * i));
  bytes.remove_prefix(sizeof(Number));
  return number;
}

struct Header {
  std::uint32_t version = 0;
  std::uint64_t shape = 0;
  std::uint64_t size = 0;
  std::uint64_t checksum = 0;
};

Header headerOf(std::string_view file) {
  file.remove_prefix(magic.size());
  Header header;
  header.version = take<std::uint32_t>(file);
  header.shape = take<std::uint64_t>(file);
  header.size = take<std::uint64_t>(file);
  header.checksum = take<std::uint64_t>(file);
  return header;
}

Wording versionProblem(std::uint32_t version) {
  const std::vector<Wording> numbers = {std::to_string(version), std::to_string(bgrafVersion)};
  if (version > bgrafVersion)
    return worded({"het is gemaakt met een nieuwere versie van Beding (indeling {0}; deze leest {1}); werk Beding bij, "
                   "of compileer het document opnieuw",
                   "it was made by a newer version of Beding (layout {0}; this one reads {1}); update Beding, or "
                   "compile the document again"},
                  numbers);
  return worded({"het is gemaakt met een oudere versie van Beding (indeling {0}; deze leest {1}); compileer het "
                 "document opnieuw",
                 "it was made by an older version of Beding (layout {0}; this one reads {1}); compile the document "
                 "again"},
                numbers);
}

Wording sizeProblem(std::uint64_t there, std::uint64_t promised) {
  return worded({"het telt {0} bytes waar er {1} horen te zijn; haal het opnieuw op of compileer opnieuw",
                 "it has {0} bytes where there should be {1}; fetch it again or compile again"},
                {std::to_string(there), std::to_string(promised)});
}

/// Why the content need not even be looked at; empty when it can be.
Wording problemBefore(std::string_view file) {
  if (file.substr(0, magic.size()) != magic)
    return Phrasing("het is geen gecompileerd document; maak er een met «beding compileer DOC -o F.bgraf»",
                    "it is not a compiled document; make one with «beding compileer DOC -o F.bgraf»");
  if (file.size() < headerSize)
    return Phrasing("het is afgebroken; haal het opnieuw op of compileer opnieuw",
                    "it was cut off; fetch it again or compile again");
  const Header header = headerOf(file);
  if (header.version != bgrafVersion) return versionProblem(header.version);
  if (header.shape != bgraf::shape())
    return Phrasing("het is gemaakt met een andere versie van Beding; compileer het document opnieuw",
                    "it was made by another version of Beding; compile the document again");
  const std::string_view content = file.substr(headerSize);
  if (header.size != content.size()) return sizeProblem(content.size(), header.size);
  if (header.checksum != bgraf::checksum(content))
    return Phrasing("het is beschadigd: het controlegetal klopt niet; haal het opnieuw op of compileer opnieuw",
                    "it is damaged: the checksum is wrong; fetch it again or compile again");
  return {};
}

}  // namespace

namespace bgraf {

namespace {

/// The lowest byte first, in one step where the machine has them that way.
std::uint64_t eightOf(std::string_view bytes) {
  if constexpr (std::endian::native != std::endian::little) return take<std::uint64_t>(bytes);
  std::uint64_t number = 0;
  std::memcpy(&number, bytes.data(), sizeof number);
  return number;
}

}  // namespace

/// FNV-1a over eight bytes at a time; a step takes every number to another one, so that no change is lost.
std::uint64_t checksum(std::string_view bytes) {
  constexpr std::uint64_t prime = 0x100000001B3;
  std::uint64_t sum = 0xCBF29CE484222325 ^ bytes.size();
  for (; bytes.size() >= 8; bytes.remove_prefix(8)) {
    sum = (sum ^ eightOf(bytes)) * prime;
    sum ^= sum >> 29;
  }
  for (const char byte : bytes) sum = (sum ^ static_cast<unsigned char>(byte)) * prime;
  return sum;
}

}  // namespace bgraf

std::string toBgraf(const graph::Graph& graph) {
  const std::string content = bgraf::write(graph);
  std::string file(magic);
  append(file, bgrafVersion);
  append(file, bgraf::shape());
  append(file, static_cast<std::uint64_t>(content.size()));
  append(file, bgraf::checksum(content));
  return file + content;
}

FromBgraf fromBgraf(std::string_view file) {
  if (Wording problem = problemBefore(file); !problem.empty()) return {std::nullopt, std::move(problem)};
  try {
    return {bgraf::read(file.substr(headerSize)), {}};
  } catch (const bgraf::Damaged& damage) {
    return {std::nullopt, worded({"het is beschadigd: {0}; compileer het document opnieuw",
                                  "it is damaged: {0}; compile the document again"},
                                 {damage.why})};
  }
}

}  // namespace beding
