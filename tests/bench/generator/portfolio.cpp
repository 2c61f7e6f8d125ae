#include "generator/portfolio.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace beding::bench {

namespace {

using Kind = Event::Kind;

constexpr int paymentTerm = 14;
constexpr std::int32_t firstStart = 19'723;  // 1 January 2024

/// splitmix64: the same numbers on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t mixed = (state_ += 0x9e3779b97f4a7c15);
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
    return mixed ^ (mixed >> 31);
  }
  /// From `low` through `high`.
  int between(int low, int high) { return low + static_cast<int>(next() % static_cast<std::uint64_t>(high - low + 1)); }
  bool chance(int percent) { return between(1, 100) <= percent; }

 private:
  std::uint64_t state_;
};

/// How a customer pays.
enum class Habit { prompt, slow, inParts, inAdvance, defaulting };

Habit habitOf(Dice& dice) {
  const int drawn = dice.between(1, 100);
  if (drawn <= 50) return Habit::prompt;
  if (drawn <= 72) return Habit::slow;
  if (drawn <= 86) return Habit::inParts;
  return drawn <= 92 ? Habit::inAdvance : Habit::defaulting;
}

/// One contract, invoice after invoice; put in order of days at the end.
class Story {
 public:
  Story(std::uint64_t seed, std::uint32_t contract, int more)
      : dice_(seed * 0x2545f4914f6cdd1d + contract), contract_(contract), habit_(habitOf(dice_)), more_(more) {}

  std::vector<Event> tell() {
    const std::int32_t start = firstStart + dice_.between(0, 540);
    add(Kind::agreement, start, 0);
    const int invoices = more_ + (habit_ == Habit::defaulting ? dice_.between(4, 6) : dice_.between(5, 8));
    for (int number = 1; number <= invoices; ++number) invoice(number, start + 7 + 30 * (number - 1));
    if (dice_.chance(15)) add(Kind::completion, start + 30 * invoices + dice_.between(1, 60), 0);
    std::stable_sort(events_.begin(), events_.end(), [](const Event& a, const Event& b) { return a.day < b.day; });
    return std::move(events_);
  }

 private:
  Event& add(Kind kind, std::int32_t day, int invoice) {
    Event event;
    event.kind = kind;
    event.invoice = static_cast<std::uint8_t>(invoice);
    event.day = day;
    event.contract = contract_;
    return events_.emplace_back(event);
  }

  void invoice(int number, std::int32_t day) {
    if (dice_.chance(25)) add(Kind::delivery, day - dice_.between(0, 5), 0);
    if (dice_.chance(12)) add(Kind::meeting, day + dice_.between(0, 20), 0);
    const std::int64_t cents = euros(80, 9'000) + (dice_.chance(30) ? dice_.between(1, 99) : 0);
    add(Kind::invoice, day, number).cents = cents;
    const std::int32_t due = day + paymentTerm;
    switch (habit_) {
      case Habit::prompt:
        return pay(number, day + dice_.between(3, paymentTerm + 1), cents);
      case Habit::slow:
        return paySlowly(number, due, cents);
      case Habit::inParts:
        return payInParts(number, due, cents);
      case Habit::inAdvance:
        return payRoundly(number, day, cents);
      case Habit::defaulting:
        return fail(number, due, cents);
    }
  }

  void pay(int number, std::int32_t day, std::int64_t cents) {
    if (cents > 0) add(Kind::payment, day, number).cents = cents;
  }

  /// Late, after a reminder, and a little too little or too much: interest counts first.
  void paySlowly(int number, std::int32_t due, std::int64_t cents) {
    const std::int32_t paid = due + dice_.between(2, 50);
    if (paid > due + 10) remind(number, due + dice_.between(3, 10));
    pay(number, paid, cents + euros(0, 40));
  }

  void payInParts(int number, std::int32_t due, std::int64_t cents) {
    const std::int64_t first = cents * dice_.between(20, 70) / 100;
    pay(number, due - dice_.between(0, 6), first);
    const std::int64_t second = (cents - first) * dice_.between(30, 90) / 100;
    pay(number, due + dice_.between(1, 40), second);
    if (dice_.chance(30)) costs(due + dice_.between(10, 60));
    if (dice_.chance(85)) pay(number, due + dice_.between(41, 120), cents - first - second + euros(0, 60));
  }

  /// Once a few rounds the sum of several invoices at a time; what is left over waits for the next.
  void payRoundly(int number, std::int32_t day, std::int64_t cents) {
    if (number % 3 == 1) pay(0, day + dice_.between(1, 30), (3 * cents / 50'000 + 1) * 50'000);
  }

  void fail(int number, std::int32_t due, std::int64_t cents) {
    if (dice_.chance(40)) pay(number, due + dice_.between(0, 30), cents * dice_.between(5, 60) / 100);
    remind(number, due + dice_.between(2, 9));
    if (dice_.chance(35)) costs(due + dice_.between(12, 40));
    if (dice_.chance(60)) suspend(due + dice_.between(5, 30));
    if (number < 3) return;
    giveNotice(number, due + dice_.between(8, 15));
    if (dice_.chance(50)) terminate(due + dice_.between(15, 40));
    if (dice_.chance(30)) pay(0, due + dice_.between(45, 300), 3 * cents);
  }

  /// A whole number of euros, in cents.
  std::int64_t euros(int low, int high) { return std::int64_t{100} * dice_.between(low, high); }

  void remind(int number, std::int32_t day) {
    add(Kind::reminder, day, number).days = static_cast<std::uint8_t>(dice_.between(5, 14));
  }
  void giveNotice(int number, std::int32_t day) {
    add(Kind::defaultNotice, day, number).days = static_cast<std::uint8_t>(dice_.between(7, 21));
  }
  void costs(std::int32_t day) { add(Kind::costs, day, 0).cents = euros(15, 140); }
  void suspend(std::int32_t day) { add(Kind::suspension, day, 0); }
  void terminate(std::int32_t day) { add(Kind::termination, day, 0); }

  Dice dice_;
  std::uint32_t contract_;
  Habit habit_;
  int more_;
  std::vector<Event> events_;
};

/// Civil day of a day number, by the proleptic Gregorian calendar.
struct Civil {
  int year = 0;
  int month = 0;
  int day = 0;
};

Civil civilOf(std::int32_t day) {
  const int shifted = day + 719'468;
  const int era = shifted / 146'097;
  const int ofEra = shifted - era * 146'097;
  const int yearOfEra = (ofEra - ofEra / 1'460 + ofEra / 36'524 - ofEra / 146'096) / 365;
  const int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
  const int shiftedMonth = (5 * ofYear + 2) / 153;
  const int month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * shiftedMonth + 2) / 5 + 1};
}

struct Words {
  const char* type;
  const char* rest;  ///< attributes that are always the same
};

Words wordsOf(Kind kind) {
  static constexpr std::array<Words, 11> words = {{
      {"overeenkomst gesloten", ""},
      {"factuur verzonden", ""},
      {"betaling ontvangen", ""},
      {"aanmaning verzonden", ""},
      {"kosten gemaakt", R"(,"soort":"invordering")"},
      {"ingebrekestelling verzonden", R"(,"aan":"Opdrachtgever","vorm":"brief","detail":true)"},
      {"opschorting ingeroepen", R"(,"partij":"Opdrachtnemer","grond":"wanbetaling")"},
      {"ontbinding ingeroepen", R"(,"partij":"Opdrachtnemer","vorm":"brief")"},
      {"werkzaamheden voltooid", R"(,"opdracht":"O1")"},
      {"oplevering gedaan", R"(,"product":"W1")"},
      {"overleg gevoerd", R"(,"waarover":"planning")"},
  }};
  return words[static_cast<std::size_t>(kind)];
}

/// The key under which the event names an invoice.
const char* invoiceKey(Kind kind) {
  if (kind == Kind::reminder) return "verplichting";
  return kind == Kind::defaultNotice ? "tekortkoming" : "factuur";
}

}  // namespace

std::vector<Event> contractEvents(std::uint64_t seed, std::uint32_t contract, int more) {
  return Story(seed, contract, more).tell();
}

void appendLine(std::string& text, const Event& event, int number) {
  const Civil day = civilOf(event.day);
  const Words words = wordsOf(event.kind);
  char piece[256];
  const auto append = [&](int length) { text.append(piece, static_cast<std::size_t>(length)); };
  append(std::snprintf(piece, sizeof piece,
                       R"({"op":"%04d-%02d-%02d","gebeurtenis":"%s","overeenkomst":"K%07u","id":"E%d")", day.year,
                       day.month, day.day, words.type, event.contract, number));
  if (event.invoice != 0)
    append(std::snprintf(piece, sizeof piece, R"(,"%s":"F%d")", invoiceKey(event.kind), event.invoice));
  if (event.cents != 0)
    append(std::snprintf(piece, sizeof piece, R"(,"bedrag":"%lld.%02lld")", static_cast<long long>(event.cents / 100),
                         static_cast<long long>(event.cents % 100)));
  if (event.days != 0) append(std::snprintf(piece, sizeof piece, R"(,"termijn":"%d dagen")", event.days));
  text += words.rest;
  text += "}\n";
}

}  // namespace beding::bench
