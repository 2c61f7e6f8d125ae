// What was found out about an evaluation, and need not be found out again as it goes on.
#pragma once

#include <cstddef>

#include "engine/order.h"

namespace beding::engine {

struct Checked {
  OtherOrders orders;
  std::size_t knownNames = 0;  ///< so many events of the timeline name only what is known
};

}  // namespace beding::engine
