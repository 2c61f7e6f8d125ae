#include "generated/cases.h"

#include <algorithm>
#include <ostream>

#include "engine/judgements.h"
#include "engine/known_names.h"
#include "engine/parameters.h"

namespace beding::generated {

using generate::EventShape;
using generate::Generated;
using generate::JudgementShape;

namespace {

constexpr std::string_view driverHead = R"(#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>

namespace {

using namespace beding::kern;
using Words = std::vector<std::string>;

Words split(const std::string& line) {
  Words words;
  std::istringstream in(line);
  for (std::string word; std::getline(in, word, '\t');) words.push_back(word);
  return words;
}
std::int64_t number(const std::string& word) { return std::atoll(word.c_str()); }
[[maybe_unused]] Termijn term(const std::string& word) {
  const std::int64_t count = number(word.substr(1));
  if (word[0] == 'd') return Termijn::dagen(count);
  if (word[0] == 'w') return Termijn::weken(count);
  if (word[0] == 'm') return Termijn::maanden(count);
  if (word[0] == 'j') return Termijn::jaren(count);
  if (word[0] == 'b') return Termijn::werkdagen(count);
  if (word[0] == 'o') return Termijn::onbepaald();
  return Termijn::tot_en_met(Datum(static_cast<Dag>(count)));
}
[[maybe_unused]] void set(std::string_view& field, const std::string& word) { field = std::string_view(word).substr(1); }
[[maybe_unused]] void set(Datum& field, const std::string& word) { field = Datum(static_cast<Dag>(number(word))); }
[[maybe_unused]] void set(Centen& field, const std::string& word) { field = Centen(number(word)); }
[[maybe_unused]] void set(bool& field, const std::string& word) { field = word == "1"; }
[[maybe_unused]] void set(Partij& field, const std::string& word) { field = static_cast<Partij>(number(word)); }
[[maybe_unused]] void set(Getal& field, const std::string& word) { field = Getal::breuk(number(word), 1000000); }
[[maybe_unused]] void set(Lijst& field, const std::string& word) {
  std::string_view rest = std::string_view(word).substr(1);
  while (!rest.empty()) {
    const std::size_t end = rest.find(';');
    field.push_back(rest.substr(0, end));
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  }
}
[[maybe_unused]] void set(Termijn& field, const std::string& word) { field = term(word); }
template <class T>
void setAs(Waarde& field, const std::string& word) {
  T value{};
  set(value, word);
  field = value;
}
[[maybe_unused]] void set(Waarde& field, const std::string& word) {
  const std::string rest = word.substr(1);
  if (word[0] == 's') setAs<std::string_view>(field, word);
  if (word[0] == 'l') setAs<Termijn>(field, rest);
  if (word[0] == 'c') setAs<Centen>(field, rest);
  if (word[0] == 'n') setAs<Getal>(field, rest);
  if (word[0] == 'k') setAs<Datum>(field, rest);
}
template <class T>
void set(std::optional<T>& field, const std::string& word) {
  if (word == "-") return;
  T value{};
  set(value, word);
  field = value;
}

)";

constexpr std::string_view driverTail = R"(
}  // namespace

int main(int, char** words) {
  std::ifstream in(words[1]);
  Overeenkomst contract;
  std::vector<Words> tale;
  for (std::string line; std::getline(in, line);) {
    tale.push_back(split(line));
    if (tale.back()[0] != "einde") continue;
    const Datum asOf(static_cast<Dag>(number(tale.back()[1])));
    tale.pop_back();
    contract.leeg();
    std::string out = "{";
    try {
      for (const Words& each : tale) take(each, [&](const auto& e) { contract.vooraf(e); }, [](Datum) {});
      for (const Words& each : tale)
        take(each, [&](const auto& e) { contract.neem(e); }, [&](Datum op) { contract.overig(op); });
      schrijf(out, contract.op(asOf));
      std::cout << out << "}\n";
    } catch (const std::exception& problem) {
      std::cout << "{\"fout\":\"" << problem.what() << "\"}\n";
    }
    tale.clear();
  }
}
)";

/// How the driver reads a value; "-" when it is absent.
struct Written {
  const graph::Graph& graph;

  std::string operator()(std::monostate) const { return "-"; }
  std::string operator()(Truth truth) const { return truth == Truth::unknown ? "-" : truth == Truth::yes ? "1" : "0"; }
  std::string operator()(const Number& number) const {
    return std::to_string((number * Number(1'000'000)).rounded(0).whole().value_or(0));
  }
  std::string operator()(const Money& money) const {
    return std::to_string((money.euros * Number(100)).rounded(0).whole().value_or(0));
  }
  std::string operator()(const Moment& moment) const { return std::to_string(moment.day.days); }
  std::string operator()(const Duration& length) const {
    switch (length.unit) {
      case TimeUnit::week:
        return "w" + std::to_string(length.count);
      case TimeUnit::month:
        return "m" + std::to_string(length.count);
      case TimeUnit::year:
        return "j" + std::to_string(length.count);
      case TimeUnit::workday:
        return "b" + std::to_string(length.count);
      case TimeUnit::indefinite:
        return "o0";
      default:
        return "d" + std::to_string(length.count);
    }
  }
  std::string operator()(const std::string& text) const { return "=" + text; }
  std::string operator()(const std::vector<std::string>& texts) const {
    std::string all = "[";
    for (const std::string& text : texts) all += (all.size() > 1 ? ";" : "") + text;
    return all;
  }
};

/// What was agreed over a parameter, by the kind of value that it is; what cannot be one is told as it stands.
std::string agreedValue(const graph::Graph& graph, const Event& event, const Value& value) {
  const auto over = attributeIndex(at(graph.events, event.type), "over");
  const auto* name = over ? std::get_if<std::string>(&event.attributes[*over]) : nullptr;
  Value agreed = value;
  for (const graph::Parameter& parameter : graph.parameters)
    if (name != nullptr && engine::bareName(*name) == engine::bareName(parameter.name))
      agreed = engine::agreedAs(value, parameter).value_or(value);
  if (!isKnown(agreed)) return "-";
  const std::string text = std::visit(Written{graph}, agreed);
  if (std::holds_alternative<std::string>(agreed)) return "s" + text.substr(1);
  if (std::holds_alternative<Duration>(agreed)) return "l" + text;
  if (std::holds_alternative<Money>(agreed)) return "c" + text;
  if (std::holds_alternative<Number>(agreed)) return "n" + text;
  return std::holds_alternative<Moment>(agreed) ? "k" + text : "-";
}

std::string partyNumber(const graph::Graph& graph, const Generated& generated, const std::string& text) {
  if (text == "Opdrachtnemer" || text == graph.contractorName) return "0";
  if (text == "Opdrachtgever" || text == graph.clientName) return "1";
  for (const graph::Agent& agent : graph.agents)
    if (agent.name == text) return agent.party == graph::Party::contractor ? "3" : "4";
  for (std::size_t i = 0; i < generated.persons.size(); ++i)
    if (generated.persons[i] == text) return std::to_string(5 + i);
  return "2";
}

std::string written(const graph::Graph& graph, const Generated& generated, const Attribute& attribute,
                    const Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  if (attribute.type == Type::party && text != nullptr) return partyNumber(graph, generated, *text);
  if (attribute.type == Type::duration && std::holds_alternative<Moment>(value))
    return "t" + std::to_string(std::get<Moment>(value).day.days);
  return std::visit(Written{graph}, value);
}

std::string fieldOf(const graph::Graph& graph, const Generated& generated, const Event& event, std::uint32_t index) {
  const EventType& type = at(graph.events, event.type);
  const bool agreed = type.name == agreementType && type.attributes[index].name == "waarde";
  return agreed ? agreedValue(graph, event, event.attributes[index])
                : written(graph, generated, type.attributes[index], event.attributes[index]);
}

bool hasHour(const Value& value) {
  const auto* moment = std::get_if<Moment>(&value);
  const auto* length = std::get_if<Duration>(&value);
  const bool otherUnit = length != nullptr && length->unit == TimeUnit::hour;
  return (moment != nullptr && moment->instant) || otherUnit;
}

/// An answer as it is told for each open norm that it names.
void writeAnswer(std::ostream& out, const graph::Graph& graph, const Generated& generated,
                 const JudgementAnswer& answer) {
  for (const JudgementShape& shape : generated.judgements) {
    const graph::Judgement& judgement = at(graph.judgements, shape.judgement);
    const auto outcome = engine::answerAs(answer.outcome, judgement.type);
    if (!engine::isNamed(graph, judgement, answer.norm) || !outcome) continue;
    if (!shape.about && !answer.subject.empty()) continue;
    out << shape.name << '\t' << answer.at.day.days << '\t' << std::visit(Written{graph}, *outcome)
        << "\t=" << answer.subject << '\n';
  }
}

const EventShape* shapeOf(const Generated& generated, EventTypeId type) {
  const auto found = std::find_if(generated.events.begin(), generated.events.end(),
                                  [&](const EventShape& shape) { return shape.type == type; });
  return found == generated.events.end() ? nullptr : &*found;
}

}  // namespace

std::string driverOf(const graph::Graph& graph, const Generated& generated) {
  std::string text = "#include \"" + graph.document + ".h\"\n" + std::string(driverHead);
  const auto space = generated.header.rfind("namespace ");
  text += "using namespace " + generated.header.substr(space + 10, generated.header.find('\n', space) - space - 10) +
          ";\n\n";
  text += "template <class F, class G>\nvoid take(const Words& words, [[maybe_unused]] F known, G other) {\n";
  for (const EventShape& shape : generated.events) {
    text += "  if (words[0] == \"" + shape.name + "\") {\n    " + shape.name +
            " e{};\n    set(e.op, words[1]);\n    set(e.sleutel, words[2]);\n";
    for (std::size_t i = 0; i < shape.fields.size(); ++i)
      text += "    set(e." + shape.fields[i].second + ", words[" + std::to_string(i + 3) + "]);\n";
    if (shape.about) text += "    set(e.betreft, words[" + std::to_string(shape.fields.size() + 3) + "]);\n";
    text += "    return known(e);\n  }\n";
  }
  for (const JudgementShape& shape : generated.judgements) {
    text += "  if (words[0] == \"" + shape.name + "\") {\n    " + shape.name +
            " e{};\n    set(e.op, words[1]);\n    set(e.uitkomst, words[2]);\n";
    if (shape.about) text += "    set(e.over, words[3]);\n";
    text += "    return known(e);\n  }\n";
  }
  return text + "  other(Datum(static_cast<Dag>(number(words[1]))));\n}\n" + std::string(driverTail);
}

std::string unfit(const Timeline& timeline) {
  for (const JudgementAnswer& answer : timeline.judgements)
    if (answer.at.instant || hasHour(answer.outcome)) return "een oordeel op een tijdstip";
  for (const Event& event : timeline.events) {
    if (event.at.instant) return "een tijdstip";
    if (std::any_of(event.attributes.begin(), event.attributes.end(), hasHour))
      return "een tijdstip of termijn in uren";
  }
  return {};
}

void writeCase(std::ostream& out, const graph::Graph& graph, const Generated& generated, const Timeline& timeline,
               Date asOf) {
  for (const JudgementAnswer& answer : timeline.judgements)
    if (answer.at.day <= asOf) writeAnswer(out, graph, generated, answer);
  for (const Event& event : timeline.events) {
    if (event.at.day > asOf) continue;
    const EventShape* shape = shapeOf(generated, event.type);
    out << (shape == nullptr ? "-" : shape->name) << '\t' << event.at.day.days << "\t=" << event.key;
    if (shape != nullptr)
      for (const auto& [index, name] : shape->fields) out << '\t' << fieldOf(graph, generated, event, index);
    if (shape != nullptr && shape->about) out << '\t' << Written{graph}(event.about);
    out << '\n';
  }
  out << "einde\t" << asOf.days << '\n';
}

void writeReported(std::ostream& out, const graph::Graph& graph, const Generated& generated) {
  for (const graph::NodeRef node : generated.nodes) {
    const graph::Provenance& where = graph::whereOf(graph, node);
    out << (where.document.empty() ? graph.document : where.document) << ':' << where.lid << '\t'
        << graph::nameOf(graph, node) << '\n';
  }
}

}  // namespace beding::generated
