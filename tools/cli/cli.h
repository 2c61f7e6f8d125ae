// The command line: reads arguments, calls the workspace, prints. Results go to standard output, messages to standard
// error. Each command is one function in a *_command.cpp file, listed in commands.h.
#pragma once

namespace beding::cli {

/// The whole command; returns its exit status and lets no exception out.
int run(int argc, char** argv);

}  // namespace beding::cli
