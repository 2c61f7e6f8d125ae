// A small vocabulary and shorthands for the tests of the timeline and of what is made of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "timeline/timeline.h"

namespace beding::sample {

inline Attribute attribute(std::string name, Type type, bool required = false) {
  Attribute result;
  result.name = std::move(name);
  result.type = type;
  result.required = required;
  return result;
}

inline Attribute key(std::string name) {
  Attribute result = attribute(std::move(name), Type::reference, true);
  result.isKey = true;
  return result;
}

inline Attribute choice(std::string name, std::vector<std::string> choices) {
  Attribute result = attribute(std::move(name), Type::text);
  result.choices = std::move(choices);
  return result;
}

inline std::vector<EventType> vocabulary() {
  Attribute term = attribute("termijn", Type::duration);
  term.otherTypes = {Type::date};
  return {
      {"factuur verzonden",
       {key("factuur"), attribute("bedrag", Type::money, true), attribute("factuurdatum", Type::date),
        choice("soort", {"regulier", "voorschot", "registratie"}), attribute("specificatie", Type::truth)}},
      {"betaling ontvangen", {attribute("factuur", Type::reference), attribute("bedrag", Type::money, true)}},
      {"opzegging gedaan",
       {attribute("partij", Type::party), attribute("vorm", Type::form), attribute("ontvangen", Type::instant),
        attribute("per direct", Type::truth)}},
      {"aanbod uitgebracht", {key("aanbod"), attribute("geldigheid", Type::duration)}},
      {"aanbod aanvaard", {attribute("aanbod", Type::reference, true)}},
      {"overeenkomst gesloten",
       {attribute("overeenkomst", Type::reference), attribute("onderdelen", Type::list),
        attribute("duur", Type::duration)}},
      {"ingebrekestelling verzonden", {attribute("tekortkoming", Type::reference), term}},
      {"uren geregistreerd",
       {attribute("week", Type::period), attribute("uren", Type::number), attribute("percentage", Type::percentage)}},
  };
}

inline TimelineResult read(std::string_view text, const ReadOptions& options = {}) {
  return readTimeline(text, "dossier.jsonl", vocabulary(), options);
}

/// All problems of a text, one per line, as the command prints them.
inline std::string problems(std::string_view text) {
  std::string result;
  for (const InputProblem& problem : read(text).problems) result += beding::text(problem) + "\n";
  return result;
}

/// Keys of the events in their order, joined by spaces.
inline std::string keys(const Timeline& timeline) {
  std::string result;
  for (const Event& event : timeline.events) result += (result.empty() ? "" : " ") + event.key;
  return result;
}

}  // namespace beding::sample
