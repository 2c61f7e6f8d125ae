// A small document as programs get it: from its bytes.
#pragma once

#include "beding/engine.h"
#include "bgraf/bgraf.h"
#include "unit/graph_builder.h"

namespace beding::sample {

/// 1.1: an invoice is paid within 14 days; 1.2: interest when it is late.
inline v1::Graph paymentTerms(const std::string& document = "proef") {
  built::Builder built;
  built.invoices();
  built.interest("1.2", false);
  built.graph.document = document;
  auto graph = v1::Graph::load(toBgraf(built.graph));
  REQUIRE_MESSAGE(graph, graph.error().message.dutch);
  return *graph;
}

inline v1::Evaluation begun(const v1::Graph& graph) {
  auto evaluation = v1::Evaluation::begin(graph);
  REQUIRE(evaluation);
  return std::move(*evaluation);
}

inline v1::Event invoice(const std::string& number, const std::string& on, std::int64_t cents) {
  return {"factuur verzonden", on, {{"factuur", number}, {"bedrag", v1::Cents{cents}}}};
}
inline v1::Event payment(const std::string& number, const std::string& on, std::int64_t cents) {
  return {"betaling ontvangen", on, {{"factuur", number}, {"bedrag", v1::Cents{cents}}}};
}

/// What went wrong, in Dutch; nothing when it went well.
template <class T>
std::string problemOf(const v1::Result<T>& result) {
  return result ? "" : result.error().message.dutch;
}

}  // namespace beding::sample
