// beding repl [PAD…]
#include "cli/commands.h"
#include "repl/terminal.h"

namespace beding::cli {

void addRepl(CLI::App& app, Context& context) {
  CLI::App* command = addCommand(app, context, "repl",
                                 {"probeer bedingen en gebeurtenissen uit; ook zonder commando",
                                  "try out clauses and events; also without a command"},
                                 "beding repl vandeez");
  const auto documents = std::make_shared<std::vector<std::string>>();
  command->add_option("PAD", *documents, context.said({"documenten om mee te beginnen", "documents to begin with"}))
      ->option_text("…");
  const auto start = [documents, &context] {
    context.status = repl::run(*documents, context.outStyle()) ? done : negative;
  };
  command->callback(start);
  app.callback([&app, start] {
    if (app.get_subcommands().empty()) start();
  });
}

}  // namespace beding::cli
