// The library as Python sees it. What is here speaks to the public headers only; what is shown in notebooks and the
// types of everything stand in beding/*.py and beding/__init__.pyi.
#include <pybind11/stl.h>

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <utility>

#include "arguments.h"
#include "documentation.h"

namespace py = pybind11;
using namespace pybind11::literals;

namespace {

template <class T>
T taken(beding::Result<T> result) {
  if (!result) throw Raised{result.error()};
  return std::move(*result);
}

void raise(const beding::Error& error) {
  const py::object kind = py::module_::import("beding.errors").attr("of_code")(static_cast<int>(error.code));
  PyErr_SetObject(kind.ptr(), kind(error.message.dutch, error.message.english).ptr());
}

/// What `act` returns; other threads go on meanwhile.
template <class Act>
auto unlocked(Act act) {
  const py::gil_scoped_release others;
  return act();
}

/// What the stub says of a name. Precondition: it names it.
const char* saidOf(std::string_view name) {
  const auto* const found = std::find_if(std::begin(documentation), std::end(documentation),
                                         [&](const auto& entry) { return entry.first == name; });
  if (found == std::end(documentation)) throw std::logic_error("not in the stub: " + std::string(name));
  return found->second;
}

/// A class of the stub, with members of which the stub says what they are.
template <class T>
class Class {
 public:
  Class(py::module_& module, const char* name) : name_(name), class_(module, name, saidOf(name)) {}

  template <class Act, class... More>
  Class& method(const char* name, Act act, const More&... more) {
    class_.def(name, act, said(name), more...);
    return *this;
  }
  template <class Act, class... More>
  Class& staticMethod(const char* name, Act act, const More&... more) {
    class_.def_static(name, act, said(name), more...);
    return *this;
  }
  template <class Get>
  Class& property(const char* name, Get get) {
    class_.def_property_readonly(name, get, said(name));
    return *this;
  }
  template <class Member>
  Class& field(const char* name, Member member) {
    class_.def_readonly(name, member, said(name));
    return *this;
  }
  template <class Init, class... More>
  Class& made(Init&& init, const More&... more) {
    class_.def(std::forward<Init>(init), said("__init__"), more...);
    return *this;
  }
  /// What Python itself asks for, such as `__len__`.
  template <class... Definition>
  Class& special(Definition&&... definition) {
    class_.def(std::forward<Definition>(definition)...);
    return *this;
  }

 private:
  [[nodiscard]] const char* said(const char* name) const { return saidOf(name_ + "." + name); }

  std::string name_;
  py::class_<T> class_;
};

template <class Act, class... More>
void function(py::module_& module, const char* name, Act act, const More&... more) {
  module.def(name, act, saidOf(name), more...);
}

// ------------------------------------------------------------------------------------------------------ days, amounts

py::object pythonDate(const beding::Date& date) {
  return py::module_::import("datetime").attr("date")(date.year, date.month, date.day);
}

/// A date, or a datetime in Amsterdam when the hour is known.
py::object pythonMoment(const beding::Moment& moment) {
  if (!moment.second) return pythonDate(moment.date);
  const py::object zone = py::module_::import("zoneinfo").attr("ZoneInfo")("Europe/Amsterdam");
  return py::module_::import("datetime").attr("datetime").attr("fromtimestamp")(*moment.second, zone);
}

/// Euros, exact.
py::object pythonAmount(const beding::Cents& cents) {
  return py::module_::import("decimal").attr("Decimal")(cents.count).attr("scaleb")(-2);
}

template <class T, class Make>
py::object orNone(const std::optional<T>& value, Make make) {
  return value ? make(*value) : py::none();
}

// ----------------------------------------------------------------------------------------------------------- outcomes

py::dict rowOf(const beding::Outcome& outcome) {
  py::dict row("lid"_a = outcome.lid, "naam"_a = outcome.norm, "soort"_a = beding::kindName(outcome.kind),
               "sleutel"_a = outcome.key, "status"_a = outcome.status, "drager"_a = outcome.bearer,
               "jegens"_a = outcome.counterparty);
  row["vanaf"] = orNone(outcome.from, pythonMoment);
  row["uiterlijk"] = orNone(outcome.due, pythonMoment);
  row["tot"] = orNone(outcome.to, pythonMoment);
  row["sinds"] = orNone(outcome.since, pythonMoment);
  row["bedrag"] = orNone(outcome.amount, pythonAmount);
  row["open"] = orNone(outcome.open, pythonAmount);
  row["waarde"] = outcome.value;
  row["reden"] = outcome.reason;
  return row;
}

std::string shown(const beding::Outcome& outcome) {
  const std::string key = outcome.key.empty() ? "" : " " + outcome.key;
  return "<Outcome " + outcome.lid + " " + outcome.norm + key + ": " +
         (outcome.status.empty() ? outcome.value : outcome.status) + ">";
}

void addOutcomes(py::module_& module) {
  using beding::Outcome;
  const auto moment = [](auto member) {
    return [member](const Outcome& outcome) { return orNone(outcome.*member, pythonMoment); };
  };
  const auto amount = [](auto member) {
    return [member](const Outcome& outcome) { return orNone(outcome.*member, pythonAmount); };
  };
  Class<Outcome>(module, "Outcome")
      .field("lid", &Outcome::lid)
      .field("norm", &Outcome::norm)
      .property("kind", [](const Outcome& outcome) { return beding::kindName(outcome.kind); })
      .field("key", &Outcome::key)
      .field("status", &Outcome::status)
      .field("bearer", &Outcome::bearer)
      .field("counterparty", &Outcome::counterparty)
      .property("from_", moment(&Outcome::from))
      .property("due", moment(&Outcome::due))
      .property("latest_due", moment(&Outcome::latestDue))
      .property("to", moment(&Outcome::to))
      .property("since", moment(&Outcome::since))
      .property("amount", amount(&Outcome::amount))
      .property("open", amount(&Outcome::open))
      .field("charged", &Outcome::charged)
      .field("value", &Outcome::value)
      .field("reason", &Outcome::reason)
      .field("violations", &Outcome::violations)
      .field("segments", &Outcome::segments)
      .field("dormant", &Outcome::dormant)
      .method("row", rowOf)
      .special("__repr__", shown);
}

void addParts(py::module_& module) {
  using beding::Question, beding::Segment, beding::Violation;
  Class<Violation>(module, "Violation")
      .property("from_", [](const Violation& each) { return pythonMoment(each.from); })
      .property("to", [](const Violation& each) { return orNone(each.to, pythonMoment); })
      .field("event", &Violation::event);
  Class<Segment>(module, "Segment")
      .property("from_", [](const Segment& each) { return pythonDate(each.from); })
      .property("to", [](const Segment& each) { return pythonDate(each.to); })
      .property("base", [](const Segment& each) { return pythonAmount(each.base); })
      .field("percentage", &Segment::percentage)
      .property("amount", [](const Segment& each) { return pythonAmount(each.amount); })
      .field("confirmed", &Segment::confirmed);
  Class<Question>(module, "Question")
      .field("id", &Question::id)
      .field("text", &Question::text)
      .field("needed_for", &Question::neededFor)
      .field("subjects", &Question::subjects)
      .special("__repr__", [](const Question& each) { return "<Question " + each.id + ": " + each.text + ">"; });
}

void addReasons(py::module_& module) {
  using beding::Explanation, beding::Reason;
  Class<Reason>(module, "Reason")
      .field("text", &Reason::text)
      .field("lid", &Reason::lid)
      .field("source", &Reason::source)
      .field("because", &Reason::because)
      .special("__repr__", [](const Reason& each) { return "<Reason " + each.text + ">"; });
  Class<Explanation>(module, "Explanation").field("outcome", &Explanation::outcome).field("why", &Explanation::why);
}

std::vector<std::string> dutch(const std::vector<beding::Text>& texts) {
  std::vector<std::string> all;
  for (const beding::Text& text : texts) all.push_back(text.dutch);
  return all;
}

/// A sequence; its outcomes are looked at where they are, and not copied.
py::object outcomeAt(const py::object& outcomes, std::size_t index) {
  return py::cast(outcomes.cast<const beding::Outcomes&>().outcomes[index], py::return_value_policy::reference_internal,
                  outcomes);
}

py::list outcomesIn(const py::object& outcomes, const py::slice& slice) {
  std::size_t start = 0, stop = 0, step = 0, length = 0;
  const std::size_t size = outcomes.cast<const beding::Outcomes&>().outcomes.size();
  if (!slice.compute(size, &start, &stop, &step, &length)) throw py::error_already_set();
  py::list chosen;
  for (std::size_t i = 0; i < length; ++i) chosen.append(outcomeAt(outcomes, start + i * step));
  return chosen;
}

/// By number, from the end when it is below zero, or several by a slice.
py::object chosenFrom(const py::object& outcomes, const py::object& index) {
  if (py::isinstance<py::slice>(index)) return outcomesIn(outcomes, index);
  if (PyIndex_Check(index.ptr()) == 0) refuse("index", index, "int of een slice");
  const Py_ssize_t wanted = PyNumber_AsSsize_t(index.ptr(), nullptr);  // one that is too large comes out as the largest
  if (wanted == -1 && PyErr_Occurred() != nullptr) throw py::error_already_set();
  const auto size = static_cast<Py_ssize_t>(outcomes.cast<const beding::Outcomes&>().outcomes.size());
  if (wanted < -size || wanted >= size) throw py::index_error("er zijn " + std::to_string(size) + " uitkomsten");
  return outcomeAt(outcomes, static_cast<std::size_t>(wanted < 0 ? wanted + size : wanted));
}

std::string tableShown(const beding::Outcomes& all) {
  return "<Outcomes " + all.document + " " + beding::isoText({all.asOf, {}}) + ": " +
         std::to_string(all.outcomes.size()) + ">";
}

py::list rowsOf(const beding::Outcomes& all) {
  py::list rows;
  for (const beding::Outcome& outcome : all.outcomes) rows.append(rowOf(outcome));
  return rows;
}

void addTable(py::module_& module) {
  using beding::Outcomes;
  Class<Outcomes>(module, "Outcomes")
      .field("document", &Outcomes::document)
      .property("as_of", [](const Outcomes& all) { return pythonDate(all.asOf); })
      .field("questions", &Outcomes::questions)
      .property("assumptions", [](const Outcomes& all) { return dutch(all.assumptions); })
      .property("warnings", [](const Outcomes& all) { return dutch(all.warnings); })
      .special("__len__", [](const Outcomes& all) { return all.outcomes.size(); })
      .special("__getitem__", chosenFrom, "index"_a)
      .special(
          "__iter__", [](const Outcomes& all) { return py::make_iterator(all.outcomes.begin(), all.outcomes.end()); },
          py::keep_alive<0, 1>())
      .special("__repr__", tableShown)
      .method("rows", rowsOf);
}

// ------------------------------------------------------------------------------------------------ graphs, evaluations

const beding::Graph& graphFrom(const py::object& graph) {
  return objectFrom<beding::Graph>("graph", graph, "een beding.Graph");
}

template <beding::View form>
std::string viewOf(const beding::Graph& graph, const py::object& around) {
  return taken(graph.view(form, textFrom("around", around)));
}

std::string svgOf(const beding::Graph& graph, const py::object& around) {
  const std::string lid = textFrom("around", around);
  return unlocked([&] { return taken(beding::drawing(graph, lid)); });
}

void addGraph(py::module_& module) {
  using beding::Graph, beding::View;
  Class<Graph>(module, "Graph")
      .property("document", &Graph::document)
      .property("title", &Graph::title)
      .method("bgraf", [](const Graph& graph) { return py::bytes(taken(graph.bgraf())); })
      .method("timeline_schema", [](const Graph& graph) { return taken(graph.timelineSchema()); })
      .method("json", viewOf<View::json>, "around"_a = "")
      .method("mermaid", viewOf<View::mermaid>, "around"_a = "")
      .method("dot", viewOf<View::dot>, "around"_a = "")
      .method("svg", svgOf, "around"_a = "")
      .method(
          "keep",
          [](const Graph& graph, const py::object& evaluations) {
            graph.keep(countFrom("evaluations", evaluations, std::numeric_limits<std::size_t>::max()));
          },
          "evaluations"_a)
      .special("__repr__", [](const Graph& graph) { return "<Graph " + graph.document() + ">"; });
}

beding::Graph graphOfFile(const py::object& path) {
  const std::string file = pathFrom("path", path);
  return unlocked([&] { return taken(beding::Graph::loadFile(file)); });
}

beding::Graph compiled(const py::object& document) {
  const std::string name = pathFrom("document", document);
  return unlocked([&] { return taken(beding::compile(name)); });
}

beding::Graph compiledText(const py::object& clauses, const py::object& name) {
  const std::string text = textFrom("clauses", clauses), called = pathFrom("name", name);
  return unlocked([&] { return taken(beding::compileText(text, called)); });
}

std::string remarksOn(const py::object& document) {
  const std::string name = pathFrom("document", document);
  beding::Text remarks;
  unlocked([&] { return taken(beding::compile(name, &remarks)); });
  return remarks.dutch;
}

void addFunctions(py::module_& module) {
  function(
      module, "load", [](const py::object& bytes) { return taken(beding::Graph::load(bytesFrom("bytes", bytes))); },
      "bytes"_a);
  function(module, "load_file", graphOfFile, "path"_a);
  function(module, "compile", compiled, "document"_a);
  function(module, "compile_text", compiledText, "clauses"_a, "name"_a = "voorwaarden.beding");
  function(module, "remarks", remarksOn, "document"_a);
  function(module, "shipped_documents", [] { return taken(beding::shippedDocuments()); });
}

/// What an evaluation says, of all or of what is awake.
template <auto ask>
auto told(const beding::Evaluation& self, const py::object& all) {
  const bool everything = flagFrom("all", all);
  return unlocked([&] { return taken((self.*ask)(everything)); });
}

/// The same of why it is so.
template <auto ask>
auto reasoned(const beding::Evaluation& self, const py::object& what, const py::object& key) {
  const std::string wanted = textFrom("what", what), instance = textFrom("key", key);
  return unlocked([&] { return taken((self.*ask)(wanted, instance)); });
}

void addEvaluation(py::module_& module) {
  using beding::Evaluation;
  Class<Evaluation>(module, "Evaluation")
      .made(py::init([](const py::object& graph, const py::object& readings) {
              return taken(Evaluation::begin(graphFrom(graph), {textsFrom("readings", readings)}));
            }),
            "graph"_a, "readings"_a = py::tuple())
      .method(
          "apply", [](Evaluation& self, const py::object& event) { taken(self.apply(eventFrom(event))); }, "event"_a)
      .method(
          "apply_lines",
          [](Evaluation& self, const py::object& lines) {
            const std::string text = textFrom("lines", lines);
            unlocked([&] { return taken(self.apply(text)); });
          },
          "lines"_a)
      .method(
          "advance", [](Evaluation& self, const py::object& day) { taken(self.advance(dateFrom("day", day))); },
          "day"_a)
      .property("today", [](const Evaluation& self) { return orNone(self.today(), pythonDate); })
      .method("outcomes", told<&Evaluation::outcomes>, "all"_a = false)
      .method("json", told<&Evaluation::json>, "all"_a = false)
      .method(
          "table",
          [](const Evaluation& self, const py::object& all) { return told<&Evaluation::table>(self, all).dutch; },
          "all"_a = false)
      .method("why", reasoned<&Evaluation::why>, "what"_a, "key"_a = "")
      .method("why_json", reasoned<&Evaluation::whyJson>, "what"_a, "key"_a = "")
      .method(
          "why_text",
          [](const Evaluation& self, const py::object& what, const py::object& key) {
            return reasoned<&Evaluation::whyText>(self, what, key).dutch;
          },
          "what"_a, "key"_a = "")
      .method("save", [](const Evaluation& self) { return py::bytes(taken(self.save())); })
      .staticMethod(
          "resume",
          [](const py::object& graph, const py::object& state) {
            return taken(Evaluation::resume(graphFrom(graph), bytesFrom("state", state)));
          },
          "graph"_a, "state"_a)
      .property("timeline", [](const Evaluation& self) { return taken(self.timeline()); })
      .staticMethod(
          "timeline_in",
          [](const py::object& state) { return taken(Evaluation::timelineIn(bytesFrom("state", state))); }, "state"_a);
}

// ---------------------------------------------------------------------------------------------------------- portfolio

beding::Portfolio opened(const py::object& graph, const py::object& path, const py::object& asOf,
                         const py::object& readings, const py::object& all, const py::object& threads,
                         const py::object& memory, const py::object& asKnownOn) {
  beding::PortfolioOptions options;
  options.readings = textsFrom("readings", readings);
  options.asOf = dateOrNone("as_of", asOf);
  options.all = flagFrom("all", all);
  options.memory = countFrom("memory", memory, std::numeric_limits<std::size_t>::max());
  options.threads = static_cast<unsigned>(countFrom("threads", threads, std::numeric_limits<unsigned>::max()));
  options.asKnownOn = dateOrNone("as_known_on", asKnownOn);
  return taken(beding::Portfolio::open(graphFrom(graph), pathFrom("path", path), options));
}

beding::Contract nextOf(beding::Portfolio& portfolio) {
  std::optional<beding::Contract> next = unlocked([&] { return taken(portfolio.next()); });
  if (!next) throw py::stop_iteration();
  return std::move(*next);
}

void addPortfolio(py::module_& module) {
  using beding::Contract, beding::Portfolio;
  Class<Contract>(module, "Contract")
      .field("name", &Contract::name)
      .field("outcomes", &Contract::outcomes)
      .special("__repr__", [](const Contract& each) { return "<Contract " + each.name + ">"; });
  Class<Portfolio>(module, "Portfolio")
      .made(py::init(&opened), "graph"_a, "path"_a, "as_of"_a = py::none(), "readings"_a = py::tuple(), "all"_a = false,
            "threads"_a = 1, "memory"_a = beding::PortfolioOptions().memory, "as_known_on"_a = py::none())
      .special("__len__", &Portfolio::contracts)
      .special("__iter__", [](Portfolio& self) -> Portfolio& { return self; })
      .special("__next__", nextOf)
      .method("next_json", [](Portfolio& self) { return unlocked([&] { return taken(self.nextJson()); }); });
}

}  // namespace

PYBIND11_MODULE(_beding, module) {
  py::options documented;
  documented.disable_function_signatures();  // the stub's are better
  py::register_exception_translator([](std::exception_ptr thrown) {
    try {
      if (thrown) std::rethrow_exception(thrown);
    } catch (const Raised& raised) {
      raise(raised.error);
    }
  });
  module.attr("__version__") = BEDING_VERSION;
  addParts(module);
  addOutcomes(module);
  addReasons(module);
  addTable(module);
  addGraph(module);
  addFunctions(module);
  addEvaluation(module);
  addPortfolio(module);
}
