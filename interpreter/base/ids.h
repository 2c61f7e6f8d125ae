// Distinct integer ids, so that an event type cannot be passed where a norm is meant.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <vector>

namespace beding {

/// An index into the store that holds `Tag`s. Default-constructed it names nothing.
template <class Tag>
struct Id {
  static constexpr std::uint32_t nothing = 0xffffffff;
  std::uint32_t index = nothing;

  [[nodiscard]] constexpr bool valid() const { return index != nothing; }
  constexpr explicit operator bool() const { return valid(); }
  friend constexpr auto operator<=>(Id, Id) = default;
};

/// The element that `id` names in a vector-like store.
template <class Store, class Tag>
constexpr decltype(auto) at(Store& store, Id<Tag> id) {
  return store[id.index];
}

/// Whether a list of ids has this one.
template <class Tag>
constexpr bool contains(const std::vector<Id<Tag>>& ids, Id<Tag> id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// Appends to a store and returns the id of the new element.
template <class Tag, class Store, class Element>
constexpr Id<Tag> append(Store& store, Element&& element) {
  store.push_back(static_cast<Element&&>(element));
  return Id<Tag>{static_cast<std::uint32_t>(store.size() - 1)};
}

}  // namespace beding
