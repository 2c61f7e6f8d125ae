// The payment clause by hand: a file of events in, a file of outcomes out. Contracts stand together in the file.
//
//   beding_betaling IN UIT PEILDATUM RENTETABEL          the outcomes of every contract
//   beding_betaling --in-geheugen N IN PEILDATUM RENTETABEL
//                                                        N times from events that are in memory; prints ns per event
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <string>
#include <vector>

#include "betaling/clause.h"
#include "betaling/reader.h"

namespace {

using namespace bench;

/// Contract after contract; every one is finished when the next begins, and `done` is told its name.
template <typename Done>
class Portfolio {
 public:
  Portfolio(const Rates& rates, Day asOf, Done done) : contract_(rates), asOf_(asOf), done_(done) {}

  void take(const Event& event) {
    if (event.contract != name_) finish();
    name_ = event.contract;
    if (event.day <= asOf_) contract_.take(event);
  }
  void finish() {
    if (!name_.empty()) {
      interest_ += contract_.finish(asOf_);
      done_(contract_, name_);
    }
    contract_.clear();
    name_ = {};
  }
  [[nodiscard]] std::int64_t interest() const { return interest_; }

 private:
  Contract contract_;
  Day asOf_;
  Done done_;
  std::string_view name_;
  std::int64_t interest_ = 0;
};

void evaluate(const std::string& in, const std::string& to, Day asOf, const Rates& rates) {
  const simdjson::padded_string file = simdjson::padded_string::load(in);
  std::FILE* const written = std::fopen(to.c_str(), "wb");
  if (written == nullptr) throw std::runtime_error("cannot write " + to);
  std::string out;
  const auto flush = [&] {
    std::fwrite(out.data(), 1, out.size(), written);
    out.clear();
  };
  Portfolio portfolio(rates, asOf, [&](const Contract& contract, std::string_view name) {
    contract.write(name, out);
    if (out.size() > (1 << 18)) flush();
  });
  eachEvent(file, [&](const Event& event) { portfolio.take(event); });
  portfolio.finish();
  flush();
  std::fclose(written);
}

/// Without reading and without writing. The sum of all interest is printed, so that nothing can be left out.
void measure(const std::string& in, int times, Day asOf, const Rates& rates) {
  const simdjson::padded_string file = simdjson::padded_string::load(in);
  std::vector<Event> events;
  eachEvent(file, [&](const Event& event) { events.push_back(event); });
  Portfolio portfolio(rates, asOf, [](const Contract&, std::string_view) {});
  const std::clock_t start = std::clock();
  for (int time = 0; time < times; ++time) {
    for (const Event& event : events) portfolio.take(event);
    portfolio.finish();
  }
  const double nanoseconds = 1e9 / CLOCKS_PER_SEC * static_cast<double>(std::clock() - start);
  std::printf("%.1f ns per event, %lld cents\n", nanoseconds / times / static_cast<double>(events.size()),
              static_cast<long long>(portfolio.interest() / times));
}

}  // namespace

int main(int count, char** words) {
  try {
    const bool inMemory = count == 6 && std::string(words[1]) == "--in-geheugen";
    if (inMemory)
      measure(words[3], std::atoi(words[2]), parseDay(words[4]), Rates(words[5]));
    else if (count == 5)
      evaluate(words[1], words[2], parseDay(words[3]), Rates(words[4]));
    else
      return 2;
    return 0;
  } catch (const std::exception& problem) {
    std::fprintf(stderr, "beding_betaling: %s\n", problem.what());
    return 3;
  }
}
