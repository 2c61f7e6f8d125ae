// beding evalueer and beding waarom
#include "cli/commands.h"
#include "explain/json.h"
#include "explain/select.h"
#include "explain/text.h"

namespace beding::cli {
namespace {

void evaluateCommand(const EvaluationArguments& arguments, bool all, Context& context) {
  Workspace workspace(Scenarios::passedOver);
  const Compiled* document = runnable(workspace, arguments.document, context);
  if (document == nullptr) return;
  const auto result = evaluation(*document, arguments, false, context);
  if (!result) return;
  const TextOptions options{all, context.outColour == Colour::yes, context.language};
  context.out << (arguments.json ? outcomesJson(*result, {all, false, {}}) : outcomesText(*result, options));
}

std::vector<const Outcome*> awake(const Evaluation& evaluation) {
  std::vector<const Outcome*> found;
  for (const Outcome& outcome : evaluation.outcomes) {
    if (!outcome.dormant) found.push_back(&outcome);
  }
  return found;
}

void noSuchOutcome(const Evaluation& evaluation, const std::string& what, const std::string& key, Context& context) {
  const Wording forKey = key.empty() ? Wording() : worded({" voor «{0}»", " for «{0}»"}, {key});
  const Wording day = wordingOf(momentOf(evaluation.asOf));
  context.fail(wrongUsage, worded({"er is geen uitkomst «{0}»{1} op {2}", "there is no outcome «{0}»{1} on {2}"},
                                  {what, forKey, day}));
  std::vector<const Outcome*> meant = meantOutcomes(evaluation, what);
  const bool near = !meant.empty();
  if (!near) meant = awake(evaluation);
  if (meant.empty())
    context.err << context.said({"er zijn geen uitkomsten op deze dag\n", "there are no outcomes on this day\n"});
  if (!meant.empty())
    context.err << (near ? context.said({"bedoelde u:\n", "did you mean:\n"})
                         : context.said({"er is wel:\n", "there is:\n"}));
  for (const Outcome* outcome : meant) context.err << "  " << outcomeLine(*outcome, context.language) << '\n';
}

struct WhyArguments : EvaluationArguments {
  std::string outcome;
  std::string key;
};

void whyCommand(const WhyArguments& arguments, Context& context) {
  Workspace workspace(Scenarios::passedOver);
  const Compiled* document = runnable(workspace, arguments.document, context);
  if (document == nullptr) return;
  const auto result = evaluation(*document, arguments, true, context);
  if (!result) return;
  const auto found = awakeFirst(selectOutcomes(*result, arguments.outcome, arguments.key));
  if (found.empty()) return noSuchOutcome(*result, arguments.outcome, arguments.key, context);
  const TextOptions options{true, context.outColour == Colour::yes, context.language};
  for (const Outcome* outcome : found) {
    if (!arguments.json && outcome != found.front()) context.out << '\n';
    context.out << (arguments.json ? whyJson(*result, *outcome) : whyText(*outcome, options));
  }
}

}  // namespace

void addEvaluationArguments(CLI::App& command, const Context& context, EvaluationArguments& arguments) {
  command.add_option("DOC", arguments.document, context.said(documentHelp))->required()->option_text(" ");
  command
      .add_option(
          "TIJDLIJN", arguments.timeline,
          context.said({"JSON Lines of CSV; - leest de standaardinvoer", "JSON Lines or CSV; - reads standard input"}))
      ->required()
      ->option_text(" ");
  addEvaluationOptions(command, context, arguments);
}

void addReadingOptions(CLI::App& command, const Context& context, EvaluationArguments& arguments) {
  command
      .add_option("--peildatum", arguments.asOf,
                  context.said({"de dag waarop het antwoord geldt; anders die van de laatste gebeurtenis",
                                "the day for which the answer holds; otherwise that of the last event"}))
      ->option_text("DATUM");
  command
      .add_option("--zoals-bekend-op", arguments.asKnownOn,
                  context.said({"zonder wat later is vastgelegd", "without what was recorded later"}))
      ->option_text("DATUM");
  command
      .add_option("--lezing", arguments.readings,
                  context.said({"kies de lezing van een kwestie; mag vaker",
                                "choose the reading of a kwestie; may be repeated"}))
      ->option_text("LID/KWESTIE=NAAM")
      ->take_all()
      ->expected(1)
      ->allow_extra_args(false);
  command.add_flag("--sla-over", arguments.skipBad,
                   context.said({"sla verkeerde regels over en noem ze", "skip wrong lines and tell of them"}));
}

void addEvaluationOptions(CLI::App& command, const Context& context, EvaluationArguments& arguments) {
  addReadingOptions(command, context, arguments);
  command
      .add_option("--overeenkomst", arguments.contract,
                  context.said({"alleen de regels van deze overeenkomst", "only the lines of this contract"}))
      ->option_text("NAAM");
  command.add_flag("--json", arguments.json, context.said(jsonHelp));
}

void addEvaluate(CLI::App& app, Context& context) {
  CLI::App* command = addCommand(app, context, "evalueer",
                                 {"de uitkomsten van een tijdlijn op een dag", "the outcomes of a timeline on a day"},
                                 "beding evalueer vandeez dossier.jsonl --peildatum 2025-03-31 --json");
  const auto arguments = std::make_shared<EvaluationArguments>();
  const auto all = std::make_shared<bool>(false);
  addEvaluationArguments(*command, context, *arguments);
  command->add_flag("--alles", *all,
                    context.said({"ook wat slaapt of niet beschikbaar is", "also what is dormant or not available"}));
  command->callback([arguments, all, &context] { evaluateCommand(*arguments, *all, context); });
}

void addWhy(CLI::App& app, Context& context) {
  CLI::App* command = addCommand(app, context, "waarom",
                                 {"leg een uitkomst uit, tot op het lid en de gebeurtenissen",
                                  "explain an outcome, down to the lid and the events (reasons are Dutch)"},
                                 "beding waarom vandeez dossier.jsonl \"6.8 rente\" --voor F1");
  const auto arguments = std::make_shared<WhyArguments>();
  addEvaluationArguments(*command, context, *arguments);
  command
      ->add_option("UITKOMST", arguments->outcome,
                   context.said({"lid, naam of beide: 6.8, rente, \"6.8 rente\"",
                                 "lid, name or both: 6.8, rente, \"6.8 rente\""}))
      ->required()
      ->option_text(" ");
  command
      ->add_option("--voor", arguments->key,
                   context.said({"de sleutel, zoals een factuurnummer", "the key, such as an invoice number"}))
      ->option_text("SLEUTEL");
  command->callback([arguments, &context] { whyCommand(*arguments, context); });
}

}  // namespace beding::cli
