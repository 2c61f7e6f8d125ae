// The lines of a file, contract by contract, in order of first appearance. A file in which every contract stands
// together is read as it goes; a mixed one, and what can be read only once (a pipe), is kept in memory while it fits,
// else in a temporary database.
#pragma once

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "portfolio/spool.h"
#include "timeline/record.h"

namespace beding {

class Feed {
 public:
  /// `path`: `-` is the standard input; `memory`: how many bytes of mixed lines may stay in memory. Throws
  /// PortfolioError when the file cannot be read or a temporary file cannot be made.
  Feed(const std::string& path, std::size_t memory);

  /// The next contract; nothing at the end.
  std::optional<ContractLines> next();
  /// Its lines taken apart, and what was wrong with them, under the numbers they have in the file.
  [[nodiscard]] Records records(const ContractLines& contract) const;

  [[nodiscard]] std::size_t contracts() const { return contracts_; }
  /// Whether every contract stands together.
  [[nodiscard]] bool isGrouped() const { return spool_ == nullptr; }

 private:
  [[nodiscard]] bool canBeReadTwice();
  void lookThrough();
  void takeApart(std::size_t memory);
  std::optional<ContractLines> nextGrouped();
  bool readLine(std::string& text);
  [[nodiscard]] std::string contractOf(const std::string& line) const;

  std::string path_;
  std::ifstream file_;
  std::string header_;  ///< of a CSV file; empty for JSON Lines
  std::uint32_t line_ = 0;
  std::size_t contracts_ = 0;
  bool grouped_ = true;
  std::optional<ContractLine> ahead_;  ///< first line of the contract after the present one
  std::string aheadOf_;
  std::unique_ptr<Spool> spool_;
};

}  // namespace beding
