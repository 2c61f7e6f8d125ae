#include "cli/cli.h"

#include <unistd.h>

#include <cstdlib>
#include <exception>

#include "base/text.h"
#include "cli/commands.h"

namespace beding::cli {
namespace {

constexpr const char* example = R"(Voorbeelden:
  beding controleer voorwaarden/
  beding evalueer vandeez dossier.jsonl --peildatum 2025-03-31
  beding waarom vandeez dossier.jsonl 6.8 --voor F1
  beding COMMANDO --help      uitleg en een voorbeeld bij een commando

Afsluitcode: 0 gedaan en in orde, 1 gedaan en niet in orde, 2 verkeerd gebruik,
3 invoer die niet te lezen of ongeldig is, 4 een fout in Beding zelf.)";

Colour colourOf(int stream) {
  const char* noColour = std::getenv("NO_COLOR");
  const bool plain = noColour != nullptr && *noColour != '\0';
  return !plain && isatty(stream) == 1 ? Colour::yes : Colour::no;
}

void speakDutch(CLI::App& app) {
  const auto formatter = std::make_shared<CLI::Formatter>();
  for (const auto& [english, dutch] : {std::pair{"Usage", "Gebruik"},
                                       {"OPTIONS", "OPTIES"},
                                       {"SUBCOMMAND", "COMMANDO"},
                                       {"SUBCOMMANDS", "COMMANDO'S"},
                                       {"Positionals", "Argumenten"},
                                       {"REQUIRED", "(verplicht)"},
                                       {"TEXT", "TEKST"},
                                       {"Excludes", "Niet samen met"},
                                       {"Needs", "Alleen met"}}) {
    formatter->label(english, dutch);
  }
  formatter->column_width(28);
  app.formatter(formatter);
  app.option_defaults()->group("Opties");
  app.set_help_flag("-h,--help", "deze uitleg")->group("Opties");
}

void addCommands(CLI::App& app, Context& context) {
  addRepl(app, context);
  addCheck(app, context);
  addEvaluate(app, context);
  addWhy(app, context);
  addReadings(app, context);
  addCompare(app, context);
  addTest(app, context);
  addCoverage(app, context);
  addSource(app, context);
  addGraph(app, context);
  addDump(app, context);
  addSchema(app, context);
}

std::vector<std::string> commandNames(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  return names;
}

/// The command that was being read when something was wrong with the arguments.
const CLI::App& innermost(const CLI::App& app) {
  const auto chosen = app.get_subcommands();
  return chosen.empty() ? app : *chosen.front();
}

/// The option that was meant: one that begins so, else the nearest.
std::string meantOption(const CLI::App& command, const std::string& written) {
  std::vector<std::string> known;
  for (const CLI::Option* option : command.get_options({})) {
    if (option->get_lnames().empty()) continue;
    known.push_back("--" + option->get_lnames().front());
    if (known.back().starts_with(written)) return "; bedoelde u «" + known.back() + "»?";
  }
  const std::vector<std::string> meant = nearest(written, known);
  return meant.empty() ? "" : "; bedoelde u «" + meant.front() + "»?";
}

std::string unknownWord(const CLI::App& app, const std::string& written) {
  const CLI::App& command = innermost(app);
  if (written.starts_with("-")) return "onbekende optie «" + written + "»" + meantOption(command, written);
  if (&command != &app) return "«" + written + "» is een argument te veel";
  const std::vector<std::string> meant = nearest(written, commandNames(app));
  return "onbekend commando «" + written + "»" + (meant.empty() ? "" : "; bedoelde u «" + meant.front() + "»?");
}

/// CLI11 says what is wrong in English; these are the ways in which it can happen here.
std::string inDutch(const CLI::App& app, const CLI::ParseError& error) {
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    const std::vector<std::string> rest = app.remaining(true);
    if (!rest.empty()) return unknownWord(app, rest.front());
  }
  const std::string words = error.what();
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    return "er ontbreekt een argument: " + words.substr(0, words.find(' '));
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    return "achter " + words.substr(0, words.find_first_of(": ")) + " hoort een waarde";
  }
  return words;
}

int wrongArguments(const CLI::App& app, const CLI::ParseError& error, Context& context) {
  const CLI::App& command = innermost(app);
  const std::string name = &command == &app ? "beding" : "beding " + command.get_name();
  context.fail(wrongUsage, inDutch(app, error));
  context.err << "zie: " << name << " --help\n";
  return context.status;
}

int parseAndRun(int argc, char** argv, Context& context) {
  CLI::App app{"Beding: wat volgt er op welke dag uit deze voorwaarden, en waarom?", "beding"};
  speakDutch(app);
  app.footer(example);
  app.require_subcommand(0, 1);
  addCommands(app, context);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    context.out << innermost(app).help(innermost(app).get_name() == "beding" ? "" : "beding");
  } catch (const CLI::ParseError& error) {
    return wrongArguments(app, error, context);
  }
  return context.status;
}

}  // namespace

CLI::App* addCommand(CLI::App& app, const std::string& name, const std::string& description,
                     const std::string& commandExample) {
  CLI::App* command = app.add_subcommand(name, description);
  command->group("Commando's");
  command->get_help_ptr()->group("Opties");
  command->footer("Voorbeeld:\n  " + commandExample);
  return command;
}

int run(int argc, char** argv) {
  Context context{std::cout, std::cerr, colourOf(STDERR_FILENO), colourOf(STDOUT_FILENO), done};
  try {
    return parseAndRun(argc, argv, context);
  } catch (const std::exception& error) {
    context.fail(internalError, std::string("interne fout: ") + error.what() + "; meld dit met de invoer erbij");
  } catch (...) {
    context.fail(internalError, "interne fout; meld dit met de invoer erbij");
  }
  return context.status;
}

}  // namespace beding::cli
