// A timeline to which lines are added as they come in. At every moment it is the one that all lines so far make.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "timeline/timeline.h"

namespace beding {

/// A line that stands by itself behind all others is put there; for any other, all lines are held against each other
/// again. The event types must outlive it.
class GrowingTimeline {
 public:
  struct Added {
    std::vector<InputProblem> problems;
    bool atTheEnd = false;  ///< what there was is as it was, and only events came behind it
  };

  GrowingTimeline(const std::vector<EventType>& types, std::string name);

  /// Takes in all lines or, when anything is wrong with them or with what they say of earlier ones, none.
  Added add(const TypedLines& lines);
  [[nodiscard]] const Timeline& timeline() const { return timeline_; }

 private:
  [[nodiscard]] bool standsAtTheEnd(const Event& event) const;
  /// Whatever the other lines are, nothing that it has to say is left out.
  [[nodiscard]] bool isWhole(const Event& event) const;
  [[nodiscard]] bool isLast(const Event& event) const;
  void append(const Event& event);
  Added addThoroughly(const TypedLines& lines);
  [[nodiscard]] TypedLines allLines() const;
  void lookOver(const TypedLines& all);

  const std::vector<EventType>& types_;
  Timeline timeline_;
  std::optional<TypedLines> all_;   ///< as they came, once a line has changed another; else the timeline tells
  std::vector<std::uint32_t> ids_;  ///< of all lines, as sorted numbers; two ids may share one
  std::uint32_t lastLine_ = 0;
  bool allWhole_ = true;
};

}  // namespace beding
