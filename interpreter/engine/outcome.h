// Outcomes: what the interface publishes (as JSON: `beding schema uitkomst`).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "graph/graph.h"
#include "values/interest.h"
#include "values/moment.h"

namespace beding {

enum class OutcomeKind : std::uint8_t {
  obligation,
  prohibition,
  power,
  exercise,
  amount,
  state,
  right,
  indemnity,
  limit,
  presumption,
  property,
};

/// One way in which a prohibition was breached.
struct Violation {
  Moment from;
  std::optional<Moment> to;
  std::string event;  ///< key of the event
};

/// One step of an explanation: a sentence, what it rests on, and the steps below it. Dutch, made when recorded.
struct Reason {
  std::string text;    ///< "uiterste dag 15 juni 2026: 14 dagen na 1 juni 2026"
  std::string lid;     ///< "vandeez:6.5", empty when it is an event or a count
  std::string source;  ///< "clauses/vandeez/06-prijzen.beding:12", or "regel 3" for an event
  std::vector<Reason> because;
};

/// One outcome. Absent fields do not apply. Texts are those of the interface (status "te-laat-nagekomen").
struct Outcome {
  std::string lid;  ///< "vandeez:6.5"
  std::string name;
  OutcomeKind kind = OutcomeKind::obligation;
  std::string key;  ///< sleutel, empty for none
  std::string status;
  std::string bearer;                    ///< drager
  std::string counterparty;              ///< jegens
  std::optional<Moment> from;            ///< vanaf
  std::optional<Moment> deadline;        ///< uiterlijk
  std::optional<Moment> latestDeadline;  ///< uiterlijk_laatst
  std::optional<Moment> to;              ///< tot
  std::optional<Moment> since;           ///< sinds
  std::optional<Money> amount;           ///< bedrag
  std::optional<Money> open;             ///< open
  std::optional<bool> charged;           ///< in_rekening
  std::string value;                     ///< waarde
  std::string reason;                    ///< reden
  std::vector<Violation> violations;     ///< overtredingen
  std::vector<InterestSegment> segments;
  bool dormant = false;  ///< sleeping or unavailable: shown only with --alles
  Reason why;            ///< filled only when explanations are asked for
};

struct Question {
  std::string id;  ///< "vandeez:1.11/voldoende", or "feit/..." for a missing attribute
  std::string text;
  std::vector<std::string> neededFor;  ///< "vandeez:8.3 voorkomen"
  std::vector<std::string> subjects;   ///< keys of the instances it is asked about
};

struct Evaluation {
  std::string document;
  Date asOf;
  std::vector<Outcome> outcomes;  ///< by lid as numbered, then name, key, bearer
  std::vector<Question> questions;
  std::vector<Wording> assumptions;
  std::vector<Wording> warnings;
};

}  // namespace beding
