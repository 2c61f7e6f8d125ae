// beding portefeuille DOC --in F --uit G
#include <unistd.h>

#include <charconv>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "base/parallel.h"
#include "base/text.h"
#include "cli/commands.h"
#include "portfolio/portfolio.h"
#include "portfolio/spool.h"

namespace beding::cli {
namespace {

struct PortfolioArguments : EvaluationArguments {
  std::string in;
  std::string out;
  unsigned threads = 1;
  std::size_t memory = 32;  ///< MiB
  bool all = false;
};

/// How far it is and how long it will take, on a terminal only.
class Progress {
 public:
  explicit Progress(Context& context) : context_(context), shown_(isatty(STDERR_FILENO) != 0) {}

  void operator()(const PortfolioProgress& progress) const {
    if (!shown_ || progress.done == 0) return;
    const double passed = std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    const double left =
        passed / static_cast<double>(progress.done) * static_cast<double>(progress.contracts - progress.done);
    context_.err << '\r'
                 << context_.said({"{0} van {1} overeenkomsten, nog {2} s   ", "{0} of {1} contracts, {2} s left   "},
                                  {std::to_string(progress.done), std::to_string(progress.contracts),
                                   std::to_string(static_cast<long>(left))})
                 << std::flush;
    if (progress.done == progress.contracts) context_.err << '\n';
  }

 private:
  Context& context_;
  bool shown_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

std::optional<PortfolioOptions> optionsOf(const Compiled& document, const PortfolioArguments& arguments,
                                          Context& context) {
  PortfolioOptions options;
  const auto reading = readOptions(arguments, context);
  if (!reading || !evaluationOptions(document, arguments, options.evaluation, context)) return std::nullopt;
  options.reading = *reading;
  options.threads = threadsFor(arguments.threads);
  options.memory = arguments.memory << 20;
  options.all = options.evaluation.sleeping = arguments.all;
  options.asTable = fold(arguments.out).ends_with(".csv");
  return options;
}

/// Where outcomes go, and what is told about them. Standard output, a device and a pipe take them as they come, and
/// cannot be taken back.
struct Destination {
  std::ostream& outcomes;
  std::ostream& totals;
  bool atOnce;
};

constexpr Phrasing nothingWritten{
    "gestopt bij een fout in de invoer; er is niets geschreven. Met --sla-over kost een foute regel alleen haar "
    "overeenkomst",
    "stopped at a mistake in the input; nothing was written. With --sla-over a bad line costs only its contract"};
constexpr Phrasing partWritten{
    "gestopt bij een fout in de invoer; wat er geschreven is, is niet alles. Met --sla-over kost een foute regel "
    "alleen "
    "haar overeenkomst",
    "stopped at a mistake in the input; what was written is not all. With --sla-over a bad line costs only its "
    "contract"};

Wording contractCalled(const std::string& name) {
  if (name.empty()) return Phrasing("de overeenkomst, die geen naam heeft", "the contract, which has no name");
  return worded({"overeenkomst «{0}»", "contract «{0}»"}, {name});
}

void tellProblems(const PortfolioSummary& summary, Context& context) {
  for (InputProblem problem : summary.problems) {
    problem.file = timelineName(problem.file, context);
    context.err << text(problem, context.language) << '\n';
  }
  for (const std::string& name : summary.skipped)
    context.err << context.said({"overgeslagen: {0}\n", "skipped: {0}\n"}, {contractCalled(name)});
}

/// How many contracts, and what was left out.
Wording told(const PortfolioSummary& summary) {
  Wording told = counted(summary.contracts, {"overeenkomst", "contract"}, {"overeenkomsten", "contracts"});
  if (!summary.skipped.empty())
    told = told + worded({", {0} overgeslagen", ", {0} skipped"}, {std::to_string(summary.skipped.size())});
  if (summary.strayLines > 0)
    told =
        told + ", " + counted(summary.strayLines, {"regel", "line"}, {"regels", "lines"}) +
        Phrasing(" overgeslagen waarvan de overeenkomst niet bekend is", " skipped of which the contract is not known");
  return told;
}

void tell(const PortfolioSummary& summary, const PortfolioOptions& options, const Destination& to, Context& context) {
  tellProblems(summary, context);
  const bool isPartWritten = to.atOnce && (options.asTable || summary.contracts > 0);
  if (!summary.problems.empty() && !options.reading.skipBad)
    return context.fail(invalidInput, isPartWritten ? partWritten : nothingWritten);
  to.totals << totalsText(summary.totals) << context.said(told(summary)) << '\n';
}

/// Of standard output it is said when a command ends.
void cannotWrite(const std::string& path, Context& context) {
  if (path == "-") return;
  context.fail(
      invalidInput,
      worded({"kan «{0}» niet schrijven; kijk of de map er is, of u daar mag schrijven en of de schijf vol is",
              "cannot write «{0}»; see whether the folder is there, whether you may write in it and whether the "
              "disk is full"},
             {path}));
}

/// `finish`: whether what was written has come where it should; its argument: whether it is whole.
template <class Finish>
void evaluateTo(const Destination& to, const graph::Graph& graph, const PortfolioArguments& arguments,
                const PortfolioOptions& options, Context& context, Finish finish) {
  try {
    const PortfolioSummary summary = evaluatePortfolio(graph, arguments.in, options, to.outcomes, Progress(context));
    if (!finish(summary.problems.empty() || options.reading.skipBad)) return cannotWrite(arguments.out, context);
    tell(summary, options, to, context);
  } catch (const PortfolioError& problem) {
    context.fail(invalidInput, problem.wording);
  }
}

/// Written beside its place and moved there when it is whole, so that a half result is never taken for a whole one.
void evaluateInto(const graph::Graph& graph, const PortfolioArguments& arguments, const PortfolioOptions& options,
                  Context& context) {
  const std::string unfinished = arguments.out + ".onvoltooid";
  std::ofstream out(unfinished, std::ios::binary);
  if (!out) return cannotWrite(arguments.out, context);
  evaluateTo({out, context.out, false}, graph, arguments, options, context, [&](bool whole) {
    out.close();
    return !whole || (out.good() && std::rename(unfinished.c_str(), arguments.out.c_str()) == 0);
  });
  std::remove(unfinished.c_str());
}

/// What is there and no file: a device or a pipe. It is written to, never replaced.
bool isNoFile(const std::string& path) {
  std::error_code ignored;
  const auto status = std::filesystem::status(path, ignored);
  return std::filesystem::exists(status) && !std::filesystem::is_regular_file(status);
}

void evaluateOnto(const graph::Graph& graph, const PortfolioArguments& arguments, const PortfolioOptions& options,
                  Context& context) {
  const auto onto = [&](std::ostream& out, std::ostream& totals) {
    const auto finish = [&](bool) { return out.flush().good(); };
    evaluateTo({out, totals, true}, graph, arguments, options, context, finish);
  };
  if (arguments.out == "-") return onto(context.out, context.err);
  if (!isNoFile(arguments.out)) return evaluateInto(graph, arguments, options, context);
  std::ofstream out(arguments.out, std::ios::binary);
  out ? onto(out, context.out) : cannotWrite(arguments.out, context);
}

/// Whether a whole number is between those.
CLI::Validator between(unsigned least, unsigned most, const Context& context) {
  const auto isFit = [=](const std::string& written) {
    unsigned value = 0;
    const char* const end = written.data() + written.size();
    const auto [rest, error] = std::from_chars(written.data(), end, value);
    return error == std::errc() && rest == end && value >= least && value <= most;
  };
  const auto say = [=, &context](const std::string& written) {
    return context.said(
        {"«{0}» is geen geheel getal van {1} tot en met {2}", "«{0}» is no whole number from {1} to {2}"},
        {written, std::to_string(least), std::to_string(most)});
  };
  return {[=](std::string& written) { return isFit(written) ? std::string() : say(written); }, ""};
}

void portfolioCommand(const PortfolioArguments& arguments, Context& context) {
  Workspace workspace(Scenarios::passedOver);
  const Compiled* document = runnable(workspace, arguments.document, context);
  if (document == nullptr) return;
  const auto options = optionsOf(*document, arguments, context);
  if (options) evaluateOnto(document->graph, arguments, *options, context);
}

}  // namespace

void addPortfolio(CLI::App& app, Context& context) {
  CLI::App* command = addCommand(app, context, "portefeuille",
                                 {"één document voor veel overeenkomsten: een regel uitkomsten per overeenkomst",
                                  "one document for many contracts: a line of outcomes per contract"},
                                 "beding portefeuille vandeez --in dossiers.jsonl --uit uitkomsten.jsonl --draden 2");
  const auto arguments = std::make_shared<PortfolioArguments>();
  command->add_option("document", arguments->document, context.said(documentHelp))->required()->option_text("DOC");
  addReadingOptions(*command, context, *arguments);
  const auto option = [&](const std::string& name, auto& value, const Phrasing& help, const std::string& shown) {
    return command->add_option(name, value, context.said(help))->option_text(shown);
  };
  option("--in", arguments->in,
         {"gebeurtenissen met hun «overeenkomst», JSON Lines of CSV; - leest de standaardinvoer",
          "events with their «overeenkomst», JSON Lines or CSV; - reads standard input"},
         "BESTAND")
      ->required();
  option("--uit", arguments->out,
         {"waar de uitkomsten komen: .jsonl, of .csv voor een regel per uitkomst; - schrijft naar de standaarduitvoer",
          "where the outcomes go: .jsonl, or .csv for a line per outcome; - writes to standard output"},
         "BESTAND")
      ->required();
  option("--draden", arguments->threads,
         {"zoveel overeenkomsten tegelijk; 0: één per kern", "so many contracts at a time; 0: one per core"}, "N")
      ->check(between(0, 256, context));
  option("--geheugen", arguments->memory,
         {"MiB voor overeenkomsten die door elkaar staan; daarboven op schijf",
          "MiB for contracts that stand mixed; beyond that on disk"},
         "MIB")
      ->check(between(1, 1 << 20, context));
  command->add_flag("--alles", arguments->all, context.said({"ook wat slaapt", "also what sleeps"}));
  command->callback([arguments, &context] { portfolioCommand(*arguments, context); });
}

}  // namespace beding::cli
