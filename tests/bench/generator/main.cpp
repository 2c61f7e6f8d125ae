// Writes a made-up portfolio as JSON Lines to standard output: the same bytes for the same arguments.
//
//   beding_portefeuille [--overeenkomsten 1000] [--zaad 1] [--facturen-erbij 0] [--door-elkaar]
//
// With --door-elkaar the events of all contracts stand in order of their days; else contract after contract. More
// invoices make every contract longer.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "generator/portfolio.h"

namespace {

using namespace beding::bench;

struct Arguments {
  std::uint32_t contracts = 1000;
  std::uint64_t seed = 1;
  int more = 0;
  bool mixed = false;
};

Arguments argumentsOf(int count, char** words) {
  Arguments arguments;
  for (int index = 1; index < count; ++index) {
    const std::string_view word = words[index];
    if (word == "--door-elkaar") arguments.mixed = true;
    if (index + 1 == count) break;
    const unsigned long long number = std::strtoull(words[index + 1], nullptr, 10);
    if (word == "--overeenkomsten") arguments.contracts = static_cast<std::uint32_t>(number);
    if (word == "--zaad") arguments.seed = number;
    if (word == "--facturen-erbij") arguments.more = static_cast<int>(std::min(number, 200ULL));
  }
  return arguments;
}

void flush(std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  text.clear();
}

void writeGrouped(const Arguments& arguments) {
  std::string text;
  for (std::uint32_t contract = 1; contract <= arguments.contracts; ++contract) {
    int number = 0;
    for (const Event& event : contractEvents(arguments.seed, contract, arguments.more))
      appendLine(text, event, ++number);
    if (text.size() > (1 << 20)) flush(text);
  }
  flush(text);
}

void writeMixed(const Arguments& arguments) {
  std::vector<Event> all;
  for (std::uint32_t contract = 1; contract <= arguments.contracts; ++contract) {
    const std::vector<Event> events = contractEvents(arguments.seed, contract, arguments.more);
    all.insert(all.end(), events.begin(), events.end());
  }
  std::stable_sort(all.begin(), all.end(), [](const Event& a, const Event& b) { return a.day < b.day; });
  std::vector<int> numbers(arguments.contracts + 1);
  std::string text;
  for (const Event& event : all) {
    appendLine(text, event, ++numbers[event.contract]);
    if (text.size() > (1 << 20)) flush(text);
  }
  flush(text);
}

}  // namespace

int main(int count, char** words) {
  const Arguments arguments = argumentsOf(count, words);
  arguments.mixed ? writeMixed(arguments) : writeGrouped(arguments);
}
