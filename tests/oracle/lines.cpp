#include "oracle/lines.h"

#include <algorithm>

#include "graph/view.h"

namespace beding::oracle {

namespace {

using graph::jsonText;

std::string jsonOf(const Value& value) {
  if (const auto* truth = std::get_if<Truth>(&value))
    return *truth == Truth::yes ? "true" : *truth == Truth::no ? "false" : "\"onbekend\"";
  if (const auto* number = std::get_if<Number>(&value)) return jsonText(number->text());
  if (const auto* money = std::get_if<Money>(&value)) return jsonText(decimalText(*money));
  if (const auto* moment = std::get_if<Moment>(&value)) return jsonText(isoText(*moment));
  if (const auto* length = std::get_if<Duration>(&value)) return jsonText(dutchText(*length));
  if (const auto* text = std::get_if<std::string>(&value)) return jsonText(*text);
  std::string list;
  for (const std::string& text : textsOf(value)) list += (list.empty() ? "" : ",") + jsonText(text);
  return "[" + list + "]";
}

std::string field(const char* name, const std::string& text) {
  return text.empty() ? "" : ",\"" + std::string(name) + "\":" + jsonText(text);
}

std::string lineOf(const graph::Graph& graph, const Event& event) {
  const EventType& type = at(graph.events, event.type);
  std::string line = "{\"op\":" + jsonText(isoText(event.at)) + field("gebeurtenis", type.name) +
                     field("id", event.key) + field("corrigeert", event.corrects);
  if (!event.about.empty()) line += ",\"betreft\":" + jsonOf(Value(event.about));
  for (std::size_t index = 0; index < type.attributes.size(); ++index)
    if (isKnown(event.attributes[index]))
      line += "," + jsonText(type.attributes[index].name) + ":" + jsonOf(event.attributes[index]);
  return line + "}";
}

std::string lineOf(const graph::Graph& /*graph*/, const JudgementAnswer& answer) {
  return "{\"op\":" + jsonText(isoText(answer.at)) + field("gebeurtenis", "oordeel vastgelegd") +
         field("id", answer.key) + field("corrigeert", answer.corrects) + field("norm", answer.norm) +
         ",\"uitkomst\":" + jsonOf(answer.outcome) + field("onderwerp", answer.subject) + "}";
}

std::string withdrawalOf(const std::string& key) { return "{\"vervalt\":" + jsonText(key) + "}"; }

/// A line and its turn: by this number first, and of equals as they were made.
struct Turn {
  std::int64_t number = 0;
  Step step;
};

std::vector<Step> byTurn(std::vector<Turn> turns) {
  std::stable_sort(turns.begin(), turns.end(), [](const Turn& a, const Turn& b) { return a.number < b.number; });
  std::vector<Step> steps;
  for (Turn& turn : turns) steps.push_back(std::move(turn.step));
  return steps;
}

/// Makes the lines of one event or judgement, with what befalls it.
class Muddler {
 public:
  Muddler(const graph::Graph& graph, std::uint64_t seed) : graph_(graph), seed_(seed) {}

  template <class Line>
  void tell(const Line& line) {
    if (oneIn(5, line.key, "anders")) {
      tellWrong(line);
    } else {
      say(line, turnOf(line, "komt"));
    }
    if (oneIn(6, line.key, "nooit")) tellFalse(line);
  }

  std::vector<Turn> turns;

 private:
  [[nodiscard]] std::uint64_t drawn(const std::string& key, const char* what) const { return lot(seed_, key + what); }
  [[nodiscard]] bool oneIn(std::uint64_t of, const std::string& key, const char* what) const {
    return drawn(key, what) % of == 0;
  }

  /// Of some seeds at any time; else on its day, or up to forty days late.
  template <class Line>
  [[nodiscard]] std::int64_t turnOf(const Line& line, const char* what) const {
    const auto number = static_cast<std::int64_t>(drawn(line.key, what) % 40);
    if (seed_ % 3 == 0) return number;
    return line.at.day.days + (oneIn(2, line.key, "laat") ? number : 0);
  }

  template <class Line>
  void say(const Line& line, std::int64_t turn) {
    turns.push_back({turn, {lineOf(graph_, line), passesBefore(line)}});
  }

  /// Now and then a day goes by on which nothing comes in.
  template <class Line>
  [[nodiscard]] std::optional<Date> passesBefore(const Line& line) const {
    if (!oneIn(4, line.key, "dag")) return std::nullopt;
    return line.at.day + static_cast<std::int32_t>(drawn(line.key, "dagen") % 9) - 4;
  }

  /// Another day first, and mended after that; the correction has an id of its own or takes that of the line.
  template <class Line>
  void tellWrong(const Line& line) {
    Line wrong = line;
    wrong.at = momentOf(line.at.day + static_cast<std::int32_t>(drawn(line.key, "verschil") % 41) - 20);
    const std::int64_t turn = turnOf(line, "komt");
    say(wrong, turn);
    Line right = line;
    right.corrects = line.key;
    right.key = oneIn(2, line.key, "id") ? line.key + "c" : "";
    turns.push_back({turn + 1 + static_cast<std::int64_t>(drawn(line.key, "later") % 20), {lineOf(graph_, right), {}}});
  }

  /// What never was, and is withdrawn.
  template <class Line>
  void tellFalse(const Line& line) {
    Line never = line;
    never.key = line.key + "x";
    never.at = momentOf(line.at.day + static_cast<std::int32_t>(drawn(line.key, "nooit op") % 31) - 10);
    const std::int64_t turn = turnOf(never, "komt");
    say(never, turn);
    turns.push_back({turn + 1 + static_cast<std::int64_t>(drawn(line.key, "weg") % 20), {withdrawalOf(never.key), {}}});
  }

  const graph::Graph& graph_;
  std::uint64_t seed_;
};

}  // namespace

std::uint64_t lot(std::uint64_t seed, const std::string& text) {
  std::uint64_t hash = 14695981039346656037u ^ (seed * 0x9e3779b97f4a7c15u);
  for (const char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211u;
  return (hash ^ (hash >> 29)) * 0xbf58476d1ce4e5b9u >> 17;
}

std::vector<Step> inOrder(const graph::Graph& graph, const Timeline& timeline) {
  std::vector<Turn> turns;
  for (const JudgementAnswer& answer : timeline.judgements)
    turns.push_back({earliest(answer.at).seconds, {lineOf(graph, answer), {}}});
  std::int64_t last = 0;  // a day without hour comes after what stands before it
  for (const Event& event : timeline.events) {
    last = &event == timeline.events.data() ? earliest(event.at).seconds : std::max(last, earliest(event.at).seconds);
    turns.push_back({last, {lineOf(graph, event), {}}});
  }
  return byTurn(std::move(turns));
}

std::vector<Step> muddled(const graph::Graph& graph, const Timeline& timeline, std::uint64_t seed) {
  Muddler muddler(graph, seed);
  for (const Event& event : timeline.events) muddler.tell(event);
  for (const JudgementAnswer& answer : timeline.judgements) muddler.tell(answer);
  return byTurn(std::move(muddler.turns));
}

std::string textOf(const std::vector<Step>& steps) {
  std::string text;
  for (const Step& step : steps) text += step.line + "\n";
  return text;
}

}  // namespace beding::oracle
