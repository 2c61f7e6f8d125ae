// The payment clause as generated C++, beside the program written by hand: the same file in, the same outcomes out.
//
//   beding_betaling_gegenereerd IN UIT PEILDATUM          the outcomes of every contract
//   beding_betaling_gegenereerd --in-geheugen N IN PEILDATUM
//                                                        N times from events that are in memory; prints ns per event
#include "betaling.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <exception>

#include "betaling/reader.h"

namespace {

using namespace betaling;
using Tale = std::vector<Gebeurtenis>;

std::string_view unquoted(std::string_view token) {
  return token.size() < 2 ? token : token.substr(1, token.size() - 2);
}

std::optional<std::string_view> given(std::string_view token) {
  return token.empty() ? std::nullopt : std::optional(unquoted(token));
}

/// The event as generated code takes it; nothing when the clause has no need of it.
std::optional<Gebeurtenis> typed(const bench::Event& event) {
  using Kind = bench::Event::Kind;
  const Datum day(event.day);
  const std::string_view key = unquoted(event.key);
  switch (event.kind) {
    case Kind::agreement:
      return OvereenkomstGesloten{day, key};
    case Kind::invoice: {
      FactuurVerzonden sent{day, {}};
      sent.factuur = key;
      sent.bedrag = Centen(event.cents);
      return sent;
    }
    case Kind::payment: {
      BetalingOntvangen received{day, key};
      received.bedrag = Centen(event.cents);
      return received;
    }
    case Kind::reminder: {
      AanmaningVerzonden sent{day, key};
      sent.verplichting = given(event.about);
      sent.termijn = Termijn::dagen(event.term);
      return sent;
    }
    case Kind::defaultNotice: {
      IngebrekestellingVerzonden sent{day, key};
      sent.tekortkoming = given(event.about);
      sent.termijn = Termijn::dagen(event.term);
      return sent;
    }
    case Kind::costs: {
      KostenGemaakt made{day, key};
      made.bedrag = Centen(event.cents);
      return made;
    }
    case Kind::suspension: {
      OpschortingIngeroepen tried{day, key};
      tried.partij = Partij::opdrachtnemer;
      return tried;
    }
    case Kind::dissolution: {
      OntbindingIngeroepen tried{day, key};
      tried.partij = Partij::opdrachtnemer;
      return tried;
    }
    case Kind::performance:
      return WerkzaamhedenVoltooid{day, key};
    case Kind::other:
      return std::nullopt;
  }
  return std::nullopt;
}

const Uitkomsten& outcomes(Overeenkomst& contract, const Tale& tale, Datum asOf) {
  contract.leeg();
  for (const Gebeurtenis& event : tale) std::visit([&](const auto& each) { contract.vooraf(each); }, event);
  for (const Gebeurtenis& event : tale) std::visit([&](const auto& each) { contract.neem(each); }, event);
  return contract.op(asOf);
}

/// Every contract's events together, and its name; contracts stand together in the file.
template <typename Done>
void eachContract(const simdjson::padded_string& file, Datum asOf, Done done) {
  Tale tale;
  std::string_view name;
  bench::eachEvent(file, [&](const bench::Event& event) {
    if (event.contract != name && !name.empty()) {
      done(name, tale);
      tale.clear();
    }
    name = event.contract;
    if (event.day > asOf.dag()) return;
    if (auto each = typed(event)) tale.push_back(std::move(*each));
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
  eachContract(file, asOf, [&](std::string_view name, const Tale& tale) {
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
  eachContract(file, asOf, [&](std::string_view, const Tale& tale) { tales.push_back(tale); });
  bench::eachEvent(file, [&](const bench::Event&) { ++events; });
  Overeenkomst contract;
  std::int64_t interest = 0;
  const std::clock_t start = std::clock();
  for (int time = 0; time < times; ++time)
    for (const Tale& tale : tales)
      for (const Uitkomst& outcome : outcomes(contract, tale, asOf).uitkomsten)
        if (outcome.kop->lid == std::string_view("betaling:1.2")) interest += outcome.bedrag.aantal();
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
