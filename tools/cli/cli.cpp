#include "cli/cli.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <iterator>
#include <string_view>

#include "base/text.h"
#include "cli/commands.h"

namespace beding::cli {
namespace {

constexpr Phrasing example{R"(Voorbeelden:
  beding controleer voorwaarden/
  beding evalueer vandeez dossier.jsonl --peildatum 2025-03-31
  beding waarom vandeez dossier.jsonl 6.8 --voor F1
  beding COMMANDO --help      uitleg en een voorbeeld bij een commando

Afsluitcode: 0 gedaan en in orde, 1 gedaan en niet in orde, 2 verkeerd gebruik,
3 invoer die niet te lezen of ongeldig is of uitvoer die niet te schrijven is,
4 een fout in Beding zelf.)",
                           R"(Examples:
  beding controleer voorwaarden/
  beding evalueer vandeez dossier.jsonl --peildatum 2025-03-31
  beding waarom vandeez dossier.jsonl 6.8 --voor F1
  beding COMMAND --help       help and an example for a command

Clauses, commands and data are Dutch in every language; so are reasons and questions,
for they quote clauses.

Exit status: 0 done and in order, 1 done and not in order, 2 wrong usage,
3 input that cannot be read or is not valid, or output that cannot be written,
4 a defect of Beding itself.)"};

Colour colourOf(int stream) {
  const char* noColour = std::getenv("NO_COLOR");
  const bool plain = noColour != nullptr && *noColour != '\0';
  return !plain && isatty(stream) == 1 ? Colour::yes : Colour::no;
}

constexpr Phrasing optionsGroup{"Opties", "Options"};

/// The only place that reads the option: help and messages about the other arguments follow it too. CLI11 only has to
/// know that it is there.
std::optional<Language> languageAskedFor(const std::vector<std::string>& words, Context& context) {
  for (std::size_t at = 0; at < words.size() && words[at] != "--"; ++at) {
    const bool apart = words[at] == "--taal" && at + 1 < words.size();
    if (!apart && !words[at].starts_with("--taal=")) continue;
    const std::string name = apart ? words[at + 1] : words[at].substr(words[at].find('=') + 1);
    if (name == "en") return Language::english;
    if (name == "nl") return Language::dutch;
    context.fail(
        wrongUsage,
        worded({"er is geen taal «{0}»; kies uit nl, en", "there is no language «{0}»; choose from nl, en"}, {name}));
    return std::nullopt;
  }
  return Language::dutch;
}

void addLanguageOption(CLI::App& command, const Context& context) {
  command
      .add_option_function<std::string>(
          "--taal", [](const std::string&) {},
          context.said({"nl of en: de taal van meldingen en kopjes; zonder keuze nl",
                        "nl or en: the language of messages and headings; without a "
                        "choice nl"}))
      ->option_text("TAAL")
      ->take_last();
}

void speak(CLI::App& app, const Context& context) {
  const auto formatter = std::make_shared<CLI::Formatter>();
  for (const auto& [label, words] : {std::pair{"Usage", Phrasing{"Gebruik", "Usage"}},
                                     {"OPTIONS", {"OPTIES", "OPTIONS"}},
                                     {"SUBCOMMAND", {"COMMANDO", "COMMAND"}},
                                     {"SUBCOMMANDS", {"COMMANDO'S", "COMMANDS"}},
                                     {"Positionals", {"Argumenten", "Arguments"}},
                                     {"REQUIRED", {"(verplicht)", "(required)"}},
                                     {"TEXT", {"TEKST", "TEXT"}},
                                     {"Excludes", {"Niet samen met", "Not together with"}},
                                     {"Needs", {"Alleen met", "Only with"}}}) {
    formatter->label(label, std::string(words.in(context.language)));
  }
  formatter->column_width(28);
  app.formatter(formatter);
  app.option_defaults()->group(context.said(optionsGroup));
  app.set_help_flag("-h,--help", context.said({"deze uitleg", "this help"}))->group(context.said(optionsGroup));
}

struct Command {
  std::string_view name;
  void (*add)(CLI::App&, Context&);
};

constexpr Command commands[] = {
    {"repl", addRepl},
    {"controleer", addCheck},
    {"evalueer", addEvaluate},
    {"waarom", addWhy},
    {"lezingen", addReadings},
    {"vergelijk", addCompare},
    {"portefeuille", addPortfolio},
    {"toets", addTest},
    {"dekking", addCoverage},
    {"bron", addSource},
    {"graaf", addGraph},
    {"opmaak", addLayout},
    {"compileer", addCompile},
    {"dump", addDump},
    {"schema", addSchema},
};

/// The one that is asked for, as the first word; all of them when that is something else: help, or a mistake.
void addCommands(CLI::App& app, std::string_view asked, Context& context) {
  const auto* const one = std::ranges::find(commands, asked, &Command::name);
  if (one != std::end(commands)) return one->add(app, context);
  for (const Command& each : commands) each.add(app, context);
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

Wording meantWord(const std::string& word) { return worded({"; bedoelde u «{0}»?", "; did you mean «{0}»?"}, {word}); }

/// The option that was meant: one that begins so, else the nearest.
Wording meantOption(const CLI::App& command, const std::string& written) {
  std::vector<std::string> known;
  for (const CLI::Option* option : command.get_options({})) {
    if (option->get_lnames().empty()) continue;
    known.push_back("--" + option->get_lnames().front());
    if (known.back().starts_with(written)) return meantWord(known.back());
  }
  const std::vector<std::string> meant = nearest(written, known);
  return meant.empty() ? Wording() : meantWord(meant.front());
}

Wording unknownWord(const CLI::App& app, const std::string& written) {
  const CLI::App& command = innermost(app);
  if (written.starts_with("-"))
    return worded({"onbekende optie «{0}»", "unknown option «{0}»"}, {written}) + meantOption(command, written);
  if (&command != &app) return worded({"«{0}» is een argument te veel", "«{0}» is one argument too many"}, {written});
  const std::vector<std::string> meant = nearest(written, commandNames(app));
  return worded({"onbekend commando «{0}»", "unknown command «{0}»"}, {written}) +
         (meant.empty() ? Wording() : meantWord(meant.front()));
}

/// CLI11 says what is wrong in its own words; these are the ways in which it can happen here.
Wording wrongArgument(const CLI::App& app, const CLI::ParseError& error) {
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    const std::vector<std::string> rest = app.remaining(true);
    if (!rest.empty()) return unknownWord(app, rest.front());
  }
  const std::string words = error.what();
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) {
    return worded({"er ontbreekt een argument: {0}", "an argument is missing: {0}"},
                  {words.substr(0, words.find(' '))});
  }
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    return worded({"achter {0} hoort een waarde", "{0} takes a value"}, {words.substr(0, words.find_first_of(": "))});
  }
  return words;
}

void wrongArguments(const CLI::App& app, const CLI::ParseError& error, Context& context) {
  const CLI::App& command = innermost(app);
  const std::string name = &command == &app ? "beding" : "beding " + command.get_name();
  context.fail(wrongUsage, wrongArgument(app, error));
  context.err << context.said({"zie: ", "see: "}) << name << " --help\n";
}

void parseAndRun(int argc, char** argv, Context& context) {
  const auto language = languageAskedFor({argv + 1, argv + argc}, context);
  if (!language) return;
  context.language = *language;
  CLI::App app{context.said({"Beding: wat volgt er op welke dag uit deze voorwaarden, en waarom?",
                             "Beding: what follows from these terms on which day, and why?"}),
               "beding"};
  speak(app, context);
  addLanguageOption(app, context);
  app.footer(std::string(example.in(context.language)));
  app.require_subcommand(0, 1);
  addCommands(app, argc > 1 ? argv[1] : "", context);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    context.out << innermost(app).help(innermost(app).get_name() == "beding" ? "" : "beding");
  } catch (const CLI::ParseError& error) {
    wrongArguments(app, error, context);
  }
}

void runGuarded(int argc, char** argv, Context& context) {
  try {
    parseAndRun(argc, argv, context);
  } catch (const std::exception& error) {
    context.fail(internalError, worded({"interne fout: {0}; meld dit met de invoer erbij",
                                        "internal error: {0}; report this, with the input"},
                                       {error.what()}));
  } catch (...) {
    context.fail(internalError,
                 Phrasing("interne fout; meld dit met de invoer erbij", "internal error; report this, with the input"));
  }
}

/// A full disk is noticed when the last byte goes there.
void tellIfCutOff(Context& context) {
  if (context.out.flush()) return;
  context.fail(invalidInput,
               Phrasing("de standaarduitvoer kan niet geschreven worden, dus wat daar staat is niet alles; "
                        "kijk of de schijf vol is, en begin opnieuw",
                        "standard output cannot be written, so what is there is not all; see whether the "
                        "disk is full, and start again"));
}

}  // namespace

CLI::App* addCommand(CLI::App& app, const Context& context, const std::string& name, const Phrasing& description,
                     const std::string& commandExample) {
  CLI::App* command = app.add_subcommand(name, context.said(description));
  command->group(context.said({"Commando's", "Commands"}));
  command->get_help_ptr()->group(context.said(optionsGroup));
  command->footer(context.said({"Voorbeeld:\n  {0}", "Example:\n  {0}"}, {commandExample}));
  addLanguageOption(*command, context);
  return command;
}

int run(int argc, char** argv) {
  Context context{std::cout, std::cerr, colourOf(STDERR_FILENO), colourOf(STDOUT_FILENO)};
  runGuarded(argc, argv, context);
  tellIfCutOff(context);
  return context.status;
}

}  // namespace beding::cli
