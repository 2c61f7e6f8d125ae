// What can be named on a timeline: the instances that it makes, and what the document reads.
#pragma once

#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"
#include "timeline/timeline.h"

namespace beding::engine {

using Names = std::set<std::string>;

/// Calls `visit` with a text, or with the texts of a list.
template <class Visit>
void eachText(const Value& value, Visit visit) {
  if (const auto* text = std::get_if<std::string>(&value)) visit(*text);
  if (const auto* list = std::get_if<std::vector<std::string>>(&value))
    for (const std::string& text : *list) visit(text);
}

/// Calls `visit` with every key by which the event, or something it brings about, can be called.
template <class Visit>
void eachKey(const Event& event, const EventType& type, Visit visit) {
  visit(event.key);
  for (const std::string& key : event.formerKeys) visit(key);
  for (std::size_t i = 0; i < type.attributes.size(); ++i)
    if (type.attributes[i].isKey) eachText(event.attributes[i], visit);
}

/// Folded, and without `de`, `het` or `een` before it.
std::string bareName(const std::string& name);

/// What the sentences of a document name, whatever the timeline. Each list is made when it is first asked for, as most
/// timelines are right. Any number of threads may share it.
class DocumentNames {
 public:
  explicit DocumentNames(const graph::Graph& graph) : graph_(graph) {}

  [[nodiscard]] const graph::Graph& graph() const { return graph_; }
  [[nodiscard]] const Names& things() const;  ///< that are called by a key: `factuur`
  [[nodiscard]] const Names& places() const;  ///< leden, with and without the names of their outcomes
  [[nodiscard]] const Names& words() const;   ///< that attributes are compared with
  [[nodiscard]] const Names& topics() const;  ///< of agreements

 private:
  const graph::Graph& graph_;
  struct MadeOnce {
    std::once_flag made;
    Names names;
  };
  const Names& once(MadeOnce& list, Names (*make)(const graph::Graph&)) const;

  mutable MadeOnce things_, places_, words_, topics_;
};

class KnownNames {
 public:
  /// The names of the document and the timeline must outlive it.
  KnownNames(const DocumentNames& document, const Timeline& timeline);

  /// The key of an instance, or several joined: what a norm about several instances gives rise to.
  [[nodiscard]] bool isInstance(const std::string& key) const;
  /// The same, or any other text that some line says.
  [[nodiscard]] bool isSaid(const std::string& key) const;
  /// A thing that is called by a key (`factuur`): an attribute of that name means an instance that must be there.
  [[nodiscard]] bool isThing(const std::string& name) const { return document_.things().contains(name); }
  /// Nothing else on the timeline has this name, and an instance has nearly this one. Short names as F1 look alike by
  /// nature: with `numbered` they are nearly the same when only their number differs.
  [[nodiscard]] bool looksLikeInstance(const std::string& name, bool numbered) const;
  /// The keys that people gave.
  [[nodiscard]] std::vector<std::string> instances() const;

  /// A role that someone has: a party, or `derde`.
  [[nodiscard]] bool isRole(const std::string& name) const;
  /// A lid, with or without the name of an outcome.
  [[nodiscard]] bool isPlace(const std::string& name) const;
  /// A word that some sentence compares an attribute with: `tegen "voorwaarden"`.
  [[nodiscard]] bool isWord(const std::string& text) const;
  /// What an agreement can be about: a parameter, a quantity, or what a sentence asks of `over`.
  [[nodiscard]] const Names& topics() const;
  /// Speaks of another document than this one; a name that looks like this one's is a slip.
  [[nodiscard]] bool isElsewhere(const std::string& name) const;

 private:
  [[nodiscard]] bool isKey(std::string_view text) const;

  const DocumentNames& document_;
  const Timeline& timeline_;
  std::vector<std::string_view> keys_;
};

}  // namespace beding::engine
