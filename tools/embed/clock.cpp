// clock OUT.cpp: writes a C++ file with every change that is known of the clocks in Amsterdam, until the end of 2037.
// The list is made when the program is built, so that it evaluates the same on every machine and reads no time zones.
//
// It defines `std::span<const std::pair<std::int64_t, std::int32_t>> beding::clock::changes()`: from how many seconds
// after 1970-01-01T00:00Z on, by how many seconds the clocks are ahead of UTC.
#include <date/tz.h>

#include <fstream>
#include <iostream>

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: clock OUT.cpp\n";
    return 2;
  }
  const date::time_zone& amsterdam = *date::locate_zone("Europe/Amsterdam");
  std::ofstream out(argv[1], std::ios::binary);
  out << "// Written by tools/embed/clock.cpp.\n#include <cstdint>\n#include <span>\n#include <utility>\n\n"
         "namespace beding::clock {\n\nusing Change = std::pair<std::int64_t, std::int32_t>;\n\n"
         "static constexpr Change listed[] = {\n";
  const date::sys_seconds end = date::sys_days{date::year{2038} / 1 / 1};
  for (date::sys_seconds from = date::sys_days{date::year{1} / 1 / 1}; from < end;) {
    const date::sys_info info = amsterdam.get_info(from);
    out << "  {" << from.time_since_epoch().count() << ", " << info.offset.count() << "},\n";
    from = info.end;
  }
  out << "};\n\nstd::span<const Change> changes();\nstd::span<const Change> changes() { return listed; }\n\n"
         "}  // namespace beding::clock\n";
  return out.flush() ? 0 : 1;
}
