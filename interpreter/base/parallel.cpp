#include "base/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace beding {

unsigned threadsFor(unsigned asked) { return std::max(1U, asked > 0 ? asked : std::thread::hardware_concurrency()); }

void inParallel(std::size_t count, const std::function<void(std::size_t)>& work) {
  inParallel(count, threadsFor(0), [&](std::size_t index, std::size_t) { work(index); });
}

void inParallel(std::size_t count, std::size_t threads, const std::function<void(std::size_t, std::size_t)>& work) {
  std::atomic<std::size_t> next = 0;
  std::exception_ptr thrown;
  std::mutex throwing;
  const auto each = [&](std::size_t thread) {
    try {
      for (std::size_t index = next++; index < count; index = next++) work(index, thread);
    } catch (...) {
      const std::lock_guard lock(throwing);
      if (!thrown) thrown = std::current_exception();
    }
  };
  std::vector<std::jthread> helpers;
  for (std::size_t helper = 1; helper < std::min(count, threads); ++helper) helpers.emplace_back(each, helper);
  each(0);
  helpers.clear();
  if (thrown) std::rethrow_exception(thrown);
}

}  // namespace beding
