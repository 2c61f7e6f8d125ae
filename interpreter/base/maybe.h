// A value or none, in the room of the value.
#pragma once

#include <optional>

namespace beding {

/// As std::optional, for a type that has a value to spare: `T::none`.
template <class T>
class Maybe {
 public:
  constexpr Maybe() = default;
  constexpr Maybe(std::nullopt_t /*none*/) {}         // NOLINT: as std::optional
  constexpr Maybe(const T& value) : value_(value) {}  // NOLINT: as std::optional
  constexpr Maybe(const std::optional<T>& value) : value_(value.has_value() ? *value : T::none()) {}  // NOLINT
  constexpr operator std::optional<T>() const {                                                       // NOLINT
    return has_value() ? std::optional<T>(value_) : std::nullopt;
  }

  [[nodiscard]] constexpr bool has_value() const { return !(value_ == T::none()); }
  explicit constexpr operator bool() const { return has_value(); }
  constexpr const T& operator*() const { return value_; }
  constexpr T& operator*() { return value_; }
  constexpr const T* operator->() const { return &value_; }
  constexpr T* operator->() { return &value_; }
  [[nodiscard]] constexpr const T& value() const { return value_; }
  [[nodiscard]] constexpr T value_or(const T& otherwise) const { return has_value() ? value_ : otherwise; }
  constexpr void reset() { value_ = T::none(); }
  friend constexpr bool operator==(const Maybe&, const Maybe&) = default;

 private:
  T value_ = T::none();
};

}  // namespace beding
