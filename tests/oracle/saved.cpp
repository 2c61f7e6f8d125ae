#include "oracle/saved.h"

#include <stdexcept>

#include "beding/engine.h"

namespace beding::oracle {

namespace {

template <class T>
T taken(v1::Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message.dutch);
  return std::move(*result);
}

v1::Options optionsOf(const std::map<std::string, std::string>& readings) {
  v1::Options options;
  for (const auto& [issue, reading] : readings) options.readings.push_back(issue + "=" + reading);
  return options;
}

}  // namespace

struct SavedRules::Inside {
  v1::Graph graph;
};

SavedRules::SavedRules(const std::string& bgraf)
    : inside(std::make_unique<const Inside>(Inside{taken(v1::Graph::load(bgraf))})) {}
SavedRules::~SavedRules() = default;

struct Saved::Inside {
  const v1::Graph& graph;
  v1::Evaluation evaluation;

  void goOn() { evaluation = taken(v1::Evaluation::resume(graph, taken(evaluation.save()))); }
};

Saved::Saved(const SavedRules& rules, const std::map<std::string, std::string>& readings) {
  const v1::Graph& graph = rules.inside->graph;
  inside_ = std::make_unique<Inside>(Inside{graph, taken(v1::Evaluation::begin(graph, optionsOf(readings)))});
}
Saved::~Saved() = default;

bool Saved::apply(const std::string& line) {
  const bool applied = static_cast<bool>(inside_->evaluation.apply(std::string_view(line)));
  inside_->goOn();
  return applied;
}

bool Saved::advance(Date day) {
  const YearMonthDay parts = civil(day);
  const bool advanced = static_cast<bool>(
      inside_->evaluation.advance({parts.year, static_cast<int>(parts.month), static_cast<int>(parts.day)}));
  inside_->goOn();
  return advanced;
}

std::string Saved::outcomes() const {
  const auto json = inside_->evaluation.json(true);
  return json ? *json : json.error().message.dutch;
}

}  // namespace beding::oracle
