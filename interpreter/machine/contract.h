// One agreement under a program: how it goes through time is in generate/kern, as for generated code; what its
// sentences are is read from the program.
#pragma once

#include <algorithm>
#include <array>
#include <deque>
#include <optional>
#include <string>
#include <variant>

#include "engine/plain_outcome.h"
#include "machine/program.h"
#include "timeline/plain_timeline.h"

namespace beding::machine {

/// Where payments go, by the clause or by the law.
struct Order {
  static constexpr std::size_t rangen = 8;
  std::array<std::uint8_t, 6> ranks{};
  [[nodiscard]] std::size_t rang(kern::Soort kind) const { return ranks[static_cast<std::size_t>(kind)]; }
};

/// The segments of interest, for the outcome. There are seldom more than a few, which ask for no memory.
class Segments {
 public:
  void bewaar(const kern::Rentestuk& segment) {
    if (count_ < first_.size())
      first_[count_++] = segment;
    else
      others_.push_back(segment);
  }
  template <class Visit>
  void each(Visit visit) const {
    std::for_each_n(first_.begin(), count_, visit);
    std::for_each(others_.begin(), others_.end(), visit);
  }

 private:
  std::array<kern::Rentestuk, 4> first_;
  std::size_t count_ = 0;
  std::vector<kern::Rentestuk> others_;
};

/// An event, or an instance with the event that brought it about.
struct Thing {
  const Cell* cells = nullptr;
  std::string_view key;
  kern::Dag day = kern::geen_dag;
  std::uint32_t row = 0;
  std::uint32_t order = 0;
  std::uint32_t post = kern::geen_post;  ///< of an invoice
};

/// An event of the timeline.
struct Taken {
  const EventPlan* plan = nullptr;  ///< null: nothing reads it
  Thing thing;
  kern::Dag received = kern::geen_dag;
};

/// What the order of events may decide: a use of a power, and whether it was valid; or a breach.
struct Decision {
  std::string_view key;  ///< of the event, or of the instance
  std::uint32_t sentence = 0;
  int outcome = 0;
  friend auto operator<=>(const Decision&, const Decision&) = default;
};

/// What stands in the places of a sentence.
using Frame = std::array<const Thing*, places>;

class Contract;
using Course = kern::Loop<Contract, mostSentences, Order, std::variant<const Taken*>, Segments>;

class Contract : public Course {
 public:
  /// The program must outlive it.
  explicit Contract(const Program& program);

  /// How all stands at the end of that day, until it is asked again. Nothing when something is not known or needs a
  /// warning: the engine says what there is to say about it. It can be asked of any timeline, which its texts are of.
  const PlainEvaluation* evaluate(const PlainTimeline& timeline, Date asOf);

  // --- what the course of things asks
  void vergeet();
  void bekijk(std::size_t number);
  void komt_aan(const Taken* event);
  void raak_vaste() { mark(program_.fixed); }
  void raak_overeenkomst() { mark(program_.ofAgreement); }
  void raak_opschortbaar() { mark(program_.suspendable); }
  void voldaan(std::uint32_t row) { mark(program_.ofPayment, row); }
  kern::Bevoegdheid& bevoegdheid(const kern::Poging& attempt) {
    return powers_[program_.sentences[attempt.zin].column].front();
  }
  [[nodiscard]] kern::Waarheid gevormd_nu() const;
  template <class V>
  kern::Waarheid gevormd(V&) const {
    return gevormd_nu();
  }
  [[nodiscard]] bool begins() const { return aangenomen_; }

  // --- reading steps
  kern::Waarheid truth(StepId id, const Frame& frame, kern::Kijk& v) const;
  Cell value(StepId id, const Frame& frame, kern::Kijk& v) const;
  /// A part of a sentence: what is not known makes the whole contract one for the engine.
  template <class V>
  kern::Waarheid part(StepId id, const Frame& frame, V& v, bool otherwise) const;
  template <class V>
  kern::Moment moment(StepId id, const Frame& frame, V& v) const;

  template <class V, class Parts>
  kern::Waarheid standstill(V& v, const Parts& parts) const {
    return staat_stil(v, parts);
  }
  template <class Parts>
  kern::Dag standstillSince(const Parts& parts) const {
    return stil_sinds(parts);
  }

 private:
  friend Course;

  bool read(const PlainTimeline& timeline, Date asOf);
  bool read(const PlainEvent& event, const Cell* cells);
  void announce();
  void run(Date asOf);
  std::vector<Decision> decisions() const;
  std::vector<std::size_t> exchangeable() const;
  bool orderDecides(Date asOf);

  void take(const Taken& event);
  void happen(const Doings& doings, const Taken& event);
  void attempt(const Attempt& attempt, const Taken& event);
  std::string wanting(const Sentence& sentence, const kern::Bevoegdheid& power, kern::Kijk& v) const;
  void apply(const Consequence& consequence, const Taken& event, std::size_t first);
  void tell(const Fact& fact, const Taken& event);
  void tellOne(const Fact& fact, const Frame& frame, std::uint32_t row);
  void create(std::uint32_t entity, const Taken& event);
  void book(const Entity& entity, Thing& invoice, std::uint32_t row);

  void step(const Sentence& sentence, const Frame& frame, std::uint32_t row);
  kern::Dag& moveState(const Sentence& sentence, const Frame& frame, std::uint32_t row, kern::Kijk& v);
  kern::Dag& moveDuty(const Sentence& sentence, const Frame& frame, std::uint32_t row, kern::Kijk& v);
  kern::Dag& movePower(const Sentence& sentence, const Frame& frame, kern::Kijk& v);
  kern::Dag& moveAmount(const Sentence& sentence, const Frame& frame, std::uint32_t row, kern::Kijk& v);
  void mark(const Marks& marks);
  void mark(const Marks& marks, std::uint32_t row);

  [[nodiscard]] Cell absent(const Step& step, const Thing& thing) const;
  [[nodiscard]] Cell partyIn(const Cell& name) const;
  kern::Waarheid otherTruth(StepId id, const Frame& frame, kern::Kijk& v) const;
  Cell otherValue(const Step& step, const Frame& frame, kern::Kijk& v) const;
  kern::Waarheid lasted(const Step& step, const Frame& frame, kern::Kijk& v) const;
  [[nodiscard]] kern::Waarheid compare(const Step& step, const Frame& frame, kern::Kijk& v) const;
  [[nodiscard]] kern::Waarheid goesAlong(const Step& step, const Frame& frame, kern::Kijk& v) const;
  kern::Waarheid connect(const Step& step, const Frame& frame, kern::Kijk& v) const;
  kern::Waarheid ofLast(const Step& step, const Frame& frame, kern::Kijk& v) const;
  [[nodiscard]] const PlainHeading& headingOf(const Sentence& sentence) const {
    return program_.outcomes.headings[sentence.heading];
  }
  StepId partOf(const Step& step, std::size_t index) const { return program_.parts[step.first + index]; }
  bool saysOtherLid(const Attempt& attempt, const Taken& event) const;

  friend class Reporter;

  const Program& program_;
  std::vector<Taken> taken_;
  std::vector<std::vector<Thing>> things_;  ///< per entity
  std::vector<std::vector<kern::Toestand>> states_;
  std::vector<std::vector<kern::Plicht>> duties_;
  std::vector<std::vector<kern::Bevoegdheid>> powers_;
  std::vector<std::vector<kern::Bedrag>> posted_;
  std::vector<std::vector<kern::Bedrag>> interest_;
  struct Tried {
    std::string reason;  ///< why it was in vain
    std::size_t place;   ///< of its event
  };
  std::vector<Tried> tried_;  ///< per attempt
  std::vector<bool> happened_;
  std::vector<const Taken*> last_;
  mutable bool forTheEngine_ = false;
  PlainEvaluation evaluation_;
  std::deque<std::string> reasons_;  ///< that the outcomes refer to
};

/// The outcomes, in their order.
void report(Contract& contract, PlainEvaluation& evaluation);

}  // namespace beding::machine
