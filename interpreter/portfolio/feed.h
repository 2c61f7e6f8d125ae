// The lines of a file, contract by contract, in order of first appearance. A file in which every contract stands
// together is read as it goes; a mixed one, one in which some lines say no contract, and what can be read only once (a
// pipe), is kept in memory while it fits, else in a temporary database.
//
// Lines that say no contract are of the only one that there is. Where there are more, nobody knows; nor of a line that
// cannot be taken apart, unless no line says a contract.
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
#include "timeline/csv.h"
#include "timeline/reader.h"

namespace beding {

class Feed {
 public:
  /// `path`: `-` is the standard input; `memory`: how many bytes of mixed lines may stay in memory; so many threads
  /// look through a large file. Throws PortfolioError when the file cannot be read, nothing in it can, or a temporary
  /// file cannot be made.
  Feed(const std::string& path, std::size_t memory, std::size_t threads = 1);

  /// The next contract; nothing at the end.
  std::optional<ContractLines> next();
  /// What is wrong with stray lines, at least one thing with each.
  [[nodiscard]] std::vector<InputProblem> problems(const ContractLines& stray) const;
  /// Its timeline, or what is wrong with its lines, under the numbers they have in the file.
  [[nodiscard]] TimelineResult timeline(const ContractLines& contract, const TimelineReader& reader,
                                        const ReadOptions& options) const;

  /// The same without a copy of the lines; false when that cannot be (`TimelineReader::read`).
  [[nodiscard]] bool timeline(const ContractLines& contract, const TimelineReader& reader, LineLayouts& layouts,
                              PlainTimeline& plain) const {
    return !csv_ && reader.read(contract.text, contract.numbers, layouts, plain);
  }

  /// Without stray lines.
  [[nodiscard]] std::size_t contracts() const { return contracts_; }
  /// How often `next` has something: of every contract, and of stray lines together.
  [[nodiscard]] std::size_t parts() const { return parts_; }
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
  void giveToOnlyOne();
  void rewind();
  std::optional<ContractLines> nextGrouped();
  std::optional<ContractLines> nextApart();
  bool readLine(std::string_view& line);
  bool isHeader(std::string_view& line);
  [[noreturn]] void refuse(const Wording& problem) const;
  bool standsBeforeLines(std::string_view& line);
  std::string_view wholeRow(std::string_view line, const CsvHeader& header);
  std::string_view contractOf(std::string_view line);
  [[nodiscard]] Records recordsOf(const ContractLines& contract) const;
  /// Of what was read last: that of its first line.
  [[nodiscard]] std::uint32_t number() const { return line_ - further_; }

  std::string path_;
  LineSource source_;
  std::optional<CsvHeader> csv_;  ///< of a CSV file; nothing for JSON Lines
  bool begun_ = false;            ///< whether it is known which of them it is
  std::uint32_t line_ = 0;
  std::uint32_t further_ = 0;  ///< lines that the last row has behind its first
  std::size_t contracts_ = 0, parts_ = 0;
  std::string named_;         ///< the last contract whose line had to be taken apart
  std::deque<Start> starts_;  ///< of the contracts to come, and the end of the file
  std::unique_ptr<Spool> spool_;
  std::deque<ContractLines> ready_;  ///< taken from it already
};

}  // namespace beding
