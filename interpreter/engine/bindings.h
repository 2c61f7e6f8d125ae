// What stands in the slots of a sentence.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <memory>
#include <vector>

namespace beding::engine {

/// What stands in a slot: an instance of an entity (a party is one) or an occurrence.
struct Binding {
  enum class Kind : std::uint32_t { none, instance, occurrence };
  static constexpr std::uint32_t highest = 0x3fffffff;

  constexpr Binding() = default;
  constexpr Binding(Kind theKind, std::uint32_t theIndex) : kind(theKind), index(theIndex & highest) {}

  Kind kind : 2 = Kind::none;
  std::uint32_t index : 30 = 0;
  friend constexpr bool operator==(const Binding&, const Binding&) = default;
  explicit constexpr operator bool() const { return kind != Kind::none; }
};

/// By slot. Sentences number up to 64 slots (`verify`) and fill three or four: only those are kept, so that a record is
/// small and a copy of it asks for no memory.
class Bindings {
 public:
  Bindings() = default;
  Bindings(const Bindings& other) { *this = other; }
  Bindings(Bindings&&) noexcept = default;
  Bindings& operator=(const Bindings& other);
  Bindings& operator=(Bindings&&) noexcept = default;
  ~Bindings() = default;

  /// One more than the last slot that was bound, be it to nothing.
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool empty() const { return size_ == 0; }
  [[nodiscard]] Binding operator[](std::size_t slot) const {
    return slot < size_ && (filled_ & bitOf(slot)) != 0 ? kept()[countBefore(slot)] : Binding{};
  }
  [[nodiscard]] Binding front() const { return (*this)[0]; }
  void bind(std::size_t slot, Binding binding) {
    const bool isNext = slot == count_ && slot == size_ && slot < few && binding;
    isNext ? addNext(binding) : bindAnywhere(slot, binding);
  }
  void push_back(Binding binding) { bind(size_, binding); }
  /// So many slots, the new ones empty.
  void resize(std::size_t size);

  /// Every slot is filled.
  [[nodiscard]] bool isFull() const { return size_ == count_; }
  /// Those that are filled, in order.
  [[nodiscard]] const Binding* begin() const { return kept(); }
  [[nodiscard]] const Binding* end() const { return kept() + count(); }
  [[nodiscard]] std::size_t count() const { return count_; }
  friend bool operator==(const Bindings& a, const Bindings& b);

 private:
  static constexpr std::size_t most = 64, few = 5;

  static std::uint64_t bitOf(std::size_t slot) { return std::uint64_t{1} << slot; }
  /// Mostly the first so many are filled.
  [[nodiscard]] std::size_t countBefore(std::size_t slot) const {
    const std::uint64_t before = filled_ & (bitOf(slot) - 1);
    if (before + 1 == bitOf(slot)) return slot;
    return before == filled_ ? count_ : static_cast<std::size_t>(std::popcount(before));
  }
  /// Mostly slots are bound one after another.
  void addNext(Binding binding) {
    few_[count_] = binding;
    filled_ |= bitOf(count_);
    size_ = ++count_;
  }
  void bindAnywhere(std::size_t slot, Binding binding);
  [[nodiscard]] const Binding* kept() const { return more_ ? more_->data() : few_.data(); }
  void insert(std::size_t place, Binding binding);
  void erase(std::size_t place);

  std::uint64_t filled_ = 0;
  std::array<Binding, few> few_;
  std::uint16_t size_ = 0;
  std::uint16_t count_ = 0;                          ///< of the bits in `filled_`
  std::unique_ptr<std::array<Binding, most>> more_;  ///< all of them, once there are more than a few
};

}  // namespace beding::engine
