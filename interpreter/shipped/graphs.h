// What make.cpp writes while the program is built: the compiled documents.
#pragma once

#include <span>
#include <string_view>

namespace beding::shipped {

struct Graph {
  std::string_view document;                ///< "bakkerij-de-boer"
  std::span<const std::string_view> terms;  ///< documents that it is under: "vandeez"
  std::string_view bytes;                   ///< as in a `.bgraf`
};

std::span<const Graph> graphs();

}  // namespace beding::shipped
