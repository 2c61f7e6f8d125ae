// Made-up portfolios: what a supplier and its customers do in a year and a half, as a timeline would tell it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace beding::bench {

/// One event, small enough to keep ten million of them. Numbers name what it is about: invoice 3 is "F3".
struct Event {
  enum class Kind : std::uint8_t {
    agreement,
    invoice,
    payment,
    reminder,
    costs,
    defaultNotice,
    suspension,
    termination,
    completion,
    delivery,  ///< of no consequence for the payment clause, as much of a real file is
    meeting,
  };
  Kind kind = Kind::agreement;
  std::uint8_t invoice = 0;  ///< that it is about; none: 0
  std::uint8_t days = 0;     ///< term
  std::int32_t day = 0;      ///< since 1 January 1970
  std::uint32_t contract = 0;
  std::int64_t cents = 0;
};

/// About twenty events of one contract, in order of their days; the same for the same seed and number. With `more`
/// invoices the contract goes on for as many months, some three events each.
std::vector<Event> contractEvents(std::uint64_t seed, std::uint32_t contract, int more = 0);

/// Its line of the file, with a line feed. `number` makes its id: the how-manyth event of its contract it is.
void appendLine(std::string& text, const Event& event, int number);

}  // namespace beding::bench
