// A short row of small things.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <ranges>
#include <stdexcept>
#include <type_traits>
#include <utility>

namespace beding {

/// A row that nearly always has at most `few` elements; those stand in the row itself, more have memory of their own.
template <class T, std::uint32_t few>
requires std::is_trivially_copyable_v<T>
class Few {
 public:
  Few() = default;
  Few(std::initializer_list<T> values) { assign(values); }
  template <std::ranges::contiguous_range Values>
  Few(const Values& values) {  // NOLINT: as from any row
    assign(values);
  }
  Few(const Few& other) { assign(other); }
  Few(Few&& other) noexcept
      : size_(std::exchange(other.size_, 0)), inside_(other.inside_), outside_(std::move(other.outside_)) {}
  Few& operator=(Few other) noexcept {
    size_ = other.size_;
    inside_ = other.inside_;
    outside_ = std::move(other.outside_);
    return *this;
  }
  ~Few() = default;

  /// Elements that come to be are as T{}; those that were there are not kept.
  void reset(std::size_t size) {
    outside_ = size > few ? std::make_unique<T[]>(size) : nullptr;
    inside_ = {};
    size_ = static_cast<std::uint32_t>(size);
  }
  void clear() { reset(0); }
  void push_back(T value) {
    Few grown;
    grown.reset(size_ + 1);
    std::copy(begin(), end(), grown.begin());
    grown[size_] = value;
    *this = std::move(grown);
  }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] T* data() { return size_ > few ? outside_.get() : inside_.data(); }
  [[nodiscard]] const T* data() const { return size_ > few ? outside_.get() : inside_.data(); }
  [[nodiscard]] T* begin() { return data(); }
  [[nodiscard]] T* end() { return data() + size_; }
  [[nodiscard]] const T* begin() const { return data(); }
  [[nodiscard]] const T* end() const { return data() + size_; }
  T& operator[](std::size_t index) { return data()[index]; }
  const T& operator[](std::size_t index) const { return data()[index]; }
  [[nodiscard]] const T& at(std::size_t index) const {
    if (index >= size_) throw std::out_of_range("Few::at");
    return data()[index];
  }
  [[nodiscard]] const T& front() const { return data()[0]; }
  [[nodiscard]] const T& back() const { return data()[size_ - 1]; }
  friend bool operator==(const Few& a, const Few& b) { return std::ranges::equal(a, b); }

 private:
  template <class Values>
  void assign(const Values& values) {
    reset(std::size(values));
    std::copy(std::begin(values), std::end(values), begin());
  }

  std::uint32_t size_ = 0;
  std::array<T, few> inside_{};
  std::unique_ptr<T[]> outside_;
};

}  // namespace beding
