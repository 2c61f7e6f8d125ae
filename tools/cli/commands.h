// Every command adds itself to the command line; what it did is told by its exit status.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/context.h"

namespace beding::cli {

void addCheck(CLI::App& app, Context& context);      // controleer
void addEvaluate(CLI::App& app, Context& context);   // evalueer
void addWhy(CLI::App& app, Context& context);        // waarom
void addTest(CLI::App& app, Context& context);       // toets
void addCoverage(CLI::App& app, Context& context);   // dekking
void addCompare(CLI::App& app, Context& context);    // vergelijk
void addCompile(CLI::App& app, Context& context);    // compileer
void addReadings(CLI::App& app, Context& context);   // lezingen
void addPortfolio(CLI::App& app, Context& context);  // portefeuille
void addSource(CLI::App& app, Context& context);     // bron
void addGraph(CLI::App& app, Context& context);      // graaf
void addLayout(CLI::App& app, Context& context);     // opmaak
void addDump(CLI::App& app, Context& context);       // dump
void addSchema(CLI::App& app, Context& context);     // schema
void addRepl(CLI::App& app, Context& context);       // repl, also without any command

/// controleer --bron DOC [TEKST]
void checkOriginal(const std::vector<std::string>& paths, bool json, Context& context);

/// How a timeline is read, and for which day; the options of `evalueer` are these and which contract, in which form;
/// `Arguments` are DOC and TIJDLIJN too.
void addReadingOptions(CLI::App& command, const Context& context, EvaluationArguments& arguments);
void addEvaluationOptions(CLI::App& command, const Context& context, EvaluationArguments& arguments);
void addEvaluationArguments(CLI::App& command, const Context& context, EvaluationArguments& arguments);

/// A command with its one-line description and its example.
CLI::App* addCommand(CLI::App& app, const Context& context, const std::string& name, const Phrasing& description,
                     const std::string& example);

/// What help says of DOC and PAD.
inline constexpr Phrasing documentHelp{"bestand, map of meegeleverd document", "file, folder or shipped document"};
/// What help says of --json.
inline constexpr Phrasing jsonHelp{"het antwoord als JSON", "the answer as JSON"};

}  // namespace beding::cli
