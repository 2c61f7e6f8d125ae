#include "explain/themes.h"

#include <algorithm>

#include "base/text.h"
#include "explain/select.h"

namespace beding {
namespace {

constexpr const char* payment = "betaling";
constexpr const char* ending = "beëindiging";
constexpr const char* suspension = "opschorting";
constexpr const char* complaints = "klachten";
constexpr const char* liability = "aansprakelijkheid";

class ThemeFinder {
 public:
  ThemeFinder(const graph::Graph& graph, const Outcome& outcome) : graph_(graph), outcome_(outcome) {
    const std::size_t colon = outcome.lid.find(':');
    lid_ = colon == std::string::npos ? outcome.lid : outcome.lid.substr(colon + 1);
  }

  [[nodiscard]] std::string find() const {
    const std::string article = lid_.substr(0, lid_.find('.'));
    for (std::string lid = lid_; lid != article; lid = lid.substr(0, lid.rfind('.'))) {
      if (std::string name = declared(lid); !name.empty()) return name;
    }
    if (std::string name = made(); !name.empty()) return name;
    const std::string name = declared(article);
    return name.empty() ? otherTheme : name;
  }

 private:
  [[nodiscard]] std::string declared(const std::string& lid) const {
    const auto theme = std::find_if(graph_.themes.begin(), graph_.themes.end(),
                                    [&](const graph::Theme& each) { return each.where.lid == lid; });
    return theme == graph_.themes.end() ? std::string() : theme->name;
  }

  /// What the outcome is, whatever its lid is about.
  [[nodiscard]] std::string made() const {
    switch (outcome_.kind) {
      case OutcomeKind::amount:
        return ofAmount();
      case OutcomeKind::right:
        return complaints;
      case OutcomeKind::limit:
      case OutcomeKind::indemnity:
        return liability;
      case OutcomeKind::state:
        return ofState();
      case OutcomeKind::obligation:
        return isPayment() ? payment : "";
      case OutcomeKind::power:
      case OutcomeKind::exercise:
      case OutcomeKind::prohibition:
        return ofNorm();
      case OutcomeKind::presumption:
      case OutcomeKind::property:
        break;
    }
    return {};
  }

  template <class Node>
  [[nodiscard]] bool isNode(const Node& node) const {
    return node.where.lid == lid_ && fold(node.name) == fold(outcome_.name);
  }

  [[nodiscard]] std::string ofAmount() const {
    for (const graph::Amount& amount : graph_.amounts) {
      if (!isNode(amount)) continue;
      if (amount.post == graph::PostKind::interest) return "rente";
      if (amount.post == graph::PostKind::costs) return "kosten";
      if (amount.post == graph::PostKind::penalty) return "boete";
    }
    return {};
  }

  [[nodiscard]] bool isPayment() const {
    return graph_.ledger.payment && isNode(at(graph_.norms, graph_.ledger.payment));
  }

  /// Default by its name, which the interface fixes; the running term by what the term reports.
  [[nodiscard]] std::string ofState() const {
    if (fold(outcome_.name) == "verzuim") return "verzuim";
    for (const graph::Effect& effect : graph_.effects) {
      if (effect.shows && isNode(at(graph_.states, effect.shows))) return payment;
    }
    for (const graph::StateId state : graph_.term.reports) {
      if (isNode(at(graph_.states, state))) return ending;
    }
    return {};
  }

  [[nodiscard]] std::string ofNorm() const {
    for (const graph::Norm& norm : graph_.norms) {
      if (!isNode(norm)) continue;
      for (const graph::Effect& effect : graph_.effects) {
        if (!effect.act || effect.act != norm.act) continue;
        if (effect.kind == graph::EffectKind::suspend) return suspension;
        if (effect.kind == graph::EffectKind::endAgreement || effect.kind == graph::EffectKind::preventRenewal)
          return ending;
      }
    }
    return {};
  }

  const graph::Graph& graph_;
  const Outcome& outcome_;
  std::string lid_;
};

}  // namespace

std::string themeOf(const graph::Graph& graph, const Outcome& outcome) { return ThemeFinder(graph, outcome).find(); }

}  // namespace beding
