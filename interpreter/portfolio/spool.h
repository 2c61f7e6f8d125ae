// Mixed lines put in order: kept by contract, in memory up to a size, beyond it in a temporary database that is gone
// when the program ends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "portfolio/portfolio_error.h"
#include "timeline/reader.h"

namespace beding {

/// The lines of one contract, with the number that each has in the file.
struct ContractLines {
  std::string name;  ///< empty: the lines say no contract
  std::string text;
  LineNumbers numbers;
  bool areStray = false;  ///< nobody knows of which contract: they cannot be evaluated

  /// A line, or a row of several, without its line feed.
  void add(std::uint32_t number, std::string_view line);
};

class Spool {
 public:
  explicit Spool(std::size_t memory);
  ~Spool();
  Spool(const Spool&) = delete;
  Spool& operator=(const Spool&) = delete;

  /// A line of the file, without its line feed; numbers go up. A row of CSV may be several lines, numbered from that.
  void add(std::string_view contract, std::uint32_t number, std::string_view line);
  /// The contracts in order of first appearance, each once; call after the last `add`.
  std::optional<ContractLines> next();
  [[nodiscard]] std::size_t contracts() const { return names_.size(); }
  [[nodiscard]] bool has(std::string_view contract) const { return index_.find(contract) != index_.end(); }
  /// Whether it grew beyond its memory.
  [[nodiscard]] bool isOnDisk() const { return database_ != nullptr; }

 private:
  class Database;

  struct Line {
    std::uint32_t contract = 0;
    std::uint32_t number = 0;
    std::string_view text;  ///< in a block
  };
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };

  std::uint32_t contractNamed(std::string_view name);
  std::string_view kept(std::string_view line);
  void sort();
  void moveToDisk();
  void takeLines(std::uint32_t contract, ContractLines& taken);

  std::size_t memory_;
  std::size_t held_ = 0;
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> index_;  ///< contract to its place in `names_`
  std::vector<const std::string*> names_;
  std::deque<std::string> blocks_;  ///< texts of lines, which stay where they are
  std::deque<Line> lines_;
  bool sorted_ = false;
  std::uint32_t next_ = 0;
  std::unique_ptr<Database> database_;
};

}  // namespace beding
