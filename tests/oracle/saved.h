// The way of other programs: the library on the bytes of a `.bgraf`, saved and resumed after every line.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "values/moment.h"

namespace beding::oracle {

/// A compiled document as the library loads it.
class SavedRules {
 public:
  explicit SavedRules(const std::string& bgraf);
  ~SavedRules();
  struct Inside;
  std::unique_ptr<const Inside> inside;
};

/// An evaluation that becomes bytes after every line and every day, and goes on from those.
class Saved {
 public:
  Saved(const SavedRules& rules, const std::map<std::string, std::string>& readings);
  ~Saved();

  /// Takes in the line; false when it is refused.
  bool apply(const std::string& line);
  bool advance(Date day);
  /// As JSON, what sleeps included; or the error.
  [[nodiscard]] std::string outcomes() const;

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace beding::oracle
