#include "repl/session.h"

#include <algorithm>
#include <fstream>
#include <functional>
#include <map>

#include "base/text.h"
#include "diagnostics/text.h"
#include "explain/compare.h"
#include "explain/select.h"
#include "explain/text.h"
#include "repl/entry.h"
#include "workspace/expectation.h"
#include "workspace/timeline_from_scenario.h"

namespace beding::repl {
namespace {

constexpr const char* inputName = "invoer";

constexpr const char* helpText =
    R"(laad PAD of NAAM      een document erbij, zoals vandeez, of een tijdlijn: laad dossier.jsonl
op 1 maart 2025: factuur verzonden, factuur "F1", bedrag € 1.000.
                      een gebeurtenis erbij
verwacht op 16 maart 2025: 6.5 voor "F1" is geschonden.
                      klopt dat?
peildatum DATUM       de dag waarop het antwoord geldt; «peildatum laatste»: die van de laatste gebeurtenis
toon [LID of NAAM]    de uitkomsten; ook «toon alles», «toon invoer»
waarom 6.5 voor "F1"  leg een uitkomst uit
vragen                wat nog onbekend is
stel [GEBEURTENIS]    probeer iets; terug brengt de toestand van daarvoor weer terug
terug, undo           neem de laatste stap terug
vergelijk elan        dezelfde gebeurtenissen ook onder een ander document
bewaar BESTAND        schrijf op wat is ingevoerd; open BESTAND leest het terug
einde                 stop
Iets anders is een beding: een zin tot en met de punt, over zo veel regels als nodig. Een lege regel sluit hem af; een
opdracht vooraan een regel geeft op wat nog geen punt heeft.
)";

Reply said(std::string text) { return {std::move(text), false, false}; }
Reply wrong(const std::string& text) { return {text + "\n", true, false}; }

/// `6.5 voor "F1"`: the outcome and its key.
struct Wanted {
  std::string what;
  std::string key;
};

Wanted wantedFrom(const std::string& text) {
  constexpr std::string_view word = " voor ";
  const std::size_t at = text.find(word);
  if (at == std::string::npos) return {trimmed(text), {}};
  std::string key = trimmed(text.substr(at + word.size()));
  std::erase(key, '"');
  return {trimmed(text.substr(0, at)), key};
}

std::vector<const Outcome*> awakeFirst(const std::vector<const Outcome*>& found) {
  std::vector<const Outcome*> awake;
  for (const Outcome* outcome : found) {
    if (!outcome->dormant) awake.push_back(outcome);
  }
  return awake.empty() ? found : awake;
}

std::string linesOf(const std::vector<const Outcome*>& outcomes) {
  std::string text;
  for (const Outcome* outcome : outcomes) text += outcomeLine(*outcome) + "\n";
  return text;
}

std::vector<syntax::ScenarioEvent> allEvents(const State& state) {
  std::vector<syntax::ScenarioEvent> events;
  for (const TypedEvent& typed : state.events) events.insert(events.end(), typed.events.begin(), typed.events.end());
  return events;
}

Colour colourOf(bool coloured) { return coloured ? Colour::yes : Colour::no; }

}  // namespace

// ------------------------------------------------------------------------------------------------------- entries

Reply Session::enter(std::string_view entry) {
  switch (kindOf(entry)) {
    case EntryKind::nothing:
      return {};
    case EntryKind::command:
      return command(entry);
    case EntryKind::event:
      return addEvent(entry);
    case EntryKind::expectation:
      return checkExpectation(entry);
    case EntryKind::clause:
      return addClause(entry);
    case EntryKind::slip:
      break;
  }
  const std::string word = commandWords(entry).name;
  return wrong("onbekend commando «" + word + "»; bedoelde u «" + nearest(word, commandNames()).front() + "»?");
}

Reply Session::command(std::string_view entry) {
  const CommandWords words = commandWords(entry);
  const std::map<std::string, std::function<Reply()>> actions = {
      {"laad", [&] { return load(words.rest); }},
      {"toon", [&] { return show(words.rest); }},
      {"waarom", [&] { return why(words.rest); }},
      {"vragen", [&] { return questions(); }},
      {"peildatum", [&] { return setDate(words.rest); }},
      {"stel", [&] { return suppose(words.rest); }},
      {"vergelijk", [&] { return compareWith(words.rest); }},
      {"terug", [&] { return back(); }},
      {"undo", [&] { return back(); }},
      {"bewaar", [&] { return save(words.rest); }},
      {"open", [&] { return reopen(words.rest); }},
      {"help", [] { return said(helpText); }},
      {"einde",
       [] {
         return Reply{{}, false, true};
       }},
  };
  return actions.at(words.name)();
}

const syntax::Scenario* Session::scenarioOf(std::string_view entry, Reply& problem) {
  // The heading is a line above the entry, so that columns in messages are those of what was typed.
  const FileIndex file = workspace_.add(inputName, "scenario \"invoer\":\n" + std::string(entry) + "\n");
  const ParsedFile& parsed = workspace_.parsed(file);
  if (parsed.diagnostics.hasErrors()) {
    problem = diagnosed(parsed.diagnostics);
    return nullptr;
  }
  if (!parsed.tree.scenarios.empty()) return &parsed.tree.scenarios.front();
  problem = wrong("hier staat geen gebeurtenis of verwachting");
  return nullptr;
}

Reply Session::addClause(std::string_view entry) {
  State next = state_;
  next.clauses.push_back(trimmed(entry));
  if (!isHeading(entry)) return accept(std::move(next), "");
  // A heading only has to stand in its place; there is nothing to compile yet.
  next.typed = writeClauses(next);
  const Diagnostics& diagnostics = workspace_.parsed(*next.typed).diagnostics;
  if (diagnostics.hasErrors()) return diagnosed(diagnostics);
  remember(std::move(next));
  return {};
}

Reply Session::addEvent(std::string_view entry) {
  Reply problem;
  const syntax::Scenario* scenario = scenarioOf(entry, problem);
  if (scenario == nullptr) return problem;
  State next = state_;
  next.events.push_back({trimmed(entry), scenario->events});
  return accept(std::move(next), "");
}

Reply Session::checkExpectation(std::string_view entry) {
  Reply problem;
  const syntax::Scenario* scenario = scenarioOf(entry, problem);
  if (scenario == nullptr || scenario->expectations.empty()) return problem;
  const syntax::Expectation& expectation = scenario->expectations.front();
  State other = state_;
  other.asOf = expectation.at.day;
  std::swap(state_, other);  // evaluated on the day of the expectation
  const std::vector<Evaluation> found = evaluations(false, problem);
  std::swap(state_, other);
  std::string text;
  for (const Evaluation& evaluation : found) {
    Diagnostics diagnostics;
    const Expected expected = expectedOf(expectation, evaluation.document, diagnostics);
    if (diagnostics.hasErrors()) return diagnosed(diagnostics);
    if (!holds(expected, evaluation))
      return {"klopt niet; kwam uit:\n" + whatCameOut(expected, evaluation), true, false};
    text = "klopt\n";
  }
  return problem.isError ? problem : said(text);
}

// --------------------------------------------------------------------------------------------------------- state

std::vector<const Compiled*> Session::compiled(const State& state) {
  std::vector<const Compiled*> result;
  for (const Document& document : documentsOf(state)) result.push_back(&workspace_.compile(document));
  return result;
}

void Session::remember(State next) {
  past_.push_back(std::move(state_));
  state_ = std::move(next);
}

FileIndex Session::writeClauses(const State& state) { return workspace_.add(inputName, clauseText(state)); }

Reply Session::diagnosed(const Diagnostics& diagnostics) const {
  return {textOf(diagnostics, workspace_.sources(), colourOf(colour_)), true, false};
}

Reply Session::accept(State next, const std::string& answer) {
  next.typed.reset();
  const bool needsFile = !next.clauses.empty() || next.documents.empty();
  if (needsFile) next.typed = writeClauses(next);
  for (const Compiled* document : compiled(next)) {
    if (!document->whole) return diagnosed(document->diagnostics);
    const ScenarioTimeline made = timelineOf(inputName, next.lines, allEvents(next), document->graph, false);
    if (!made.problems.empty()) return wrong(made.problems.front().second);
  }
  remember(std::move(next));
  return said(answer);
}

Reply Session::unfinished(std::string_view entry) {
  const std::string text = trimmed(entry);
  return wrong("losgelaten, want niet af (een zin eindigt met een punt): «" + text.substr(0, text.find('\n')) +
               (text.find('\n') == std::string::npos ? "»" : " …»"));
}

/// The lines are kept as they are: every document reads them by its own vocabulary.
Reply Session::loadTimeline(const std::string& path) {
  const auto text = readFile(path);
  if (!text) return wrong("tijdlijn «" + path + "» kan niet gelezen worden");
  if (state_.documents.empty() && state_.clauses.empty())
    return wrong("er is nog geen document om «" + path + "» mee te lezen; begin bijvoorbeeld met: laad vandeez");
  Records records = trimmed(*text).starts_with("{") ? readJsonLines(*text) : readCsv(*text);
  if (!records.problems.empty()) {
    records.problems.front().file = path;
    return wrong(beding::text(records.problems.front()));
  }
  State next = state_;
  next.loaded.push_back(path);
  const std::size_t count = records.records.size();
  for (Record& record : records.records) next.lines.push_back(std::move(record));
  return accept(std::move(next), "geladen: " + std::to_string(count) + " gebeurtenissen uit " + path + "\n");
}

Reply Session::load(const std::string& what) {
  if (what.empty()) return wrong("wat moet er geladen worden? bijvoorbeeld: laad vandeez");
  if (what == "-") return wrong("van de standaardinvoer kan hier niet geladen worden");
  if (what.ends_with(".jsonl") || what.ends_with(".csv")) return loadTimeline(what);
  const Opened opened = workspace_.openAll(what);
  if (!opened.problem.empty()) return wrong(opened.problem);
  State next = state_;
  next.loaded.push_back(what);
  next.documents.insert(next.documents.end(), opened.documents.begin(), opened.documents.end());
  return accept(std::move(next), "geladen: " + opened.documents.back().name + "\n");
}

Reply Session::setDate(const std::string& text) {
  State next = state_;
  next.asOf.reset();
  if (text != "laatste") {
    auto moment = parseMoment(text);
    if (!moment) moment = parseDutchMoment(text);
    if (!moment) return wrong("«" + text + "» is geen datum; schrijf bijvoorbeeld: peildatum 16 maart 2025");
    next.asOf = moment->day;
  }
  remember(std::move(next));
  return {};
}

Reply Session::suppose(const std::string& entry) {
  branches_.push_back(past_.size());
  if (entry.empty()) return {};
  Reply reply = enter(entry);
  if (reply.isError) branches_.pop_back();
  return reply;
}

/// To where the last `stel` was said, else one step.
Reply Session::back() {
  const bool inBranch = !branches_.empty();
  const std::size_t target = inBranch ? branches_.back() : past_.size() - 1;
  if (inBranch) branches_.pop_back();
  if (!inBranch && past_.empty()) return wrong("er is niets om terug te nemen");
  if (target < past_.size()) {
    state_ = past_[target];
    past_.resize(target);
  }
  return {};
}

Reply Session::save(const std::string& path) {
  if (path.empty()) return wrong("hoe moet het bestand heten? bijvoorbeeld: bewaar sessie.txt");
  if (!(std::ofstream(path, std::ios::binary) << script(state_)).flush())
    return wrong("«" + path + "» kan niet geschreven worden");
  return said("bewaard in " + path + "\n");
}

/// Reads the entries back, one by one; what is wrong is told and left out.
Reply Session::reopen(const std::string& path) {
  const auto text = path.empty() || path == "-" ? std::nullopt : readFile(path);
  if (!text) return wrong("«" + path + "» kan niet gelezen worden");
  remember({});
  Reply all;
  const auto take = [&](const Reply& reply) {
    all.text += reply.text;
    all.isError = all.isError || reply.isError;
  };
  Collector collector;
  for (std::size_t begin = 0; begin < text->size();) {
    const std::size_t end = std::min(text->find('\n', begin), text->size());
    const Collector::Found found = collector.add(text->substr(begin, end - begin));
    if (found.givenUp) take(unfinished(*found.givenUp));
    if (found.entry && commandWords(*found.entry).name != "open") take(enter(*found.entry));
    begin = end + 1;
  }
  if (const auto rest = collector.rest()) take(enter(*rest));
  return all;
}

// ------------------------------------------------------------------------------------------------------- answers

std::vector<Evaluation> Session::evaluations(bool explain, Reply& problem) {
  const std::vector<const Compiled*> documents = compiled(state_);
  if (documents.empty()) problem = wrong("er is nog geen document; begin bijvoorbeeld met: laad vandeez");
  EvaluationOptions options;
  options.asOf = state_.asOf;
  options.explain = explain;
  std::vector<Evaluation> found;
  for (const Compiled* document : documents) {
    const Timeline timeline = timelineOf(inputName, state_.lines, allEvents(state_), document->graph, false).timeline;
    if (timeline.events.empty() && !options.asOf) {
      problem = wrong("er zijn nog geen gebeurtenissen; voer er een in, of zeg een peildatum");
      return {};
    }
    found.push_back(evaluate(document->graph, timeline, options));
  }
  return found;
}

Reply Session::show(const std::string& what) {
  if (what == "invoer") return said(script(state_));
  Reply problem;
  std::string text;
  for (const Evaluation& evaluation : evaluations(false, problem)) {
    const bool whole = what.empty() || what == "alles";
    text += whole ? outcomesText(evaluation, {what == "alles", colour_})
                  : linesOf(awakeFirst(selectOutcomes(evaluation, what)));
  }
  if (problem.isError) return problem;
  return text.empty() ? wrong("er is geen uitkomst «" + what + "»") : said(text);
}

Reply Session::why(const std::string& what) {
  if (what.empty()) return wrong("waarom wat? bijvoorbeeld: waarom 6.5 voor \"F1\"");
  const Wanted wanted = wantedFrom(what);
  Reply problem;
  std::string text;
  std::string others;
  for (const Evaluation& evaluation : evaluations(true, problem)) {
    for (const Outcome* outcome : awakeFirst(selectOutcomes(evaluation, wanted.what, wanted.key))) {
      text += whyText(*outcome, {true, colour_});
    }
    others += linesOf(awakeFirst(selectOutcomes(evaluation, wanted.what)));
  }
  if (problem.isError || !text.empty()) return problem.isError ? problem : said(text);
  return wrong("er is geen uitkomst «" + what + "»" +
               (others.empty() ? "; toon noemt wat er is" : "; er is wel:\n" + trimmed(others)));
}

/// What a document does not know of the events does not count under it.
Reply Session::compareWith(const std::string& names) {
  if (names.empty()) return wrong("waarmee? bijvoorbeeld: vergelijk elan");
  std::vector<const Compiled*> documents = compiled(state_);
  for (std::size_t begin = 0; begin < names.size();) {
    const std::size_t end = std::min(names.find(' ', begin), names.size());
    const std::string name = names.substr(begin, end - begin);
    begin = end + 1;
    if (name.empty() || name == "met" || name == "en") continue;
    const Opened opened = workspace_.open(name);
    if (!opened.problem.empty()) return wrong(opened.problem);
    documents.push_back(&workspace_.compile(opened.documents.front()));
    if (!documents.back()->whole) return diagnosed(documents.back()->diagnostics);
  }
  std::vector<Timeline> timelines;
  EvaluationOptions options;
  options.asOf = state_.asOf;
  for (const Compiled* document : documents) {
    timelines.push_back(timelineOf(inputName, state_.lines, allEvents(state_), document->graph, true).timeline);
    const bool later = !timelines.back().events.empty() && !state_.asOf &&
                       (!options.asOf || *options.asOf < timelines.back().events.back().at.day);
    if (later) options.asOf = timelines.back().events.back().at.day;
  }
  if (!options.asOf) return wrong("er zijn nog geen gebeurtenissen; voer er een in, of zeg een peildatum");
  std::vector<Evaluation> evaluations;
  for (std::size_t at = 0; at < documents.size(); ++at)
    evaluations.push_back(evaluate(documents[at]->graph, timelines[at], options));
  std::vector<Compared> compared;
  for (std::size_t at = 0; at < documents.size(); ++at) compared.push_back({&documents[at]->graph, &evaluations[at]});
  return said(comparisonText(compared));
}

Reply Session::questions() {
  Reply problem;
  std::string text;
  for (const Evaluation& evaluation : evaluations(false, problem)) {
    for (const Question& question : evaluation.questions) {
      text += question.id + "  " + question.text + "\n";
      for (const std::string& subject : question.subjects) text += "    over " + subject + "\n";
    }
  }
  if (problem.isError) return problem;
  return said(text.empty() ? "er zijn geen vragen\n" : text);
}

// ---------------------------------------------------------------------------------------------------- completion

Completion Session::complete(std::string_view line) {
  std::vector<std::string> known;
  if (line.find(' ') == std::string_view::npos) {
    known = commandNames();
    known.emplace_back("op ");
    known.emplace_back("verwacht op ");
  }
  const std::string command = commandWords(line).name;
  if (command == "laad" || command == "vergelijk") known = shippedDocuments();
  for (const Compiled* document : compiled(state_)) addWords(*document, kindOf(line), known);
  return completionOf(line, known);
}

}  // namespace beding::repl
