// Mixed lines put in order: kept by contract, in memory up to a size, beyond it in a temporary database that is gone
// when the program ends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/wording.h"

namespace beding {

/// The file cannot be read, or a temporary one not made. `what()` is the Dutch text.
struct PortfolioError : std::runtime_error {
  explicit PortfolioError(Wording said) : std::runtime_error(said.dutch), wording(std::move(said)) {}
  Wording wording;
};

struct ContractLine {
  std::uint32_t number = 0;  ///< in the file
  std::string text;
};

struct ContractLines {
  std::string name;  ///< empty: the lines say no contract
  std::vector<ContractLine> lines;
};

class Spool {
 public:
  explicit Spool(std::size_t memory);
  ~Spool();
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  void add(const std::string& contract, ContractLine line);
  /// The contracts in order of first appearance, each once; call after the last `add`.
  std::optional<ContractLines> next();
  [[nodiscard]] std::size_t contracts() const { return contracts_.size(); }
  /// Whether it grew beyond its memory.
  [[nodiscard]] bool isOnDisk() const { return database_ != nullptr; }

 private:
  class Database;

  void moveToDisk();

  std::size_t memory_;
  std::size_t held_ = 0;
  std::map<std::string, std::size_t> index_;  ///< contract to its place in `contracts_`
  std::vector<ContractLines> contracts_;      ///< on disk: only names
  std::size_t next_ = 0;
  std::unique_ptr<Database> database_;
};

}  // namespace beding
