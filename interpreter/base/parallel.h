// The same work for many things, on all cores.
#pragma once

#include <cstddef>
#include <functional>

namespace beding {

/// As many threads as are asked for: 0 is one for each core.
unsigned threadsFor(unsigned asked);

/// Calls `work` with 0 to `count` - 1, each once, in any order, on at most as many threads as there are cores; comes
/// back when all are done. What one throws is thrown again here, after that; what the others did stands.
void inParallel(std::size_t count, const std::function<void(std::size_t)>& work);

/// The same on at most `threads` threads; `work` is told too by which of them, from 0, it is called.
void inParallel(std::size_t count, std::size_t threads, const std::function<void(std::size_t, std::size_t)>& work);

}  // namespace beding
