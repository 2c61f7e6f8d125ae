// Outcomes, as the engine gives them.
#include "engine/report.h"
#include "machine/contract.h"

namespace beding::machine {

using kern::Dag;
using kern::geen_dag;

namespace {

std::optional<Moment> onDay(Dag day) { return day == geen_dag ? std::nullopt : std::optional(momentOf(Date{day})); }

Money moneyOf(kern::Centen amount) { return Money{Number::ratio(amount.aantal(), 100)}; }

}  // namespace

class Reporter {
 public:
  Reporter(Contract& contract, Evaluation& evaluation) : contract_(contract), outcomes_(evaluation.outcomes) {}

  void all() {
    outcomes_.reserve(expected());
    for (const Report& report : contract_.program_.reports)
      report.sentence == none ? property(report) : sentence(contract_.program_.sentences[report.sentence]);
    engine::sort(outcomes_);
  }

 private:
  /// As many as there are records, properties and uses of powers.
  [[nodiscard]] std::size_t expected() const {
    std::size_t count = contract_.program_.reports.size() + contract_.pogingen_.size();
    for (const Report& report : contract_.program_.reports) {
      if (report.sentence == none) continue;
      const Sentence& sentence = contract_.program_.sentences[report.sentence];
      if (sentence.entity != none) count += contract_.things_[sentence.entity].size();
    }
    return count;
  }

  Outcome& add(const Heading& heading, OutcomeKind kind, std::string_view key) {
    Outcome& outcome = outcomes_.emplace_back();
    outcome.lid = heading.lid;
    outcome.name = heading.name;
    outcome.kind = kind;
    outcome.key = key;
    outcome.bearer = heading.bearer;
    outcome.counterparty = heading.counterparty;
    return outcome;
  }

  void property(const Report& report) { add(report.heading, OutcomeKind::property, {}).value = report.value; }

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
    const OutcomeKind kind = sentence.heading.presumption ? OutcomeKind::presumption : OutcomeKind::state;
    Outcome& outcome = add(sentence.heading, kind, key);
    outcome.status = holds ? "ja" : "nee";
    outcome.from = onDay(state.sinds);
    if (holds) outcome.since = outcome.from;
    if (!holds) outcome.to = onDay(state.tot);
  }

  void duty(const Sentence& sentence, std::string_view key, const kern::Plicht& duty) {
    if (!duty.ontstaan || duty.status == kern::Status::slapend) return;
    Outcome& outcome = add(sentence.heading, OutcomeKind::obligation, key);
    outcome.status = kern::tekst(duty.status);
    outcome.from = duty.van_begin ? std::nullopt : onDay(duty.vanaf);
    outcome.deadline = onDay(duty.uiterlijk);
    if (!duty.van_begin || duty.status != kern::Status::open) outcome.since = onDay(duty.sinds);
  }

  void power(const Sentence& sentence, const kern::Bevoegdheid& power) {
    using kern::Status;
    if (power.ontstaan && power.status != Status::niet_beschikbaar) {
      Outcome& outcome = add(sentence.heading, OutcomeKind::power, {});
      outcome.status = kern::tekst(power.status);
      outcome.from = onDay(power.vanaf);
      if (power.status == Status::vervallen) outcome.to = onDay(power.tot);
      if (power.status == Status::beschikbaar) outcome.to = onDay(power.uiterlijk);
      outcome.since = onDay(power.sinds);
    }
    for (std::size_t i = 0; i < contract_.pogingen_.size(); ++i) {
      const kern::Poging& attempt = contract_.pogingen_[i];
      if (attempt.zin != sentence.number) continue;
      Outcome& outcome = add(sentence.heading, OutcomeKind::exercise, attempt.sleutel);
      outcome.status = kern::tekst(kern::geldigheid(attempt.geldig));
      outcome.since = onDay(attempt.dag);
      outcome.reason = contract_.tried_[i].reason;
    }
  }

  Outcome& money(const Sentence& sentence, std::string_view key, kern::Centen amount, kern::Centen open) {
    Outcome& outcome = add(sentence.heading, OutcomeKind::amount, key);
    const bool paid = amount > kern::Centen() && open <= kern::Centen();
    outcome.status = paid ? "voldaan" : "verschuldigd";
    outcome.amount = moneyOf(amount);
    outcome.open = moneyOf(open);
    return outcome;
  }

  void posted(const Sentence& sentence, std::string_view key, const kern::Bedrag& amount) {
    if (!amount.ontstaan || amount.post == kern::geen_post) return;
    const kern::Post& post = contract_.boek_.post(amount.post);
    if (post.bedrag == kern::Centen()) return;
    Outcome& outcome = money(sentence, key, post.bedrag, post.open());
    outcome.from = onDay(post.dag);
    outcome.since = onDay(post.voldaan);
  }

  void interest(const Sentence& sentence, std::string_view key, const kern::Bedrag& amount) {
    if (amount.rekening == kern::geen_post) return;
    kern::Centen total, open;
    std::vector<std::uint32_t> accounts;  // oldest first
    for (auto i = amount.rekening; i != kern::geen_post; i = contract_.boek_.rekening(i).eerder)
      accounts.insert(accounts.begin(), i);
    for (const std::uint32_t i : accounts) {
      total += contract_.boek_.rekening(i).rente.tot_en_met(contract_.nu_);
      open += contract_.boek_.rekening(i).rente.open(contract_.nu_);
    }
    Outcome& outcome = money(sentence, key, total, open);
    outcome.from = onDay(contract_.boek_.rekening(accounts.front()).rente.eerste());
    outcome.to = onDay(contract_.boek_.rekening(accounts.back()).rente.laatste());
    for (const std::uint32_t i : accounts) segments(sentence, contract_.boek_.rekening(i).rente, outcome);
  }

  /// Past what is confirmed, and before the first rate, there is something to be said: that is for the engine.
  void segments(const Sentence& sentence, kern::Renteloop<Segments>& interest, Outcome& outcome) {
    const Rates& rates = contract_.program_.tables[sentence.table];
    const auto segment = [&](const kern::Rentestuk& part) {
      if (part.rij >= rates.rates.size() || part.tot > rates.table.bevestigd) contract_.forTheEngine_ = true;
      if (part.tot < part.van || part.grondslag == kern::Centen() || contract_.forTheEngine_) return;
      outcome.segments.push_back(
          {Date{part.van}, Date{part.tot}, moneyOf(part.grondslag), rates.rates[part.rij], moneyOf(part.bedrag), true});
    };
    for (const kern::Rentestuk& part : interest.all) segment(part);
    if (interest.loopt()) segment(interest.lopend(contract_.nu_));
  }

  Contract& contract_;
  std::vector<Outcome>& outcomes_;
};

void report(Contract& contract, Evaluation& evaluation) { Reporter(contract, evaluation).all(); }

}  // namespace beding::machine
