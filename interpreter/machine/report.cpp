// Outcomes, as the engine gives them.
#include "machine/contract.h"

namespace beding::machine {

using kern::Dag;
using kern::geen_dag;

namespace {

std::optional<Date> onDay(Dag day) { return day == geen_dag ? std::nullopt : std::optional(Date{day}); }

Cents centsOf(kern::Centen amount) { return {amount.aantal()}; }

}  // namespace

class Reporter {
 public:
  Reporter(Contract& contract, PlainEvaluation& evaluation) : contract_(contract), evaluation_(evaluation) {}

  void all() {
    evaluation_.outcomes.clear();
    evaluation_.segments.clear();
    contract_.reasons_.clear();
    for (const Report& report : contract_.program_.reports)
      report.sentence == none ? void(add(report.heading, {}, {}))
                              : sentence(contract_.program_.sentences[report.sentence]);
    sort(contract_.program_.outcomes, evaluation_.outcomes);
  }

 private:
  PlainOutcome& add(std::uint32_t heading, std::string_view key, std::string_view status) {
    PlainOutcome& outcome = evaluation_.outcomes.emplace_back();
    outcome.heading = heading;
    outcome.key = key;
    outcome.status = status;
    return outcome;
  }

  void sentence(const Sentence& sentence) {
    const auto each = [&](auto& column, auto report) {
      for (std::size_t row = 0; row < column.size(); ++row)
        report(sentence.entity == none ? std::string_view() : contract_.things_[sentence.entity][row].key, column[row]);
    };
    switch (sentence.kind) {
      case Kind::state:
        return each(contract_.states_[sentence.column],
                    [&](std::string_view key, const kern::Toestand& state) { this->state(sentence, key, state); });
      case Kind::duty:
        return each(contract_.duties_[sentence.column],
                    [&](std::string_view key, const kern::Plicht& duty) { this->duty(sentence, key, duty); });
      case Kind::power:
        return power(sentence, contract_.powers_[sentence.column].front());
      case Kind::posted:
        return each(contract_.posted_[sentence.column],
                    [&](std::string_view key, const kern::Bedrag& amount) { posted(sentence, key, amount); });
      case Kind::interest:
        return each(contract_.interest_[sentence.column],
                    [&](std::string_view key, const kern::Bedrag& amount) { interest(sentence, key, amount); });
    }
  }

  void state(const Sentence& sentence, std::string_view key, const kern::Toestand& state) {
    const bool holds = state.geldt == kern::Waarheid::ja;
    if (!holds && state.sinds == geen_dag) return;
    PlainOutcome& outcome = add(sentence.heading, key, holds ? "ja" : "nee");
    outcome.from = onDay(state.sinds);
    if (holds) outcome.since = outcome.from;
    if (!holds) outcome.to = onDay(state.tot);
  }

  void duty(const Sentence& sentence, std::string_view key, const kern::Plicht& duty) {
    if (!duty.ontstaan || duty.status == kern::Status::slapend) return;
    PlainOutcome& outcome = add(sentence.heading, key, kern::tekst(duty.status));
    outcome.from = duty.van_begin ? std::nullopt : onDay(duty.vanaf);
    outcome.deadline = onDay(duty.uiterlijk);
    if (!duty.van_begin || duty.status != kern::Status::open) outcome.since = onDay(duty.sinds);
  }

  void power(const Sentence& sentence, const kern::Bevoegdheid& power) {
    using kern::Status;
    if (power.ontstaan && power.status != Status::niet_beschikbaar) {
      PlainOutcome& outcome = add(sentence.heading, {}, kern::tekst(power.status));
      outcome.from = onDay(power.beschikbaar_vanaf);
      if (power.status == Status::vervallen) outcome.to = onDay(power.tot);
      if (power.status == Status::beschikbaar) outcome.to = onDay(power.uiterlijk);
      outcome.since = onDay(power.sinds);
    }
    for (std::size_t i = 0; i < contract_.pogingen_.size(); ++i) {
      const kern::Poging& attempt = contract_.pogingen_[i];
      if (attempt.zin != sentence.number) continue;
      PlainOutcome& outcome = add(sentence.exercise, attempt.sleutel, kern::tekst(kern::geldigheid(attempt.geldig)));
      outcome.since = onDay(attempt.dag);
      outcome.reason = contract_.reasons_.emplace_back(std::move(contract_.tried_[i].reason));
    }
  }

  PlainOutcome& money(const Sentence& sentence, std::string_view key, kern::Centen amount, kern::Centen open) {
    const bool paid = amount > kern::Centen() && open <= kern::Centen();
    PlainOutcome& outcome = add(sentence.heading, key, paid ? "voldaan" : "verschuldigd");
    outcome.amount = centsOf(amount);
    outcome.open = centsOf(open);
    return outcome;
  }

  void posted(const Sentence& sentence, std::string_view key, const kern::Bedrag& amount) {
    if (!amount.ontstaan || amount.post == kern::geen_post) return;
    const kern::Post& post = contract_.boek_.post(amount.post);
    if (post.bedrag == kern::Centen()) return;
    PlainOutcome& outcome = money(sentence, key, post.bedrag, post.open());
    outcome.from = onDay(post.dag);
    outcome.since = onDay(post.voldaan);
  }

  void interest(const Sentence& sentence, std::string_view key, const kern::Bedrag& amount) {
    if (amount.rekening == kern::geen_post) return;
    kern::Centen total, open;
    accounts_.clear();
    for (auto i = amount.rekening; i != kern::geen_post; i = contract_.boek_.rekening(i).eerder) {
      accounts_.push_back(i);
      total += contract_.boek_.rekening(i).rente.tot_en_met(contract_.nu_);
      open += contract_.boek_.rekening(i).rente.open(contract_.nu_);
    }
    PlainOutcome& outcome = money(sentence, key, total, open);
    outcome.from = onDay(contract_.boek_.rekening(accounts_.back()).rente.eerste());
    outcome.to = onDay(contract_.boek_.rekening(accounts_.front()).rente.laatste());
    outcome.firstSegment = static_cast<std::uint32_t>(evaluation_.segments.size());
    for (auto i = accounts_.rbegin(); i != accounts_.rend(); ++i)
      segments(sentence.table, contract_.boek_.rekening(*i).rente);
    outcome.segments = static_cast<std::uint32_t>(evaluation_.segments.size()) - outcome.firstSegment;
  }

  /// Past what is confirmed, and before the first rate, there is something to be said: that is for the engine.
  void segments(std::uint32_t table, kern::Renteloop<Segments>& interest) {
    const kern::Tarieven& rates = contract_.program_.tables[table].table;
    const auto segment = [&](const kern::Rentestuk& part) {
      if (part.rij >= rates.aantal || part.tot > rates.bevestigd) contract_.forTheEngine_ = true;
      if (part.tot < part.van || part.grondslag == kern::Centen()) return;
      evaluation_.segments.push_back({Date{part.van}, Date{part.tot}, centsOf(part.grondslag), table,
                                      static_cast<std::uint32_t>(part.rij), centsOf(part.bedrag)});
    };
    interest.each(segment);
    if (interest.loopt()) segment(interest.lopend(contract_.nu_));
  }

  Contract& contract_;
  PlainEvaluation& evaluation_;
  std::vector<std::uint32_t> accounts_;  ///< of one amount, newest first
};

void report(Contract& contract, PlainEvaluation& evaluation) { Reporter(contract, evaluation).all(); }

}  // namespace beding::machine
