#include "betaling/clause.h"

#include <algorithm>
#include <charconv>

namespace bench {

namespace {

constexpr Day paymentTerm = 14;

void move(std::int64_t& payment, std::int64_t& debt) {
  const std::int64_t part = std::min(payment, debt);
  payment -= part;
  debt -= part;
}

// --- JSON ------------------------------------------------------------------------------------------------------------

void appendMoney(std::string& text, std::int64_t cents) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, cents / 100).ptr;
  text.append(digits, static_cast<std::size_t>(end - digits));
  text += '.';
  text += static_cast<char>('0' + cents / 10 % 10);
  text += static_cast<char>('0' + cents % 10);
}

/// One outcome after another, in the words of the interface.
class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}

  /// `constant` is the outcome up to its key.
  void begin(std::string_view constant, std::string_view key, std::string_view status) {
    if (!first_) out_ += ',';
    first_ = false;
    out_ += constant;
    if (!key.empty()) out_.append(R"(,"sleutel":)").append(key);
    out_.append(R"(,"status":")").append(status) += '"';
  }
  void parties(bool clientOwes) {
    out_ += clientOwes ? R"(,"drager":"Opdrachtgever","jegens":"Opdrachtnemer")"
                       : R"(,"drager":"Opdrachtnemer","jegens":"Opdrachtgever")";
  }
  void day(std::string_view name, Day day) {
    if (day == noDay) return;
    out_ += name;
    appendDay(out_, day);
    out_ += '"';
  }
  void money(std::string_view name, std::int64_t cents) {
    out_ += name;
    appendMoney(out_, cents);
    out_ += '"';
  }
  void end() { out_ += '}'; }

 private:
  std::string& out_;
  bool first_ = true;
};

constexpr std::string_view from = R"(,"vanaf":")", due = R"(,"uiterlijk":")", to = R"(,"tot":")",
                           since = R"(,"sinds":")", amount = R"(,"bedrag":")", open = R"(,"open":")";

void writePayment(Writer& writer, const Invoice& invoice, Day asOf) {
  const bool settled = invoice.settled != noDay;
  const bool late = (settled ? invoice.settled : asOf) > invoice.due;
  writer.begin(R"({"lid":"betaling:1.1","naam":"betaling","soort":"plicht")", invoice.key,
               settled ? (late ? "te-laat-nagekomen" : "nagekomen") : (late ? "geschonden" : "open"));
  writer.parties(true);
  writer.day(from, invoice.sent);
  writer.day(due, invoice.due);
  writer.day(since, settled ? invoice.settled : late ? invoice.due + 1 : invoice.sent);
  writer.end();
}

void writeInterest(Writer& writer, const Invoice& invoice) {
  const std::int64_t total = invoice.accrued, unpaid = total - invoice.interest.paid();
  writer.begin(R"({"lid":"betaling:1.2","naam":"rente","soort":"bedrag")", invoice.key,
               total > 0 && unpaid <= 0 ? "voldaan" : "verschuldigd");
  writer.parties(true);
  writer.money(amount, total);
  writer.money(open, unpaid);
  writer.day(from, invoice.interest.first());
  writer.day(to, invoice.interest.last());
  writer.end();
}

void writeCosts(Writer& writer, const Costs& costs) {
  if (costs.cents == 0) return;
  writer.begin(R"({"lid":"betaling:1.3","naam":"kosten","soort":"bedrag")", costs.key,
               costs.open > 0 ? "verschuldigd" : "voldaan");
  writer.parties(true);
  writer.money(amount, costs.cents);
  writer.money(open, costs.open);
  writer.day(from, costs.day);
  writer.day(since, costs.settled);
  writer.end();
}

void writePower(Writer& writer, std::string_view constant, const Power& power) {
  if (power.from == noDay) return;
  writer.begin(constant, {}, power.used ? "uitgeoefend" : power.available ? "beschikbaar" : "vervallen");
  writer.parties(false);
  writer.day(from, power.from);
  if (!power.available && !power.used) writer.day(to, power.to);
  writer.day(since, power.since);
  writer.end();
}

void writeExercise(Writer& writer, const Exercise& exercise) {
  writer.begin(exercise.suspends ? R"({"lid":"betaling:2.1","naam":"opschorten","soort":"uitoefening")"
                                 : R"({"lid":"betaling:3.1","naam":"ontbinden","soort":"uitoefening")",
               exercise.key, exercise.valid ? "geldig" : "ongeldig");
  writer.parties(false);
  writer.day(since, exercise.day);
  writer.end();
}

}  // namespace

// --- Interest --------------------------------------------------------------------------------------------------------

void Interest::begin(Day firstDay, std::int64_t principal) {
  first_ = segment_ = firstDay;
  nextYear_ = yearsLater(firstDay, 1);
  principal_ = principal;
}

std::int64_t Interest::segmentThrough(const Rates& rates, Day day) const {
  const std::int64_t days = std::max(day - segment_ + 1, 0);
  return (base() * rates.on(segment_) * days + 1'825'000) / 3'650'000;
}

void Interest::close(const Rates& rates, Day day) {
  if (day < segment_) return;
  const std::int64_t cents = segmentThrough(rates, day);
  posted_ += cents;
  ofYear_ += cents;
  segment_ = day + 1;
}

void Interest::passBorders(const Rates& rates, Day day) {
  for (Day next = std::min(rates.changeAfter(segment_), nextYear_); next <= day;
       next = std::min(rates.changeAfter(segment_), nextYear_)) {
    close(rates, next - 1);
    if (next != nextYear_) continue;
    nextYear_ = yearsLater(first_, ++years_ + 1);
    capitalised_ += ofYear_;
    ofYear_ = 0;
  }
}

std::int64_t Interest::payInterest(const Rates& rates, Day day, std::int64_t most) {
  const std::int64_t part = std::min(most, through(rates, day) - paid_);
  if (part <= 0) return 0;
  paid_ += part;
  const std::int64_t met = std::min(part, ofYear_ + segmentThrough(rates, day));
  ofYear_ -= met;
  std::int64_t rest = part - met;
  if (rest > 0) {
    close(rates, day);
    move(rest, capitalised_);
  }
  return part;
}

void Interest::payPrincipal(const Rates& rates, Day day, std::int64_t cents) {
  passBorders(rates, day);
  close(rates, day);
  principal_ -= cents;
}

void Interest::end(const Rates& rates, Day day) {
  passBorders(rates, day);
  close(rates, day);
  last_ = day;
}

std::int64_t Interest::through(const Rates& rates, Day day) {
  if (last_ != noDay) return posted_;
  passBorders(rates, day);
  return posted_ + segmentThrough(rates, day);
}

// --- The contract ----------------------------------------------------------------------------------------------------

void Contract::clear() {
  invoices_.clear();
  costs_.clear();
  exercises_.clear();
  suspension_ = dissolution_ = {};
  started_ = ended_ = performed_ = suspended_ = noDay;
  credit_ = 0;
}

void Contract::take(const Event& event) {
  passDays(event.day);
  switch (event.kind) {
    case Event::Kind::agreement:
      started_ = event.day;
      break;
    case Event::Kind::invoice: {
      Invoice& invoice = invoices_.emplace_back();
      invoice.key = event.key;
      invoice.sent = event.day;
      invoice.due = event.day + paymentTerm;
      invoice.cents = invoice.open = event.cents;
      break;
    }
    case Event::Kind::payment:
      pay(event.day, event.cents);
      break;
    case Event::Kind::reminder:
      if (Invoice* invoice = find(event.about))
        invoice->remindedInVain = std::min(invoice->remindedInVain, event.day + event.term + 1);
      break;
    case Event::Kind::defaultNotice:
      if (Invoice* invoice = find(event.about))
        invoice->noticedInVain = std::min(invoice->noticedInVain, event.day + event.term + 1);
      break;
    case Event::Kind::costs:
      costs_.push_back({event.key, event.day, noDay, event.cents, event.cents});
      payCosts(event.day, credit_);
      break;
    case Event::Kind::suspension:
      suspend(event);
      break;
    case Event::Kind::dissolution:
      dissolve(event);
      break;
    case Event::Kind::performance:
      if (performed_ == noDay && ended_ == noDay) performed_ = event.day;
      break;
    case Event::Kind::other:
      break;
  }
}

/// What the clock does through the beginning of that day.
void Contract::passDays(Day day) {
  useCredit(day);
  beginInterest(day);
  grant(suspension_, &Invoice::remindedInVain, day);
  grant(dissolution_, &Invoice::noticedInVain, day);
}

/// What was left of a payment meets every invoice on the day on which it falls due.
void Contract::useCredit(Day day) {
  for (Invoice& invoice : invoices_) {
    if (credit_ == 0 || invoice.due > day) return;
    if (invoice.open > 0) payInvoice(invoice, invoice.due, credit_);
  }
}

void Contract::beginInterest(Day day) {
  for (Invoice& invoice : invoices_) {
    if (invoice.due >= day) return;
    if (invoice.open > 0 && !invoice.interest.began()) invoice.interest.begin(invoice.due + 1, invoice.open);
  }
}

void Contract::grant(Power& power, Day Invoice::*inVain, Day day) {
  if (power.available || power.used || ended_ != noDay) return;
  Day earliest = INT32_MAX;
  for (const Invoice& invoice : invoices_)
    if (invoice.open > 0) earliest = std::min(earliest, std::max(invoice.*inVain, invoice.due + 1));
  if (earliest > day) return;
  power.available = true;
  power.from = power.since = earliest;
}

void Contract::take(Power& power, Day Invoice::*inVain, Day day) {
  const auto gives = [&](const Invoice& invoice) {
    return invoice.open > 0 && invoice.*inVain <= day && invoice.due < day;
  };
  if (!power.available || (ended_ == noDay && std::any_of(invoices_.begin(), invoices_.end(), gives))) return;
  power.available = false;
  power.to = power.since = day;
}

void Contract::pay(Day day, std::int64_t cents) {
  payCosts(day, cents);
  for (Invoice& invoice : invoices_) {
    if (cents == 0 || invoice.due >= day) break;
    if (invoice.interest.runs()) cents -= invoice.interest.payInterest(rates_, day, cents);
  }
  for (Invoice& invoice : invoices_) {
    if (cents == 0) break;
    if (invoice.open > 0) payInvoice(invoice, day, cents);
  }
  credit_ += cents;
  take(suspension_, &Invoice::remindedInVain, day);
  take(dissolution_, &Invoice::noticedInVain, day);
  if (!suspension_.available) suspended_ = noDay;
}

void Contract::payCosts(Day day, std::int64_t& rest) {
  for (Costs& costs : costs_) {
    if (costs.open == 0) continue;
    move(rest, costs.open);
    if (costs.open == 0) costs.settled = day;
  }
}

void Contract::payInvoice(Invoice& invoice, Day day, std::int64_t& rest) {
  const std::int64_t before = invoice.open;
  move(rest, invoice.open);
  if (invoice.interest.runs()) invoice.interest.payPrincipal(rates_, day, before - invoice.open);
  if (invoice.open > 0) return;
  invoice.settled = day;
  if (invoice.interest.runs()) invoice.interest.end(rates_, day);
}

void Contract::suspend(const Event& event) {
  exercises_.push_back({event.key, event.day, true, suspension_.available});
  if (suspension_.available && suspended_ == noDay) suspended_ = event.day;
}

void Contract::dissolve(const Event& event) {
  const bool valid = dissolution_.available;
  exercises_.push_back({event.key, event.day, false, valid});
  if (!valid) return;
  ended_ = event.day;
  dissolution_ = {false, true, dissolution_.from, noDay, event.day};
  take(suspension_, &Invoice::remindedInVain, event.day);
  suspended_ = noDay;
}

Invoice* Contract::find(std::string_view key) {
  const auto found =
      std::find_if(invoices_.rbegin(), invoices_.rend(), [&](const Invoice& invoice) { return invoice.key == key; });
  return found == invoices_.rend() ? nullptr : &*found;
}

std::int64_t Contract::finish(Day asOf) {
  asOf_ = asOf;
  passDays(asOf);
  std::int64_t sum = 0;
  for (Invoice& invoice : invoices_)
    if (invoice.interest.began()) sum += invoice.accrued = invoice.interest.through(rates_, asOf);
  return sum;
}

void Contract::write(std::string_view contract, std::string& out) const {
  out.append(R"({"overeenkomst":)").append(contract).append(R"(,"uitkomsten":[)");
  Writer writer(out);
  for (const Invoice& invoice : invoices_) writePayment(writer, invoice, asOf_);
  for (const Invoice& invoice : invoices_)
    if (invoice.interest.began()) writeInterest(writer, invoice);
  for (const Costs& costs : costs_) writeCosts(writer, costs);
  writePower(writer, R"({"lid":"betaling:2.1","naam":"opschorten","soort":"bevoegdheid")", suspension_);
  const bool stopped = ended_ != noDay;
  writer.begin(R"({"lid":"betaling:2.2","naam":"leveren","soort":"plicht")", {},
               performed_ != noDay   ? "nagekomen"
               : stopped             ? "vervallen"
               : suspended_ != noDay ? "opgeschort"
                                     : "open");
  writer.parties(false);
  writer.day(from, started_);
  writer.day(since, performed_ != noDay ? performed_ : stopped ? ended_ : suspended_ != noDay ? suspended_ : started_);
  writer.end();
  writePower(writer, R"({"lid":"betaling:3.1","naam":"ontbinden","soort":"bevoegdheid")", dissolution_);
  for (const Exercise& exercise : exercises_) writeExercise(writer, exercise);
  out += "]}\n";
}

}  // namespace bench
