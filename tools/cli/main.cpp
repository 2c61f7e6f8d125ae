// The command `beding`.
#include "cli/cli.h"

int main(int argc, char** argv) { return beding::cli::run(argc, argv); }
