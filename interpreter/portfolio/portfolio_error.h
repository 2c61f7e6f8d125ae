// Why a portfolio cannot go on.
#pragma once

#include <stdexcept>
#include <utility>

#include "base/wording.h"

namespace beding {

/// The file cannot be read, or a temporary one not made. `what()` is the Dutch text.
struct PortfolioError : std::runtime_error {
  explicit PortfolioError(Wording said) : std::runtime_error(said.dutch), wording(std::move(said)) {}
  Wording wording;
};

}  // namespace beding
