// The library as Python sees it. What is here speaks to the public headers only; what is shown in notebooks and the
// types of everything stand in beding/*.py and beding/__init__.pyi.
#include <beding/beding.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

namespace py = pybind11;
using namespace pybind11::literals;

namespace {

/// An error on its way to the exception that Python knows.
struct Raised {
  beding::Error error;
};

template <class T>
T taken(beding::Result<T> result) {
  if (!result) throw Raised{result.error()};
  return std::move(*result);
}

void raise(const beding::Error& error) {
  const py::object kind = py::module_::import("beding.errors").attr("of_code")(static_cast<int>(error.code));
  PyErr_SetObject(kind.ptr(), kind(error.message.dutch, error.message.english).ptr());
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

bool isInstance(const py::handle& value, const char* module, const char* name) {
  return py::isinstance(value, py::module_::import(module).attr(name));
}

std::string typeOf(const py::handle& value) { return py::str(py::type::of(value).attr("__name__")); }

beding::Date dateFrom(const py::handle& date) {
  if (!isInstance(date, "datetime", "date"))
    throw py::type_error("een " + typeOf(date) + " is geen dag; geef een datetime.date (a datetime.date is expected)");
  return {date.attr("year").cast<int>(), date.attr("month").cast<int>(), date.attr("day").cast<int>()};
}

template <class T, class Make>
py::object orNone(const std::optional<T>& value, Make make) {
  return value ? make(*value) : py::none();
}

// ------------------------------------------------------------------------------------------------------------- events

/// A whole number; one that is too large for 64 bits goes as text.
decltype(beding::Field::value) wholeNumber(const py::handle& value) {
  int overflow = 0;
  const std::int64_t number = PyLong_AsLongLongAndOverflow(value.ptr(), &overflow);
  if (overflow != 0) return py::str(value).cast<std::string>();
  return number;
}

/// A value of an attribute. Floats are refused: they are never exact.
decltype(beding::Field::value) fieldValue(const std::string& name, const py::handle& value) {
  if (py::isinstance<py::bool_>(value)) return value.cast<bool>();
  if (py::isinstance<py::int_>(value)) return wholeNumber(value);
  if (py::isinstance<py::str>(value)) return value.cast<std::string>();
  if (isInstance(value, "decimal", "Decimal")) return py::str("{:f}").format(value).cast<std::string>();
  if (isInstance(value, "datetime", "date")) return py::str(value.attr("isoformat")()).cast<std::string>();
  if (py::isinstance<py::list>(value) || py::isinstance<py::tuple>(value))
    return value.cast<std::vector<std::string>>();
  const std::string type = typeOf(value);
  throw py::type_error(name + ": een " + type + " kan niet; geef str, int, bool, Decimal, date, datetime of een lijst" +
                       " van str (a " + type + " will not do)");
}

beding::Event eventFrom(const py::dict& fields) {
  beding::Event event;
  for (const auto& [key, value] : fields) {
    const auto name = key.cast<std::string>();
    if (value.is_none()) continue;
    auto made = fieldValue(name, value);
    const bool isHead = name == "op" || name == "gebeurtenis";
    if (isHead && std::holds_alternative<std::string>(made))
      (name == "op" ? event.on : event.name) = std::get<std::string>(std::move(made));
    else
      event.fields.push_back({name, std::move(made)});
  }
  return event;
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
  py::class_<Outcome>(module, "Outcome")
      .def_readonly("lid", &Outcome::lid)
      .def_readonly("norm", &Outcome::norm)
      .def_property_readonly("kind", [](const Outcome& outcome) { return beding::kindName(outcome.kind); })
      .def_readonly("key", &Outcome::key)
      .def_readonly("status", &Outcome::status)
      .def_readonly("bearer", &Outcome::bearer)
      .def_readonly("counterparty", &Outcome::counterparty)
      .def_property_readonly("from_", moment(&Outcome::from))
      .def_property_readonly("due", moment(&Outcome::due))
      .def_property_readonly("latest_due", moment(&Outcome::latestDue))
      .def_property_readonly("to", moment(&Outcome::to))
      .def_property_readonly("since", moment(&Outcome::since))
      .def_property_readonly("amount", amount(&Outcome::amount))
      .def_property_readonly("open", amount(&Outcome::open))
      .def_readonly("charged", &Outcome::charged)
      .def_readonly("value", &Outcome::value)
      .def_readonly("reason", &Outcome::reason)
      .def_readonly("violations", &Outcome::violations)
      .def_readonly("segments", &Outcome::segments)
      .def_readonly("dormant", &Outcome::dormant)
      .def("row", rowOf)
      .def("__repr__", shown);
}

void addParts(py::module_& module) {
  using beding::Question, beding::Segment, beding::Violation;
  py::class_<Violation>(module, "Violation")
      .def_property_readonly("from_", [](const Violation& each) { return pythonMoment(each.from); })
      .def_property_readonly("to", [](const Violation& each) { return orNone(each.to, pythonMoment); })
      .def_readonly("event", &Violation::event);
  py::class_<Segment>(module, "Segment")
      .def_property_readonly("from_", [](const Segment& each) { return pythonDate(each.from); })
      .def_property_readonly("to", [](const Segment& each) { return pythonDate(each.to); })
      .def_property_readonly("base", [](const Segment& each) { return pythonAmount(each.base); })
      .def_readonly("percentage", &Segment::percentage)
      .def_property_readonly("amount", [](const Segment& each) { return pythonAmount(each.amount); })
      .def_readonly("confirmed", &Segment::confirmed);
  py::class_<Question>(module, "Question")
      .def_readonly("id", &Question::id)
      .def_readonly("text", &Question::text)
      .def_readonly("needed_for", &Question::neededFor)
      .def_readonly("subjects", &Question::subjects)
      .def("__repr__", [](const Question& each) { return "<Question " + each.id + ": " + each.text + ">"; });
}

void addReasons(py::module_& module) {
  using beding::Explanation, beding::Reason;
  py::class_<Reason>(module, "Reason")
      .def_readonly("text", &Reason::text)
      .def_readonly("lid", &Reason::lid)
      .def_readonly("source", &Reason::source)
      .def_readonly("because", &Reason::because)
      .def("__repr__", [](const Reason& each) { return "<Reason " + each.text + ">"; });
  py::class_<Explanation>(module, "Explanation")
      .def_readonly("outcome", &Explanation::outcome)
      .def_readonly("why", &Explanation::why);
}

std::vector<std::string> dutch(const std::vector<beding::Text>& texts) {
  std::vector<std::string> all;
  for (const beding::Text& text : texts) all.push_back(text.dutch);
  return all;
}

/// A sequence; its outcomes are looked at where they are, and not copied.
void addTable(py::module_& module) {
  using beding::Outcomes;
  py::class_<Outcomes>(module, "Outcomes")
      .def_readonly("document", &Outcomes::document)
      .def_property_readonly("as_of", [](const Outcomes& all) { return pythonDate(all.asOf); })
      .def_readonly("questions", &Outcomes::questions)
      .def_property_readonly("assumptions", [](const Outcomes& all) { return dutch(all.assumptions); })
      .def_property_readonly("warnings", [](const Outcomes& all) { return dutch(all.warnings); })
      .def("__len__", [](const Outcomes& all) { return all.outcomes.size(); })
      .def(
          "__getitem__",
          [](const Outcomes& all, std::int64_t index) -> const beding::Outcome& {
            const auto size = static_cast<std::int64_t>(all.outcomes.size());
            if (index < -size || index >= size) throw py::index_error();
            return all.outcomes[static_cast<std::size_t>(index < 0 ? index + size : index)];
          },
          py::return_value_policy::reference_internal)
      .def(
          "__iter__", [](const Outcomes& all) { return py::make_iterator(all.outcomes.begin(), all.outcomes.end()); },
          py::keep_alive<0, 1>())
      .def("rows", [](const Outcomes& all) {
        py::list rows;
        for (const beding::Outcome& outcome : all.outcomes) rows.append(rowOf(outcome));
        return rows;
      });
}

// ------------------------------------------------------------------------------------------------ graphs, evaluations

using Unlocked = py::call_guard<py::gil_scoped_release>;  // other threads go on meanwhile

void addGraph(py::module_& module) {
  using beding::Graph, beding::View;
  py::class_<Graph>(module, "Graph")
      .def_property_readonly("document", &Graph::document)
      .def_property_readonly("title", &Graph::title)
      .def("bgraf", [](const Graph& graph) { return py::bytes(taken(graph.bgraf())); })
      .def("timeline_schema", [](const Graph& graph) { return taken(graph.timelineSchema()); })
      .def(
          "mermaid",
          [](const Graph& graph, const std::string& around) { return taken(graph.view(View::mermaid, around)); },
          "around"_a = "")
      .def(
          "json", [](const Graph& graph, const std::string& around) { return taken(graph.view(View::json, around)); },
          "around"_a = "")
      .def(
          "dot", [](const Graph& graph, const std::string& around) { return taken(graph.view(View::dot, around)); },
          "around"_a = "")
      .def(
          "keep", [](const Graph& graph, std::size_t evaluations) { graph.keep(evaluations); }, "evaluations"_a)
      .def(
          "svg", [](const Graph& graph, const std::string& around) { return taken(beding::drawing(graph, around)); },
          "around"_a = "", Unlocked())
      .def("__repr__", [](const Graph& graph) { return "<Graph " + graph.document() + ">"; });
  module.def(
      "load", [](const std::string& bytes) { return taken(Graph::load(bytes)); }, "bytes"_a);
  module.def(
      "load_file", [](const std::string& path) { return taken(Graph::loadFile(path)); }, "path"_a, Unlocked());
  module.def(
      "compile", [](const std::string& document) { return taken(beding::compile(document)); }, "document"_a,
      Unlocked());
  module.def(
      "compile_text",
      [](const std::string& clauses, const std::string& name) { return taken(beding::compileText(clauses, name)); },
      "clauses"_a, "name"_a = "voorwaarden.beding", Unlocked());
  module.def(
      "remarks",
      [](const std::string& document) {
        beding::Text remarks;
        taken(beding::compile(document, &remarks));
        return remarks.dutch;
      },
      "document"_a, Unlocked());
  module.def("shipped_documents", [] { return taken(beding::shippedDocuments()); });
}

void addEvaluation(py::module_& module) {
  using beding::Evaluation, beding::Graph;
  py::class_<Evaluation>(module, "Evaluation")
      .def(py::init([](const Graph& graph, const std::vector<std::string>& readings) {
             return taken(Evaluation::begin(graph, {readings}));
           }),
           "graph"_a, "readings"_a = std::vector<std::string>())
      .def(
          "apply", [](Evaluation& self, const py::dict& event) { taken(self.apply(eventFrom(event))); }, "event"_a)
      .def(
          "apply_lines", [](Evaluation& self, const std::string& lines) { taken(self.apply(lines)); }, "lines"_a,
          Unlocked())
      .def(
          "advance", [](Evaluation& self, const py::object& day) { taken(self.advance(dateFrom(day))); }, "day"_a)
      .def_property_readonly("today", [](const Evaluation& self) { return orNone(self.today(), pythonDate); })
      .def(
          "outcomes", [](const Evaluation& self, bool all) { return taken(self.outcomes(all)); }, "all"_a = false,
          Unlocked())
      .def(
          "json", [](const Evaluation& self, bool all) { return taken(self.json(all)); }, "all"_a = false, Unlocked())
      .def(
          "table", [](const Evaluation& self, bool all) { return taken(self.table(all)).dutch; }, "all"_a = false,
          Unlocked())
      .def(
          "why",
          [](const Evaluation& self, const std::string& what, const std::string& key) {
            return taken(self.why(what, key));
          },
          "what"_a, "key"_a = "", Unlocked())
      .def(
          "why_text",
          [](const Evaluation& self, const std::string& what, const std::string& key) {
            return taken(self.whyText(what, key)).dutch;
          },
          "what"_a, "key"_a = "", Unlocked())
      .def(
          "why_json",
          [](const Evaluation& self, const std::string& what, const std::string& key) {
            return taken(self.whyJson(what, key));
          },
          "what"_a, "key"_a = "", Unlocked())
      .def("save", [](const Evaluation& self) { return py::bytes(taken(self.save())); })
      .def_static(
          "resume",
          [](const Graph& graph, const std::string& state) { return taken(Evaluation::resume(graph, state)); },
          "graph"_a, "state"_a)
      .def_property_readonly("timeline", [](const Evaluation& self) { return taken(self.timeline()); })
      .def_static(
          "timeline_in", [](const std::string& state) { return taken(Evaluation::timelineIn(state)); }, "state"_a);
}

// ---------------------------------------------------------------------------------------------------------- portfolio

beding::PortfolioOptions portfolioOptions(const py::object& asOf, const std::vector<std::string>& readings, bool all,
                                          unsigned threads, std::size_t memory) {
  beding::PortfolioOptions options;
  if (!asOf.is_none()) options.asOf = dateFrom(asOf);
  options.readings = readings;
  options.all = all;
  options.threads = threads;
  options.memory = memory;
  return options;
}

template <class T>
T orStop(std::optional<T> next) {
  if (!next) throw py::stop_iteration();
  return std::move(*next);
}

void addPortfolio(py::module_& module) {
  using beding::Contract, beding::Portfolio;
  py::class_<Contract>(module, "Contract")
      .def_readonly("name", &Contract::name)
      .def_readonly("outcomes", &Contract::outcomes)
      .def("__repr__", [](const Contract& each) { return "<Contract " + each.name + ">"; });
  py::class_<Portfolio>(module, "Portfolio")
      .def(py::init([](const beding::Graph& graph, const std::string& path, const py::object& asOf,
                       const std::vector<std::string>& readings, bool all, unsigned threads, std::size_t memory) {
             return taken(Portfolio::open(graph, path, portfolioOptions(asOf, readings, all, threads, memory)));
           }),
           "graph"_a, "path"_a, "as_of"_a = py::none(), "readings"_a = std::vector<std::string>(), "all"_a = false,
           "threads"_a = 1, "memory"_a = beding::PortfolioOptions().memory)
      .def("__len__", &Portfolio::contracts)
      .def("__iter__", [](Portfolio& self) -> Portfolio& { return self; })
      .def(
          "__next__", [](Portfolio& self) { return orStop(taken(self.next())); }, Unlocked())
      .def(
          "next_json", [](Portfolio& self) { return taken(self.nextJson()); }, Unlocked());
}

}  // namespace

PYBIND11_MODULE(_beding, module) {
  py::register_exception_translator([](std::exception_ptr thrown) {
    try {
      if (thrown) std::rethrow_exception(thrown);
    } catch (const Raised& raised) {
      raise(raised.error);
    }
  });
  addParts(module);
  addOutcomes(module);
  addReasons(module);
  addTable(module);
  addGraph(module);
  addEvaluation(module);
  addPortfolio(module);
}
