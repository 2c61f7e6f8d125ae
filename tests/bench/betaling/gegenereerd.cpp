// The payment clause as generated C++, beside the program written by hand: the same file in, the same outcomes out.
//
//   beding_betaling_gegenereerd IN UIT PEILDATUM          the outcomes of every contract
//   beding_betaling_gegenereerd --in-geheugen N IN PEILDATUM
//                                                        N times from events that are in memory; prints ns per event
#include "betaling.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <deque>
#include <exception>
#include <functional>

#include "betaling/reader.h"

namespace {

using namespace betaling;
using Tale = std::vector<Gebeurtenis>;

/// A token as it stands in the file.
std::string_view unquoted(std::string_view token) {
  return token.size() < 2 ? token : token.substr(1, token.size() - 2);
}

/// Texts of events that are to stay in memory, next to each other.
class Texts {
 public:
  std::string_view operator()(std::string_view token) {
    const std::string_view text = unquoted(token);
    if (bytes_.empty() || bytes_.back().capacity() - bytes_.back().size() < text.size())
      bytes_.emplace_back().reserve(text.size() + (std::size_t{1} << 16));
    std::string& last = bytes_.back();
    last += text;
    return std::string_view(last).substr(last.size() - text.size());
  }

 private:
  std::deque<std::string> bytes_;
};

/// An event more, with its day and key.
template <class Kind>
Kind& next(Tale& tale, int day, std::string_view key) {
  Kind& event = std::get<Kind>(tale.emplace_back(std::in_place_type<Kind>));
  event.op = Datum(day);
  event.sleutel = key;
  return event;
}

/// Tells the event as generated code takes it, with its texts as `text` gives them, if the clause has need of it.
template <class Text>
void tell(Tale& tale, const bench::Event& event, Text text) {
  using Kind = bench::Event::Kind;
  const std::string_view key = text(event.key);
  const auto notice = [&](auto& sent, auto& about) {
    if (!event.about.empty()) about = text(event.about);
    sent.termijn = Termijn::dagen(event.term);
  };
  switch (event.kind) {
    case Kind::agreement:
      next<OvereenkomstGesloten>(tale, event.day, key);
      break;
    case Kind::invoice: {
      auto& sent = next<FactuurVerzonden>(tale, event.day, key);
      sent.factuur = key;
      sent.bedrag = Centen(event.cents);
      break;
    }
    case Kind::payment:
      next<BetalingOntvangen>(tale, event.day, key).bedrag = Centen(event.cents);
      break;
    case Kind::reminder: {
      auto& sent = next<AanmaningVerzonden>(tale, event.day, key);
      notice(sent, sent.verplichting);
      break;
    }
    case Kind::defaultNotice: {
      auto& sent = next<IngebrekestellingVerzonden>(tale, event.day, key);
      notice(sent, sent.tekortkoming);
      break;
    }
    case Kind::costs:
      next<KostenGemaakt>(tale, event.day, key).bedrag = Centen(event.cents);
      break;
    case Kind::suspension:
      next<OpschortingIngeroepen>(tale, event.day, key).partij = Partij::opdrachtnemer;
      break;
    case Kind::dissolution:
      next<OntbindingIngeroepen>(tale, event.day, key).partij = Partij::opdrachtnemer;
      break;
    case Kind::performance:
      next<WerkzaamhedenVoltooid>(tale, event.day, key);
      break;
    case Kind::other:
      break;
  }
}

const Uitkomsten& outcomes(Overeenkomst& contract, const Tale& tale, Datum asOf) {
  contract.leeg();
  for (const Gebeurtenis& event : tale) contract.vooraf(event);
  for (const Gebeurtenis& event : tale) contract.neem(event);
  return contract.op(asOf);
}

/// Every contract's events together, and its name; contracts stand together in the file.
template <class Text, class Done>
void eachContract(const simdjson::padded_string& file, Datum asOf, Text text, Done done) {
  Tale tale;
  std::string_view name;
  bench::eachEvent(file, [&](const bench::Event& event) {
    if (event.contract != name && !name.empty()) {
      done(name, tale);
      tale.clear();
    }
    name = event.contract;
    if (event.day > asOf.dag()) return;
    tell(tale, event, text);
  });
  if (!name.empty()) done(name, tale);
}

void evaluate(const std::string& in, const std::string& to, Datum asOf) {
  const simdjson::padded_string file = simdjson::padded_string::load(in);
  std::FILE* const written = std::fopen(to.c_str(), "wb");
  if (written == nullptr) throw std::runtime_error("cannot write " + to);
  std::string out;
  const auto flush = [&] {
    std::fwrite(out.data(), 1, out.size(), written);
    out.clear();
  };
  Overeenkomst contract;
  eachContract(file, asOf, unquoted, [&](std::string_view name, const Tale& tale) {
    out.append(R"({"overeenkomst":)").append(name) += ',';
    schrijf(out, outcomes(contract, tale, asOf));
    out += "}\n";
    if (out.size() > (1 << 18)) flush();
  });
  flush();
  std::fclose(written);
}

/// Without reading and without writing. The sum of all interest is printed, so that nothing can be left out.
void measure(const std::string& in, int times, Datum asOf) {
  const simdjson::padded_string file = simdjson::padded_string::load(in);
  std::vector<Tale> tales;
  std::size_t events = 0;
  Texts texts;
  eachContract(file, asOf, std::ref(texts), [&](std::string_view, const Tale& tale) { tales.push_back(tale); });
  bench::eachEvent(file, [&](const bench::Event&) { ++events; });
  Overeenkomst contract;
  const Kop* heading = nullptr;  // every outcome of a sentence has the same
  const auto isInterest = [&](const Uitkomst& outcome) {
    if (heading == nullptr && outcome.kop->lid == std::string_view("betaling:1.2")) heading = outcome.kop;
    return outcome.kop == heading;
  };
  std::int64_t interest = 0;
  const std::clock_t start = std::clock();
  for (int time = 0; time < times; ++time)
    for (const Tale& tale : tales)
      for (const Uitkomst& outcome : outcomes(contract, tale, asOf).uitkomsten)
        if (isInterest(outcome)) interest += outcome.bedrag.aantal();
  const double nanoseconds = 1e9 / CLOCKS_PER_SEC * static_cast<double>(std::clock() - start);
  std::printf("%.1f ns per event, %lld cents\n", nanoseconds / times / static_cast<double>(events),
              static_cast<long long>(interest / times));
}

}  // namespace

int main(int count, char** words) {
  try {
    const bool inMemory = count == 5 && std::string(words[1]) == "--in-geheugen";
    if (inMemory)
      measure(words[3], std::atoi(words[2]), Datum(bench::parseDay(words[4])));
    else if (count == 4)
      evaluate(words[1], words[2], Datum(bench::parseDay(words[3])));
    else
      return 2;
    return 0;
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "beding_betaling_gegenereerd: %s\n", problem.what());
    return 3;
  }
}
