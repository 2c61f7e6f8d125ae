// Beding for C++ programs: compiled documents, evaluations that go on, outcomes, reasons. C++17.
//
//   const auto graph = beding::Graph::loadFile("vandeez.bgraf");      // or beding::compile("vandeez"), beding.h
//   auto evaluation = beding::Evaluation::begin(*graph);
//   evaluation->apply({"factuur verzonden", "2026-03-02", {{"factuur", "F1"}, {"bedrag", beding::Cents{100000}}}});
//   evaluation->advance({2026, 3, 17});
//   const auto now = evaluation->outcomes();
//   if (!now) std::cerr << now.error().message.dutch;
//   else for (const beding::Outcome& outcome : now->outcomes) ...
//
// Everything in this header is in the library `beding_engine` (CMake: beding::engine), which runs compiled documents
// and knows neither clauses nor a compiler.
//
// Errors    No exception leaves the library. What can go wrong returns a Result: a value, or an Error with a code and a
//           message in Dutch and English that says what, where and what to do.
// Threads   There is no global state. A Graph is never changed: any number of threads may share one, without locks. An
//           Evaluation or a Portfolio is for one thread at a time.
// Text      is UTF-8. Data is Dutch, as the clauses are: names of events, attributes, statuses.
// Money     is a whole number of euro cents, exact. Nothing is a floating-point number.
// Time      is civil time in Amsterdam; the library reads no clock.
// Unknown   is a status of its own, `onbekend`, with the questions that would settle it; it is never zero and never no.
// Source    every outcome names its lid: `document:artikel.lid`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <beding/version.h>

namespace beding::v1 {

// --- Results ---------------------------------------------------------------------------------------------------------

/// What kind of thing went wrong. The numbers are those of the command's exit status, and of the C interface.
enum class Code {
  wrongUsage = 2,    ///< a question that cannot be answered: no such outcome, no such reading, a day that is past
  invalidInput = 3,  ///< a timeline, document, compiled file or saved state that cannot be used
  internal = 4,      ///< a defect of the library, or no memory left
  wrongVersion = 5,  ///< the program was compiled with the header of another version than the library
};

/// The same in Dutch and in English.
struct Text {
  std::string dutch;
  std::string english;
};

/// What went wrong, where and what to do. A message may have several lines, of which each names its place.
struct Error {
  Code code = Code::internal;
  Text message;
};

/// A value, or why there is none. Look before you take: `if (result) use(*result); else tell(result.error());`
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : held_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  explicit operator bool() const noexcept { return held_.index() == 0; }
  /// Precondition of these: there is a value.
  T& operator*() noexcept { return *std::get_if<0>(&held_); }
  const T& operator*() const noexcept { return *std::get_if<0>(&held_); }
  T* operator->() noexcept { return std::get_if<0>(&held_); }
  const T* operator->() const noexcept { return std::get_if<0>(&held_); }
  /// Precondition: there is no value.
  const Error& error() const noexcept { return *std::get_if<1>(&held_); }

 private:
  std::variant<T, Error> held_;
};

/// Of what only succeeds or fails.
struct Done {};

// --- Time ------------------------------------------------------------------------------------------------------------

/// A civil day in Amsterdam; month and day from 1.
struct Date {
  int year = 1970;
  int month = 1;
  int day = 1;

  friend bool operator==(const Date& a, const Date& b) {
    return a.year == b.year && a.month == b.month && a.day == b.day;
  }
  friend bool operator!=(const Date& a, const Date& b) { return !(a == b); }
};

/// A whole day, or an instant on it.
struct Moment {
  Date date;
  std::optional<std::int64_t> second;  ///< seconds since 1970-01-01T00:00Z, when the hour is known
};

/// `2026-03-30`, or `2026-03-30T15:00:00+02:00`.
BEDING_API std::string isoText(const Moment& moment);

// --- Events ----------------------------------------------------------------------------------------------------------

/// Euro cents.
struct Cents {
  std::int64_t count = 0;
};

/// One attribute of an event: a text (also a day, a percentage or a term, written as on a timeline), a whole number,
/// yes or no, an amount, or several texts.
struct Field {
  std::string name;
  std::variant<std::string, std::int64_t, bool, Cents, std::vector<std::string>> value;
};

/// One event: `{"factuur verzonden", "2026-03-02", {{"factuur", "F1"}, {"bedrag", Cents{100000}}}}`. The names are
/// those of `Graph::timelineSchema`; `id`, `vastgelegd`, `corrigeert`, `vervalt` and `betreft` are fields too. A
/// judgement is the event `oordeel vastgelegd`.
struct Event {
  std::string name;
  std::string on;  ///< `op`: JJJJ-MM-DD, or with a time: JJJJ-MM-DDTuu:mm[:ss][±uu:mm]
  std::vector<Field> fields;
};

// --- Outcomes --------------------------------------------------------------------------------------------------------

/// In Dutch: plicht, verbod, bevoegdheid, uitoefening, bedrag, toestand, recht, vrijwaring, beperking, vermoeden,
/// eigenschap.
enum class Kind {
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
  property
};

/// `plicht` and so on, as the JSON says it.
BEDING_API std::string_view kindName(Kind kind);

/// One way in which a prohibition was breached.
struct Violation {
  Moment from;
  std::optional<Moment> to;
  std::string event;  ///< its `id`, else `#` and its line number
};

/// A stretch of interest with one base and one rate, both days included.
struct Segment {
  Date from;
  Date to;
  Cents base;
  std::string percentage;  ///< a year: "10.15"
  Cents amount;
  bool confirmed = true;  ///< false past the last day for which the rate is certain
};

/// What holds on the day asked for. It is identified by lid, norm, key and bearer; what does not apply is absent or
/// empty.
struct Outcome {
  std::string lid;   ///< its source: "vandeez:6.5"
  std::string norm;  ///< `naam`: the label of the norm, "betaling"
  Kind kind = Kind::obligation;
  std::string key;                    ///< `sleutel`: of which invoice, notice ...
  std::string status;                 ///< "open", "geschonden", "onbekend" ...: those of the kind, docs/taal.md
  std::string bearer;                 ///< `drager`
  std::string counterparty;           ///< `jegens`
  std::optional<Moment> from;         ///< `vanaf`
  std::optional<Moment> due;          ///< `uiterlijk`: the last day, or instant
  std::optional<Moment> latestDue;    ///< `uiterlijk_laatst`, of a term that is an interval
  std::optional<Moment> to;           ///< `tot`: the last day on which it holds
  std::optional<Moment> since;        ///< `sinds`: the day of the present status
  std::optional<Cents> amount;        ///< `bedrag`: what has arisen
  std::optional<Cents> open;          ///< what of it is still to be paid
  std::optional<bool> charged;        ///< `in_rekening`
  std::string value;                  ///< `waarde`, of a property
  std::string reason;                 ///< `reden`
  std::vector<Violation> violations;  ///< `overtredingen`
  std::vector<Segment> segments;      ///< the arithmetic of interest
  bool dormant = false;               ///< sleeping or unavailable
};

/// What only a person can answer, by an event `oordeel vastgelegd` with `norm` (this id) and `uitkomst`.
struct Question {
  std::string id;                      ///< "vandeez:1.11/voldoende", or "feit/..." for a missing attribute
  std::string text;                    ///< Dutch
  std::vector<std::string> neededFor;  ///< "vandeez:8.3 voorkomen"
  std::vector<std::string> subjects;   ///< keys of the instances it is asked about
};

/// Everything that holds at the end of a day.
struct Outcomes {
  std::string document;
  Date asOf;
  std::vector<Outcome> outcomes;  ///< by lid as numbered, then norm, key, bearer
  std::vector<Question> questions;
  std::vector<Text> assumptions;
  std::vector<Text> warnings;
};

/// One step of an explanation and the steps it rests on. It quotes clauses, and is Dutch.
struct Reason {
  std::string text;    ///< "termijn 15 juni 2026: 14 dagen na 1 juni 2026"
  std::string lid;     ///< "vandeez:6.5"; empty for an event or a count
  std::string source;  ///< "clauses/vandeez/06-prijzen.beding:12", or "regel 3" for an event
  std::vector<Reason> because;
};

struct Explanation {
  Outcome outcome;
  Reason why;
};

// --- Compiled documents ----------------------------------------------------------------------------------------------

/// Pictures of a document as text.
enum class View { json, mermaid, dot };

/// A compiled document: its norms, terms and amounts, and the events it knows. Cheap to copy, as copies share what
/// they hold; threads may share one.
class BEDING_API Graph {
 public:
  /// Of the bytes of a `.bgraf` (`beding compileer DOC -o F.bgraf`). Bytes that are damaged, cut off, of another
  /// version or made to mislead are refused.
  static Result<Graph> load(std::string_view bytes, int abi = BEDING_ABI) noexcept;
  static Result<Graph> loadFile(const std::string& path, int abi = BEDING_ABI) noexcept;
  /// As a `.bgraf` again, byte for byte.
  [[nodiscard]] Result<std::string> bgraf() const noexcept;

  [[nodiscard]] const std::string& document() const noexcept;  ///< "vandeez"
  [[nodiscard]] const std::string& title() const noexcept;
  /// The events and attributes that it knows: a JSON Schema of one line of a timeline.
  [[nodiscard]] Result<std::string> timelineSchema() const noexcept;
  /// The graph, or what stands around one lid ("6.5"), as JSON or for a tool that draws.
  [[nodiscard]] Result<std::string> view(View form, std::string_view around = {}) const noexcept;
  /// How many evaluations of this graph, and of copies of it, keep what was worked out for them; 1024 to begin with. Of
  /// a whole document that is some 200 KiB each. It changes how long an answer takes, and nothing that is said; any
  /// thread may set it.
  void keep(std::size_t evaluations) const noexcept;

  ~Graph();
  Graph(const Graph&) noexcept;
  Graph(Graph&&) noexcept;
  Graph& operator=(const Graph&) noexcept;
  Graph& operator=(Graph&&) noexcept;

  class BEDING_HIDDEN Inside;

 private:
  explicit Graph(std::shared_ptr<const Inside> inside) noexcept;
  std::shared_ptr<const Inside> inside_;
  friend class Evaluation;
  friend class Portfolio;
};

// --- Evaluations -----------------------------------------------------------------------------------------------------

struct Options {
  std::vector<std::string> readings;  ///< "6.6/jaar=kalenderjaar"; without one the document's own choice
};

/// One contract as it goes on: events come in, days pass, outcomes are read. At every moment the outcomes are those
/// of one evaluation of all events so far, in the order in which they came: an event may come late, and corrections
/// and judgements count back to where they belong. One thread at a time.
///
/// It takes about 1 KiB per twenty events: its lines. What was worked out from them is kept with the graph for the
/// evaluations that were used last (`Graph::keep`); for others it is worked out anew, which takes longer and says the
/// same.
class BEDING_API Evaluation {
 public:
  static Result<Evaluation> begin(const Graph& graph, const Options& options = {}) noexcept;

  /// Takes in one event, or nothing when it is refused: an unknown event or attribute, a wrong type, a double id ...
  Result<Done> apply(const Event& event) noexcept;
  /// The same for lines of a timeline, JSON Lines or CSV: all of them, or none. Messages count all lines so far.
  Result<Done> apply(std::string_view lines) noexcept;
  /// Lets days pass, up to and including that day. A day that is past is refused; an event moves on to its own day by
  /// itself.
  Result<Done> advance(Date day) noexcept;
  /// The present day: the latest of the days advanced to and the days of events; none before the first.
  [[nodiscard]] std::optional<Date> today() const noexcept;

  /// What holds at the end of the present day. Without `all`, what sleeps or is unavailable is left out. Refused when
  /// there is no present day, or an amount is too large for a number of cents.
  [[nodiscard]] Result<Outcomes> outcomes(bool all = false) const noexcept;
  /// The same as JSON: what `beding evalueer --json` prints.
  [[nodiscard]] Result<std::string> json(bool all = false) const noexcept;
  /// The same as a table for people.
  [[nodiscard]] Result<Text> table(bool all = false) const noexcept;

  /// Why the outcomes of that lid ("6.5"), norm ("betaling") or both ("6.5 betaling") are as they are; `key` leaves
  /// one invoice or notice. Refused when there is none.
  [[nodiscard]] Result<std::vector<Explanation>> why(std::string_view what, std::string_view key = {}) const noexcept;
  /// The same as JSON, an object per outcome: what `beding waarom --json` prints.
  [[nodiscard]] Result<std::string> whyJson(std::string_view what, std::string_view key = {}) const noexcept;
  /// The same as trees for people; the reasons are Dutch in both.
  [[nodiscard]] Result<Text> whyText(std::string_view what, std::string_view key = {}) const noexcept;

  /// Everything needed to go on later, under the same graph: versioned, with a checksum.
  [[nodiscard]] Result<std::string> save() const noexcept;
  /// Goes on where `save` was. Bytes that are damaged, cut off, of another version, made to mislead, or saved under
  /// another graph are refused.
  static Result<Evaluation> resume(const Graph& graph, std::string_view bytes) noexcept;
  /// All events so far as a timeline (JSON Lines), each on its own line number.
  [[nodiscard]] Result<std::string> timeline() const noexcept;
  /// The same of a saved state, whatever its graph: to go on under a new version of the document.
  static Result<std::string> timelineIn(std::string_view bytes) noexcept;

  ~Evaluation();
  Evaluation(Evaluation&&) noexcept;
  Evaluation& operator=(Evaluation&&) noexcept;

 private:
  class BEDING_HIDDEN Inside;
  explicit Evaluation(std::unique_ptr<Inside> inside) noexcept;
  std::unique_ptr<Inside> inside_;
};

// --- Many contracts --------------------------------------------------------------------------------------------------

struct PortfolioOptions {
  std::vector<std::string> readings;  ///< as in Options
  std::optional<Date> asOf;           ///< without it, of each contract the day of its last event
  bool all = false;                   ///< also what sleeps or is unavailable
  std::size_t memory = 32u << 20;     ///< bytes that contracts which stand mixed may take before they go to disk
  unsigned threads = 1;               ///< that evaluate; 0: one for each core. They change nothing that is said
  std::optional<Date> asKnownOn;      ///< leaves out what was recorded (`vastgelegd`) after that day
};

/// The outcomes of one contract.
struct Contract {
  std::string name;
  Outcomes outcomes;
};

/// The contracts of a file, JSON Lines or CSV with `overeenkomst` on every line, one by one, in order of first
/// appearance, whatever the number of threads. The file is read as it goes, on more than one thread some contracts
/// ahead;
/// `-` is the standard input. It is asked by one thread at a time.
class BEDING_API Portfolio {
 public:
  static Result<Portfolio> open(const Graph& graph, const std::string& path,
                                const PortfolioOptions& options = {}) noexcept;

  /// How many there are. Lines of which nobody knows the contract count as one more: `next` has an error for them.
  [[nodiscard]] std::size_t contracts() const noexcept;
  /// The next contract; nothing at the end. An error is of one contract, or of lines that name none: what comes after it
  /// can be asked for.
  Result<std::optional<Contract>> next() noexcept;
  /// The same as JSON on one line, as `beding portefeuille` writes it.
  Result<std::optional<std::string>> nextJson() noexcept;

  ~Portfolio();
  Portfolio(Portfolio&&) noexcept;
  Portfolio& operator=(Portfolio&&) noexcept;

 private:
  class BEDING_HIDDEN Inside;
  explicit Portfolio(std::unique_ptr<Inside> inside) noexcept;
  std::unique_ptr<Inside> inside_;
};

}  // namespace beding::v1
