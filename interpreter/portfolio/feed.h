// The lines of a file, contract by contract, in order of first appearance. A file in which every contract stands
// together is read as it goes; a mixed one, and what can be read only once (a pipe), is kept in memory while it fits,
// else in a temporary database.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "portfolio/line_source.h"
#include "portfolio/spool.h"
#include "timeline/reader.h"

namespace beding {

class Feed {
 public:
  /// `path`: `-` is the standard input; `memory`: how many bytes of mixed lines may stay in memory; so many threads
  /// look through a large file. Throws PortfolioError when the file cannot be read or a temporary file cannot be made.
  Feed(const std::string& path, std::size_t memory, std::size_t threads = 1);

  /// The next contract; nothing at the end.
  std::optional<ContractLines> next();
  /// Its timeline, or what is wrong with its lines, under the numbers they have in the file.
  [[nodiscard]] TimelineResult timeline(const ContractLines& contract, const TimelineReader& reader,
                                        const ReadOptions& options) const;

  /// The same without a copy of the lines; false when that cannot be (`TimelineReader::read`).
  [[nodiscard]] bool timeline(const ContractLines& contract, const TimelineReader& reader, LineLayouts& layouts,
                              PlainTimeline& plain) const {
    return header_.empty() && reader.read(contract.text, contract.numbers, layouts, plain);
  }

  [[nodiscard]] std::size_t contracts() const { return contracts_; }
  /// Whether every contract stands together.
  [[nodiscard]] bool isGrouped() const { return spool_ == nullptr; }

 private:
  /// Where a contract begins.
  struct Start {
    std::uint64_t offset = 0;
    std::uint32_t line = 1;
  };

  struct Stretch;
  struct From {
    std::uint64_t offset;
  };
  /// For a stretch of a file of JSON Lines that begins there, with a line.
  Feed(const std::string& path, From begin);

  bool lookThrough(std::size_t threads);
  void lookThrough(std::uint64_t end, Stretch& stretch);
  [[nodiscard]] std::vector<std::uint64_t> cuts(std::size_t threads);
  bool isJoined(std::vector<Stretch> stretches, std::uint64_t end);
  void takeApart(std::size_t memory);
  void rewind();
  std::optional<ContractLines> nextGrouped();
  bool readLine(std::string_view& line);
  std::string_view contractOf(std::string_view line);

  std::string path_;
  LineSource source_;
  std::string header_;  ///< of a CSV file; empty for JSON Lines
  std::uint32_t line_ = 0;
  std::size_t contracts_ = 0;
  std::string named_;         ///< the last contract whose line had to be taken apart
  std::deque<Start> starts_;  ///< of the contracts to come, and the end of the file
  std::unique_ptr<Spool> spool_;
};

}  // namespace beding
