// What sentences are called, and in which order they are told.
#include <algorithm>

#include "engine/words.h"
#include "engine/world.h"
#include "machine/translator.h"

namespace beding::machine {

using graph::NodeKind;

Sentence Translator::outline(const generate::Sentence& from) {
  Sentence sentence;
  sentence.number = from.number;
  if (from.node.kind == NodeKind::norm)
    sentence.kind = graph::isPower(graph_.norms[from.node.index].kind) ? Kind::power : Kind::duty;
  if (from.node.kind == NodeKind::amount)
    sentence.kind = graph_.amounts[from.node.index].kind == graph::AmountKind::interest ? Kind::interest : Kind::posted;
  sentence.column = program_.columns[static_cast<std::size_t>(sentence.kind)]++;
  if (from.over) {
    sentence.entity = entityIndex(model_, *from.over);
    program_.entities[sentence.entity].sentences.push_back(from.number);
  }
  sentence.heading = headingOf(from, kindOf(from));
  if (sentence.kind == Kind::power) sentence.exercise = headingOf(from, OutcomeKind::exercise);
  return sentence;
}

/// Until all are there, their order is that in which they were made.
std::uint32_t Translator::add(PlainHeading heading) {
  program_.outcomes.headings.push_back(std::move(heading));
  return static_cast<std::uint32_t>(program_.outcomes.headings.size() - 1);
}

PlainHeading Translator::titleOf(graph::NodeRef node, OutcomeKind kind) const {
  const auto called =
      std::find_if(headings_.begin(), headings_.end(), [&](const engine::Heading& each) { return each.node == node; });
  PlainHeading heading;
  heading.kind = kind;
  if (called == headings_.end()) return heading;
  heading.lid = called->lid;
  heading.name = called->name;
  heading.place = called->place;
  return heading;
}

std::uint32_t Translator::headingOf(const generate::Sentence& from, OutcomeKind kind) {
  PlainHeading heading = titleOf(from.node, kind);
  const auto parties = [&](graph::Party bearer, graph::Party counterparty) {
    heading.bearer = engine::partyName(bearer);
    heading.counterparty =
        engine::partyName(counterparty == graph::Party::none ? engine::otherParty(bearer) : counterparty);
  };
  if (from.node.kind == NodeKind::norm)
    parties(graph_.norms[from.node.index].bearer.fixed, graph_.norms[from.node.index].counterparty.fixed);
  if (from.node.kind == NodeKind::amount)
    parties(graph_.amounts[from.node.index].debtor.fixed, graph_.amounts[from.node.index].creditor.fixed);
  if (from.node.kind == NodeKind::state) parties(graph_.states[from.node.index].bearer.fixed, graph::Party::none);
  return add(std::move(heading));
}

OutcomeKind Translator::kindOf(const generate::Sentence& from) const {
  if (from.node.kind == NodeKind::amount) return OutcomeKind::amount;
  if (from.node.kind == NodeKind::norm)
    return graph::isPower(graph_.norms[from.node.index].kind) ? OutcomeKind::power : OutcomeKind::obligation;
  const bool presumed = graph_.states[from.node.index].report == graph::StateReport::presumption;
  return presumed ? OutcomeKind::presumption : OutcomeKind::state;
}

void Translator::fillReports() {
  for (const Sentence& sentence : program_.sentences)
    if (sentence.reported) program_.reports.push_back({sentence.heading, sentence.number});
  for (std::uint32_t i = 0; i < graph_.properties.size(); ++i) {
    const graph::Property& property = graph_.properties[i];
    if (!model_.has(NodeKind::property, i)) continue;
    PlainHeading heading = titleOf({NodeKind::property, i}, OutcomeKind::property);
    heading.value = property.value;
    program_.reports.push_back({add(std::move(heading)), none});
  }
  const std::vector<std::uint32_t> now = sort(program_.outcomes.headings);
  for (Sentence& sentence : program_.sentences)
    sentence.heading = now[sentence.heading], sentence.exercise = now[sentence.exercise];
  for (Report& report : program_.reports) report.heading = now[report.heading];
  std::sort(program_.reports.begin(), program_.reports.end(),
            [](const Report& a, const Report& b) { return a.heading < b.heading; });
}

}  // namespace beding::machine
