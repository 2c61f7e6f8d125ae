// The steps of the pipeline that can be shown.
#pragma once

#include <string>
#include <string_view>

#include "workspace/workspace.h"

namespace beding::cli {

/// One of the two functions is set.
struct Step {
  std::string_view name;
  std::string (*ofFile)(const Workspace&, FileIndex) = nullptr;  ///< needs no more than the file
  std::string (*ofDocument)(const Compiled&) = nullptr;
};

const Step* findStep(std::string_view name);
/// All names, for help and messages.
std::string stepNames();

}  // namespace beding::cli
