// The order of forms: equal or narrower satisfies, wider is not known, disjoint fails.
#include <algorithm>

#include "engine/expressions.h"

namespace beding::engine {

namespace {

using graph::Form;
using graph::FormId;

std::optional<FormId> formNamed(const World& world, const std::string& text) {
  for (std::uint32_t index = 0; index < world.graph.forms.size(); ++index) {
    const Form& form = world.graph.forms[index];
    const auto& spellings = form.spellings;
    const bool spelled = std::find(spellings.begin(), spellings.end(), text) != spellings.end();
    if (form.name == text || spelled) return FormId{index};
  }
  return std::nullopt;
}

const std::string* formOf(const World& world, const Occurrence& occurrence) {
  const auto& attributes = world.typeOf(occurrence).attributes;
  for (std::size_t index = 0; index < attributes.size() && index < occurrence.event.attributes.size(); ++index) {
    if (attributes[index].isForm) return std::get_if<std::string>(&occurrence.event.attributes[index]);
  }
  return nullptr;
}

/// Whether `actual` counts as `wanted`. A narrower form may have to be reliable.
Verdict counts(World& world, FormId wanted, FormId actual, const Environment& occurrence) {
  if (wanted == actual) return truth(true);
  Verdict whole = truth(false);
  for (const FormId narrower : at(world.graph.forms, wanted).covers) {
    const Verdict below = counts(world, narrower, actual, occurrence);
    if (below.truth() == Truth::no) continue;
    disjoin(whole, both(below, holds(world, at(world.graph.forms, narrower).reliable, occurrence)));
  }
  return whole;
}

bool covers(const World& world, FormId wider, FormId narrower) {
  const auto& below = at(world.graph.forms, wider).covers;
  return wider == narrower ||
         std::any_of(below.begin(), below.end(), [&](FormId form) { return covers(world, form, narrower); });
}

Verdict askForm(World& world, Binding subject) {
  return verdictOf(askFact(world, subject, "vorm", "In welke vorm is " + world.keyOf(subject) + " gedaan?"));
}

}  // namespace

Verdict satisfiesForm(World& world, FormId form, Binding subject, bool only) {
  const Occurrence* occurrence = world.occurrenceOf(subject);
  if (occurrence == nullptr) return truth(false);
  const std::string* text = formOf(world, *occurrence);
  const auto actual = text != nullptr ? formNamed(world, *text) : std::nullopt;
  if (!actual) return askForm(world, subject);
  if (only && *actual == form) return truth(true);
  Environment environment;
  environment.bind(0, subject);
  Verdict enough = only ? truth(false) : counts(world, form, *actual, environment);
  if (enough.truth() != Truth::no) return enough;
  return *actual != form && covers(world, *actual, form) ? askForm(world, subject) : enough;
}

}  // namespace beding::engine
