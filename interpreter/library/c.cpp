#include "library/c.h"

using beding::v1::anyNull;
using beding::v1::Evaluation;
using beding::v1::Graph;
using beding::v1::handed;
using beding::v1::Portfolio;
using beding::v1::toldNull;

struct beding_evaluation {
  Evaluation evaluation;
};

struct beding_portfolio {
  Portfolio portfolio;
};

struct beding_outcomes {
  beding::v1::Outcomes outcomes;
};

namespace {

void hand(beding_bytes* bytes, const std::string& text) {
  char* data = beding::v1::copied(text);
  if (data == nullptr) throw std::bad_alloc();
  *bytes = {data, text.size()};
}

beding_date dateOf(const beding::v1::Date& date) { return {date.year, date.month, date.day}; }

beding_moment momentOf(const std::optional<beding::v1::Moment>& moment) {
  if (!moment) return {};
  return {1, dateOf(moment->date), moment->second ? 1 : 0, moment->second.value_or(0)};
}

beding_amount amountOf(const std::optional<beding::v1::Cents>& cents) {
  return cents ? beding_amount{1, cents->count} : beding_amount{};
}

beding_outcome outcomeOf(const beding::v1::Outcome& from) {
  beding_outcome outcome{};
  outcome.lid = from.lid.c_str();
  outcome.norm = from.norm.c_str();
  outcome.kind = static_cast<beding_kind>(from.kind);
  outcome.key = from.key.c_str();
  outcome.status = from.status.c_str();
  outcome.bearer = from.bearer.c_str();
  outcome.counterparty = from.counterparty.c_str();
  outcome.value = from.value.c_str();
  outcome.reason = from.reason.c_str();
  outcome.from = momentOf(from.from);
  outcome.due = momentOf(from.due);
  outcome.latest_due = momentOf(from.latestDue);
  outcome.to = momentOf(from.to);
  outcome.since = momentOf(from.since);
  outcome.amount = amountOf(from.amount);
  outcome.open = amountOf(from.open);
  outcome.charged = from.charged ? int{*from.charged} : -1;
  outcome.dormant = int{from.dormant};
  return outcome;
}

/// The value of a field; nothing when a pointer that it needs is NULL, or there is no such kind.
std::optional<decltype(beding::v1::Field::value)> valueOf(const beding_field& field) {
  if (field.kind == BEDING_NUMBER) return field.number;
  if (field.kind == BEDING_TRUTH) return field.number != 0;
  if (field.kind == BEDING_CENTS) return beding::v1::Cents{field.number};
  if (field.kind == BEDING_TEXT && field.text != nullptr) return std::string(field.text);
  if (field.kind != BEDING_TEXTS || (field.texts == nullptr && field.count > 0)) return std::nullopt;
  std::vector<std::string> texts;
  for (size_t i = 0; i < field.count; ++i) {
    if (field.texts[i] == nullptr) return std::nullopt;
    texts.emplace_back(field.texts[i]);
  }
  return texts;
}

beding::v1::Result<beding::v1::Event> eventOf(const beding_event& from) {
  beding::v1::Event event{from.name == nullptr ? "" : from.name, from.on == nullptr ? "" : from.on, {}};
  for (size_t i = 0; i < from.count; ++i) {
    const beding_field& field = from.fields[i];
    auto value = field.name == nullptr ? std::nullopt : valueOf(field);
    if (!value)
      return beding::v1::wrong(
          beding::v1::Code::wrongUsage,
          beding::worded(
              {"veld {0} van de gebeurtenis heeft geen naam, geen waarde of een onbekende soort; vul name, kind en "
               "wat bij die soort hoort",
               "field {0} of the event has no name, no value or an unknown kind; fill name, kind and what "
               "belongs to that kind"},
              {std::to_string(i + 1)}));
    event.fields.push_back({field.name, std::move(*value)});
  }
  return event;
}

}  // namespace

int beding_abi(void) { return BEDING_ABI; }
const char* beding_version(void) { return BEDING_VERSION; }

void beding_error_free(beding_error* error) {
  if (error == nullptr) return;
  delete[] error->dutch;
  delete[] error->english;
  delete error;
}

void beding_bytes_free(beding_bytes* bytes) {
  if (bytes == nullptr) return;
  delete[] bytes->data;
  *bytes = {};
}

// ------------------------------------------------------------------------------------------------------------ graphs

beding_code beding_graph_load(int abi, const void* bytes, size_t size, beding_graph** graph, beding_error** error) {
  if (anyNull(bytes, graph)) return toldNull(error);
  return handed(
      error,
      [&] {
        return Graph::load({static_cast<const char*>(bytes), size}, abi);
      },
      [&](Graph&& made) { *graph = new beding_graph{std::move(made)}; });
}

beding_code beding_graph_load_file(int abi, const char* path, beding_graph** graph, beding_error** error) {
  if (anyNull(path, graph)) return toldNull(error);
  return handed(
      error, [&] { return Graph::loadFile(path, abi); },
      [&](Graph&& made) { *graph = new beding_graph{std::move(made)}; });
}

void beding_graph_free(beding_graph* graph) { delete graph; }

const char* beding_graph_document(const beding_graph* graph) {
  return graph == nullptr ? nullptr : graph->graph.document().c_str();
}

beding_code beding_graph_save(const beding_graph* graph, beding_bytes* bytes, beding_error** error) {
  if (anyNull(graph, bytes)) return toldNull(error);
  return handed(
      error, [&] { return graph->graph.bgraf(); }, [&](const std::string& made) { hand(bytes, made); });
}

beding_code beding_graph_timeline_schema(const beding_graph* graph, beding_bytes* schema, beding_error** error) {
  if (anyNull(graph, schema)) return toldNull(error);
  return handed(
      error, [&] { return graph->graph.timelineSchema(); }, [&](const std::string& made) { hand(schema, made); });
}

// ------------------------------------------------------------------------------------------------------- evaluations

beding_code beding_evaluation_begin(const beding_graph* graph, const char* const* readings, size_t count,
                                    beding_evaluation** evaluation, beding_error** error) {
  if (anyNull(graph, evaluation) || (readings == nullptr && count > 0)) return toldNull(error);
  return handed(
      error,
      [&] {
        beding::v1::Options options;
        for (size_t i = 0; i < count; ++i) options.readings.emplace_back(readings[i] == nullptr ? "" : readings[i]);
        return Evaluation::begin(graph->graph, options);
      },
      [&](Evaluation&& made) { *evaluation = new beding_evaluation{std::move(made)}; });
}

void beding_evaluation_free(beding_evaluation* evaluation) { delete evaluation; }

beding_code beding_evaluation_apply(beding_evaluation* evaluation, const char* lines, beding_error** error) {
  if (anyNull(evaluation, lines)) return toldNull(error);
  return handed(
      error, [&] { return evaluation->evaluation.apply(std::string_view(lines)); }, [](beding::v1::Done) {});
}

beding_code beding_evaluation_apply_event(beding_evaluation* evaluation, const beding_event* event,
                                          beding_error** error) {
  if (anyNull(evaluation, event) || (event->fields == nullptr && event->count > 0)) return toldNull(error);
  return handed(
      error,
      [&]() -> beding::v1::Result<beding::v1::Done> {
        const auto made = eventOf(*event);
        if (!made) return made.error();
        return evaluation->evaluation.apply(*made);
      },
      [](beding::v1::Done) {});
}

beding_code beding_evaluation_advance(beding_evaluation* evaluation, beding_date day, beding_error** error) {
  if (anyNull(evaluation)) return toldNull(error);
  return handed(
      error,
      [&] {
        return evaluation->evaluation.advance({day.year, day.month, day.day});
      },
      [](beding::v1::Done) {});
}

int beding_evaluation_today(const beding_evaluation* evaluation, beding_date* day) {
  const auto today = evaluation == nullptr ? std::nullopt : evaluation->evaluation.today();
  if (today && day != nullptr) *day = dateOf(*today);
  return today ? 1 : 0;
}

beding_code beding_evaluation_json(const beding_evaluation* evaluation, int all, beding_bytes* json,
                                   beding_error** error) {
  if (anyNull(evaluation, json)) return toldNull(error);
  return handed(
      error, [&] { return evaluation->evaluation.json(all != 0); }, [&](const std::string& made) { hand(json, made); });
}

beding_code beding_evaluation_why(const beding_evaluation* evaluation, const char* what, const char* key,
                                  beding_bytes* json, beding_error** error) {
  if (anyNull(evaluation, what, json)) return toldNull(error);
  return handed(
      error, [&] { return evaluation->evaluation.whyJson(what, key == nullptr ? "" : key); },
      [&](const std::string& made) { hand(json, made); });
}

beding_code beding_evaluation_save(const beding_evaluation* evaluation, beding_bytes* state, beding_error** error) {
  if (anyNull(evaluation, state)) return toldNull(error);
  return handed(
      error, [&] { return evaluation->evaluation.save(); }, [&](const std::string& made) { hand(state, made); });
}

beding_code beding_evaluation_resume(const beding_graph* graph, const void* state, size_t size,
                                     beding_evaluation** evaluation, beding_error** error) {
  if (anyNull(graph, state, evaluation)) return toldNull(error);
  return handed(
      error,
      [&] {
        return Evaluation::resume(graph->graph, {static_cast<const char*>(state), size});
      },
      [&](Evaluation&& made) { *evaluation = new beding_evaluation{std::move(made)}; });
}

beding_code beding_evaluation_timeline(const beding_evaluation* evaluation, beding_bytes* timeline,
                                       beding_error** error) {
  if (anyNull(evaluation, timeline)) return toldNull(error);
  return handed(
      error, [&] { return evaluation->evaluation.timeline(); }, [&](const std::string& made) { hand(timeline, made); });
}

beding_code beding_timeline_in(const void* state, size_t size, beding_bytes* timeline, beding_error** error) {
  if (anyNull(state, timeline)) return toldNull(error);
  return handed(
      error,
      [&] {
        return Evaluation::timelineIn({static_cast<const char*>(state), size});
      },
      [&](const std::string& made) { hand(timeline, made); });
}

// ---------------------------------------------------------------------------------------------------------- outcomes

beding_code beding_evaluation_outcomes(const beding_evaluation* evaluation, int all, beding_outcomes** outcomes,
                                       beding_error** error) {
  if (anyNull(evaluation, outcomes)) return toldNull(error);
  return handed(
      error, [&] { return evaluation->evaluation.outcomes(all != 0); },
      [&](beding::v1::Outcomes&& made) { *outcomes = new beding_outcomes{std::move(made)}; });
}

void beding_outcomes_free(beding_outcomes* outcomes) { delete outcomes; }

size_t beding_outcomes_count(const beding_outcomes* outcomes) {
  return outcomes == nullptr ? 0 : outcomes->outcomes.outcomes.size();
}

int beding_outcomes_get(const beding_outcomes* outcomes, size_t index, beding_outcome* outcome) {
  if (outcome == nullptr || index >= beding_outcomes_count(outcomes)) return 0;
  *outcome = outcomeOf(outcomes->outcomes.outcomes[index]);
  return 1;
}

size_t beding_questions_count(const beding_outcomes* outcomes) {
  return outcomes == nullptr ? 0 : outcomes->outcomes.questions.size();
}

int beding_questions_get(const beding_outcomes* outcomes, size_t index, beding_question* question) {
  if (question == nullptr || index >= beding_questions_count(outcomes)) return 0;
  const beding::v1::Question& from = outcomes->outcomes.questions[index];
  *question = {from.id.c_str(), from.text.c_str()};
  return 1;
}

// ---------------------------------------------------------------------------------------------------------- portfolio

beding_code beding_portfolio_open(const beding_graph* graph, const char* path, const beding_date* as_of,
                                  unsigned threads, beding_portfolio** portfolio, beding_error** error) {
  if (anyNull(graph, path, portfolio)) return toldNull(error);
  return handed(
      error,
      [&] {
        beding::v1::PortfolioOptions options;
        options.threads = threads;
        if (as_of != nullptr) options.asOf = beding::v1::Date{as_of->year, as_of->month, as_of->day};
        return Portfolio::open(graph->graph, path, options);
      },
      [&](Portfolio&& made) { *portfolio = new beding_portfolio{std::move(made)}; });
}

void beding_portfolio_free(beding_portfolio* portfolio) { delete portfolio; }

size_t beding_portfolio_count(const beding_portfolio* portfolio) {
  return portfolio == nullptr ? 0 : portfolio->portfolio.contracts();
}

beding_code beding_portfolio_next(beding_portfolio* portfolio, beding_bytes* json, beding_error** error) {
  if (anyNull(portfolio, json)) return toldNull(error);
  return handed(
      error, [&] { return portfolio->portfolio.nextJson(); },
      [&](const std::optional<std::string>& made) {
        *json = {};
        if (made) hand(json, *made);
      });
}
