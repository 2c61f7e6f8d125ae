// A timeline: validated events in their one total order (docs/architectuur.md).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/wording.h"
#include "timeline/schema.h"
#include "values/value.h"

namespace beding {

/// One event of a timeline. `attributes` runs parallel to the attributes of its type; monostate is absent.
struct Event {
  EventTypeId type;
  Moment at;                            ///< `op`
  std::string key;                      ///< its `id`, else "#" and its line number
  std::uint32_t position = 0;           ///< line or index in the input, from 1; a correction takes that of what it
                                        ///< replaces
  std::uint32_t line = 0;               ///< where it stands itself, for messages ("regel 3")
  std::vector<std::string> formerKeys;  ///< keys of the lines that this one replaces, oldest first
  std::vector<Value> attributes;
  std::vector<std::string> about;  ///< `betreft`
  std::optional<Moment> recorded;  ///< `vastgelegd`
  std::string corrects;            ///< `corrigeert`: id of the event it replaces
  std::string withdraws;           ///< `vervalt`: id of the event it withdraws (this line is then no event)
  std::string contract;            ///< `overeenkomst`
};

/// A judgement (`oordeel vastgelegd`): not an event in the order; it answers for the whole life of its subject.
struct JudgementAnswer {
  std::string norm;     ///< "vandeez:1.11/voldoende", or a lid alone: all open norms of that lid
  std::string subject;  ///< key of the instance, empty for all
  Value outcome;        ///< Truth, Moment, Duration, or Number (also for amounts: the norm says which)
  Moment at;            ///< from here on it is known
  std::uint32_t position = 0;
  std::string key;                 ///< its `id`, else "#" and its line number
  std::string by;                  ///< `door`
  std::optional<Moment> recorded;  ///< as for events
  std::string corrects;
  std::string withdraws;
  std::string contract;
};

/// `afspraak vastgelegd` with `over` stays an ordinary event; the engine reads it.

/// Events sorted by day, then time (a date-only event takes the time of the event before it on that day), then
/// position. Corrections are applied as known on the date asked for.
struct Timeline {
  std::string name;
  std::vector<Event> events;
  std::vector<JudgementAnswer> judgements;
  std::vector<std::string> contracts;  ///< every `overeenkomst` named, in order of first appearance
};

/// What was wrong with a line. Nothing is evaluated when there is any.
struct InputProblem {
  std::string file;
  std::uint32_t line = 0;
  Wording message;  ///< what is wrong, what was expected, nearest name, remedy
};

/// `dossier.jsonl:3: ...`, as a compiler writes it.
std::string text(const InputProblem& problem, Language language = Language::dutch);

struct TimelineResult {
  Timeline timeline;
  std::vector<InputProblem> problems;  ///< empty when the timeline is whole
  std::vector<InputProblem> skipped;   ///< with `skipBad`: lines left out
};

struct ReadOptions {
  bool skipBad = false;           ///< `--sla-over`
  std::optional<Date> asKnownOn;  ///< `--zoals-bekend-op`: leave out what was recorded later
  std::string contract;           ///< only this contract's lines, when set
};

/// Reads JSON Lines or CSV (told apart by the first character) against the event types.
TimelineResult readTimeline(std::string_view text, std::string_view name, const std::vector<EventType>& types,
                            const ReadOptions& options);

/// Checks, corrects and sorts events that were made another way (scenarios, the library).
TimelineResult makeTimeline(std::vector<Event> events, std::vector<JudgementAnswer> judgements, std::string_view name,
                            const std::vector<EventType>& types, const ReadOptions& options);

/// Lines read and typed one by one, not yet held against each other: what an evaluation that goes on takes in.
struct TypedLines {
  std::vector<Event> events;
  std::vector<JudgementAnswer> judgements;
  std::vector<InputProblem> problems;  ///< of single lines; the others are there
};

struct PortfolioResult {
  std::vector<Timeline> timelines;  ///< one per contract, named after it, in order of first appearance
  std::vector<InputProblem> problems;
  std::vector<InputProblem> skipped;
};

/// The timelines of many contracts from one text (`portefeuille`). Ids need to be unique within a contract only.
PortfolioResult readPortfolio(std::string_view text, std::string_view name, const std::vector<EventType>& types,
                              const ReadOptions& options);

}  // namespace beding
