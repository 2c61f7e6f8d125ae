// What an Evaluation holds.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "library/graph.h"
#include "library/state.h"
#include "timeline/packed_lines.h"
#include "timeline/record.h"

namespace beding::v1 {

using Readings = std::map<std::string, std::string>;

/// Lines are kept as they came in. As long as the machine can do with them it evaluates them anew each time; the
/// engine, once it is asked, goes on with them. What it worked out is kept with the graph for as long as there is room.
class Evaluation::Inside {
 public:
  Inside(std::shared_ptr<const Graph::Inside> theGraph, Readings theReadings)
      : graph_(std::move(theGraph)), readings_(std::move(theReadings)) {}
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;
  ~Inside() { forget(); }

  /// Takes in lines, of which the first is the one behind those it has, and keeps them as they were.
  /// `takenApart`: how it is read where it is not plain.
  Result<Done> apply(std::string_view lines, Records (*takenApart)(std::string_view) = recordsIn);
  Result<Done> apply(const Event& event);
  /// False when the day is past.
  bool advance(beding::Date day);
  [[nodiscard]] const std::optional<beding::Date>& today() const { return today_; }
  [[nodiscard]] std::string timeline() const { return graph_->reader().text(lines_); }
  [[nodiscard]] State state() const { return {graph_->mark, readings_, today_, lines_.count(), timeline()}; }

  [[nodiscard]] Result<Outcomes> outcomes(bool sleeping) const;
  [[nodiscard]] Result<beding::Evaluation> evaluation(bool explain, bool sleeping) const;

 private:
  [[nodiscard]] bool mayAskMachine() const { return readings_.empty() && graph_->machine.runs(); }
  bool takePlain(std::string_view lines);
  Result<Done> takeThoroughly(Records records, std::uint32_t count);
  Result<Done> take(TypedLines lines);
  void keep(const std::vector<Record>& records, std::uint32_t count);
  [[nodiscard]] std::unique_ptr<Going> begun() const;
  template <class Use>
  auto withGoing(Use use) const;
  void forget() const;
  template <class Use>
  bool byMachine(Use use) const;

  std::shared_ptr<const Graph::Inside> graph_;
  Readings readings_;
  PackedLines lines_;
  bool goesOn_ = true;  ///< no line had to be held against any but the one before it
  std::optional<beding::Date> today_;
  bool isPlain_ = true;         ///< all lines are: the engine took in none
  mutable bool given_ = false;  ///< to the graph: what the engine worked out
};

}  // namespace beding::v1
