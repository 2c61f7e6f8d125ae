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
#include "workspace/outcome_names.h"
#include "workspace/timeline_from_scenario.h"

namespace beding::repl {
namespace {

constexpr const char* inputName = "invoer";

constexpr Phrasing helpText{
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
)",
    R"(laad PAD of NAAM      one more document, such as vandeez, or a timeline: laad dossier.jsonl
op 1 maart 2025: factuur verzonden, factuur "F1", bedrag € 1.000.
                      one more event
verwacht op 16 maart 2025: 6.5 voor "F1" is geschonden.
                      is that so?
peildatum DATUM       the day for which the answer holds; «peildatum laatste»: that of the last event
toon [LID of NAAM]    the outcomes; also «toon alles», «toon invoer»
waarom 6.5 voor "F1"  explain an outcome; reasons quote clauses and are Dutch
vragen                what is still unknown
stel [GEBEURTENIS]    try something; terug brings back how it was before
terug, undo           take back the last step
vergelijk elan        the same events under another document too
bewaar BESTAND        write down what was entered; open BESTAND reads it back
einde                 stop
Anything else is a clause: a sentence up to its full stop, over as many lines as needed. An empty line ends it; a
command at the beginning of a line gives up what has no full stop yet.
)"};

constexpr Phrasing noEvents{"er zijn nog geen gebeurtenissen; voer er een in, of zeg een peildatum",
                            "there are no events yet; enter one, or say a peildatum"};

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

std::vector<syntax::ScenarioEvent> allEvents(const State& state) {
  std::vector<syntax::ScenarioEvent> events;
  for (const TypedEvent& typed : state.events) events.insert(events.end(), typed.events.begin(), typed.events.end());
  return events;
}

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
  return wrong(worded({"onbekend commando «{0}»; bedoelde u «{1}»?", "unknown command «{0}»; did you mean «{1}»?"},
                      {word, nearest(word, commandNames()).front()}));
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
      {"help", [&] { return said(helpText); }},
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
  problem = wrong(Phrasing("hier staat geen gebeurtenis of verwachting", "there is no event or expectation here"));
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
    if (found.size() == 1 && !diagnostics.hasErrors()) {
      const Compiled& document = *compiled(state_).front();
      checkOutcome(expected, OutcomeNames(workspace_, document), evaluation.document, expectation.span, diagnostics);
    }
    if (diagnostics.hasErrors()) return diagnosed(diagnostics);
    const Phrasing no("klopt niet; kwam uit:\n", "that is not so; came out:\n");
    if (!holds(expected, evaluation))
      return {std::string(no.in(style_.language)) + whatCameOut(expected, evaluation, style_.language), true, false};
    text = Phrasing("klopt\n", "that is so\n").in(style_.language);
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
  return {textOf(diagnostics, workspace_.sources(), style_), true, false};
}

std::string Session::linesOf(const std::vector<const Outcome*>& outcomes) const {
  std::string text;
  for (const Outcome* outcome : outcomes) text += outcomeLine(*outcome, style_.language) + "\n";
  return text;
}

Reply Session::accept(State next, const Wording& answer) {
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

Reply Session::unfinished(std::string_view entry) const {
  const std::string text = trimmed(entry);
  return wrong(worded({"losgelaten, want niet af (een zin eindigt met een punt): «{0}{1}",
                       "given up, for it is not finished (a sentence ends with a full stop): «{0}{1}"},
                      {text.substr(0, text.find('\n')), text.find('\n') == std::string::npos ? "»" : " …»"}));
}

/// The lines are kept as they are: every document reads them by its own vocabulary.
Reply Session::loadTimeline(const std::string& path) {
  const auto text = readFile(path);
  if (!text) return wrong(worded({"tijdlijn «{0}» kan niet gelezen worden", "timeline «{0}» cannot be read"}, {path}));
  if (state_.documents.empty() && state_.clauses.empty())
    return wrong(worded({"er is nog geen document om «{0}» mee te lezen; begin bijvoorbeeld met: laad vandeez",
                         "there is no document yet to read «{0}» with; begin for instance with: laad vandeez"},
                        {path}));
  Records records = trimmed(*text).starts_with("{") ? readJsonLines(*text) : readCsv(*text);
  if (!records.problems.empty()) {
    records.problems.front().file = path;
    return wrong(beding::text(records.problems.front(), style_.language));
  }
  State next = state_;
  next.loaded.push_back(path);
  const std::size_t count = records.records.size();
  for (Record& record : records.records) next.lines.push_back(std::move(record));
  return accept(std::move(next), worded({"geladen: {0} gebeurtenissen uit {1}\n", "loaded: {0} events from {1}\n"},
                                        {std::to_string(count), path}));
}

Reply Session::load(const std::string& what) {
  if (what.empty())
    return wrong(Phrasing("wat moet er geladen worden? bijvoorbeeld: laad vandeez",
                          "what is to be loaded? for instance: laad vandeez"));
  if (what == "-")
    return wrong(Phrasing("van de standaardinvoer kan hier niet geladen worden",
                          "nothing can be loaded from standard input here"));
  if (what.ends_with(".jsonl") || what.ends_with(".csv")) return loadTimeline(what);
  const Opened opened = workspace_.openAll(what);
  if (!opened.problem.empty()) return wrong(opened.problem);
  State next = state_;
  next.loaded.push_back(what);
  next.documents.insert(next.documents.end(), opened.documents.begin(), opened.documents.end());
  return accept(std::move(next), worded({"geladen: {0}\n", "loaded: {0}\n"}, {opened.documents.back().name}));
}

Reply Session::setDate(const std::string& text) {
  State next = state_;
  next.asOf.reset();
  if (text != "laatste") {
    auto moment = parseMoment(text);
    if (!moment) moment = parseDutchMoment(text);
    if (!moment)
      return wrong(worded({"«{0}» is geen datum; schrijf bijvoorbeeld: peildatum 16 maart 2025",
                           "«{0}» is no date; write for instance: peildatum 16 maart 2025"},
                          {text}));
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
  if (!inBranch && past_.empty())
    return wrong(Phrasing("er is niets om terug te nemen", "there is nothing to take back"));
  if (target < past_.size()) {
    state_ = past_[target];
    past_.resize(target);
  }
  return {};
}

Reply Session::save(const std::string& path) {
  if (path.empty())
    return wrong(Phrasing("hoe moet het bestand heten? bijvoorbeeld: bewaar sessie.txt",
                          "what is the file to be called? for instance: bewaar sessie.txt"));
  if (!(std::ofstream(path, std::ios::binary) << script(state_)).flush())
    return wrong(worded({"«{0}» kan niet geschreven worden", "«{0}» cannot be written"}, {path}));
  return said(worded({"bewaard in {0}\n", "saved in {0}\n"}, {path}));
}

/// Reads the entries back, one by one; what is wrong is told and left out.
Reply Session::reopen(const std::string& path) {
  const auto text = path.empty() || path == "-" ? std::nullopt : readFile(path);
  if (!text) return wrong(worded({"«{0}» kan niet gelezen worden", "«{0}» cannot be read"}, {path}));
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
  if (documents.empty())
    problem = wrong(Phrasing("er is nog geen document; begin bijvoorbeeld met: laad vandeez",
                             "there is no document yet; begin for instance with: laad vandeez"));
  EvaluationOptions options;
  options.asOf = state_.asOf;
  options.explain = explain;
  std::vector<Evaluation> found;
  for (const Compiled* document : documents) {
    const Timeline timeline = timelineOf(inputName, state_.lines, allEvents(state_), document->graph, false).timeline;
    if (timeline.events.empty() && !options.asOf) {
      problem = wrong(noEvents);
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
    text += whole ? outcomesText(evaluation, {what == "alles", isColoured(), style_.language})
                  : linesOf(awakeFirst(selectOutcomes(evaluation, what)));
  }
  if (problem.isError) return problem;
  return text.empty() ? wrong(worded({"er is geen uitkomst «{0}»", "there is no outcome «{0}»"}, {what})) : said(text);
}

Reply Session::why(const std::string& what) {
  if (what.empty())
    return wrong(Phrasing("waarom wat? bijvoorbeeld: waarom 6.5 voor \"F1\"",
                          "waarom what? for instance: waarom 6.5 voor \"F1\""));
  const Wanted wanted = wantedFrom(what);
  Reply problem;
  std::string text;
  std::string others;
  for (const Evaluation& evaluation : evaluations(true, problem)) {
    for (const Outcome* outcome : awakeFirst(selectOutcomes(evaluation, wanted.what, wanted.key))) {
      text += whyText(*outcome, {true, isColoured(), style_.language});
    }
    others += linesOf(awakeFirst(selectOutcomes(evaluation, wanted.what)));
  }
  if (problem.isError || !text.empty()) return problem.isError ? problem : said(text);
  const Wording instead = others.empty() ? Wording(Phrasing("; toon noemt wat er is", "; toon tells what there is"))
                                         : worded({"; er is wel:\n{0}", "; there is:\n{0}"}, {trimmed(others)});
  return wrong(worded({"er is geen uitkomst «{0}»", "there is no outcome «{0}»"}, {what}) + instead);
}

/// What a document does not know of the events does not count under it.
Reply Session::compareWith(const std::string& names) {
  if (names.empty())
    return wrong(Phrasing("waarmee? bijvoorbeeld: vergelijk elan", "with what? for instance: vergelijk elan"));
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
  if (!options.asOf) return wrong(noEvents);
  std::vector<Evaluation> evaluations;
  for (std::size_t at = 0; at < documents.size(); ++at)
    evaluations.push_back(evaluate(documents[at]->graph, timelines[at], options));
  std::vector<Compared> compared;
  for (std::size_t at = 0; at < documents.size(); ++at) compared.push_back({&documents[at]->graph, &evaluations[at]});
  return said(comparisonText(compared, false, style_.language));
}

Reply Session::questions() {
  Reply problem;
  std::string text;
  for (const Evaluation& evaluation : evaluations(false, problem)) {
    for (const Question& question : evaluation.questions) {
      text += question.id + "  " + question.text + "\n";
      for (const std::string& subject : question.subjects)
        text += "    " + std::string(Phrasing("over ", "about ").in(style_.language)) + subject + "\n";
    }
  }
  if (problem.isError) return problem;
  return said(text.empty() ? Wording(Phrasing("er zijn geen vragen\n", "there are no questions\n")) : Wording(text));
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
