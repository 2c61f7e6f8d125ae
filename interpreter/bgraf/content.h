// Inside the file: the content that the header stands before.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "base/wording.h"
#include "graph/graph.h"

namespace beding::bgraf {

/// What no writer makes.
struct Damaged : std::runtime_error {
  explicit Damaged(Wording words) : std::runtime_error(words.dutch), why(std::move(words)) {}
  Wording why;
};

/// The strings, each once, and then the fields of the graph.
std::string write(const graph::Graph& graph);

/// The way back; throws Damaged. Nothing is used before it has been looked at.
graph::Graph read(std::string_view content);

/// Changes whenever a field, its type or an enumerator is added, removed or moved: what one version of the program
/// writes, only one with the same shape can read.
std::uint64_t shape();

/// Of bytes: any one byte that changes, changes it.
std::uint64_t checksum(std::string_view bytes);

}  // namespace beding::bgraf
