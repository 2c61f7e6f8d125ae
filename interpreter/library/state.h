// A saved evaluation: the lines it took in and what was chosen, as bytes. The layout stands in docs/inbedden.md.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/wording.h"
#include "beding/engine.h"
#include "values/moment.h"

namespace beding::v1 {

struct State {
  std::uint64_t mark = 0;                       ///< of the graph it was saved under
  std::map<std::string, std::string> readings;  ///< as the engine wants them
  std::optional<beding::Date> today;
  std::uint32_t lines = 0;  ///< so many were taken in, empty ones too
  std::string timeline;     ///< JSON Lines, each event on its own line
};

std::string bytesOf(const State& state);
/// Reads any bytes at all: nothing is believed, and what is wrong is said.
Result<State> stateIn(std::string_view bytes);

Error refusedState(const Wording& why);
Error damagedState();

}  // namespace beding::v1
