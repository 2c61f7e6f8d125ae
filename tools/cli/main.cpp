// The command `beding`.
#include <cstdlib>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "cli/cli.h"

namespace {

/// What is given back is soon asked for again: the system need not take it back and clear it in between. (These are the
/// bounds to which the library would raise its own in time.)
void keepMemory() {
#ifdef __GLIBC__
  constexpr int mebibyte = 1 << 20;
  mallopt(M_MMAP_THRESHOLD, 32 * mebibyte);
  mallopt(M_TRIM_THRESHOLD, 64 * mebibyte);
  mallopt(M_TOP_PAD, mebibyte);
#endif
}

}  // namespace

int main(int argc, char** argv) {
  keepMemory();
  return beding::cli::run(argc, argv);
}
