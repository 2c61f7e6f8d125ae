// The C interface: events in, what holds out.
#include "library/c.h"

using namespace beding::v1;

namespace {

/// The value of a field; nothing when a pointer that it needs is NULL, or there is no such kind.
std::optional<decltype(Field::value)> valueOf(const beding_field& field) {
  if (field.kind == BEDING_NUMBER) return field.number;
  if (field.kind == BEDING_TRUTH) return field.number != 0;
  if (field.kind == BEDING_CENTS) return Cents{field.number};
  if (field.kind == BEDING_TEXT && field.text != nullptr) return std::string(field.text);
  if (field.kind != BEDING_TEXTS || (field.texts == nullptr && field.count > 0)) return std::nullopt;
  std::vector<std::string> texts;
  for (size_t i = 0; i < field.count; ++i) {
    if (field.texts[i] == nullptr) return std::nullopt;
    texts.emplace_back(field.texts[i]);
  }
  return texts;
}

Result<Event> eventOf(const beding_event& from) {
  Event event{std::string(orEmpty(from.name)), std::string(orEmpty(from.on)), {}};
  for (size_t i = 0; i < from.count; ++i) {
    const beding_field& field = from.fields[i];
    auto value = field.name == nullptr ? std::nullopt : valueOf(field);
    if (!value)
      return wrong(
          Code::wrongUsage,
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

beding_code beding_evaluation_begin(const beding_graph* graph, const char* const* readings, size_t count,
                                    beding_evaluation** evaluation, beding_error** error) {
  if (anyNull(graph, evaluation) || (readings == nullptr && count > 0)) return toldNull(error);
  return handed(
      error, [&] { return Evaluation::begin(graph->graph, {readingsIn(readings, count)}); },
      [&](Evaluation&& made) { *evaluation = new beding_evaluation{std::move(made)}; });
}

void beding_evaluation_free(beding_evaluation* evaluation) { delete evaluation; }

beding_code beding_evaluation_apply(beding_evaluation* evaluation, const char* lines, beding_error** error) {
  if (anyNull(evaluation, lines)) return toldNull(error);
  return handed(
      error, [&] { return evaluation->evaluation.apply(std::string_view(lines)); }, [](Done) {});
}

beding_code beding_evaluation_apply_event(beding_evaluation* evaluation, const beding_event* event,
                                          beding_error** error) {
  if (anyNull(evaluation, event) || (event->fields == nullptr && event->count > 0)) return toldNull(error);
  return handed(
      error,
      [&]() -> Result<Done> {
        const auto made = eventOf(*event);
        if (!made) return made.error();
        return evaluation->evaluation.apply(*made);
      },
      [](Done) {});
}

beding_code beding_evaluation_advance(beding_evaluation* evaluation, beding_date day, beding_error** error) {
  if (anyNull(evaluation)) return toldNull(error);
  return handed(
      error,
      [&] {
        return evaluation->evaluation.advance({day.year, day.month, day.day});
      },
      [](Done) {});
}

int beding_evaluation_today(const beding_evaluation* evaluation, beding_date* day) {
  const auto today = evaluation == nullptr ? std::nullopt : evaluation->evaluation.today();
  if (today && day != nullptr) *day = dateOf(*today);
  return today ? 1 : 0;
}

beding_code beding_evaluation_json(const beding_evaluation* evaluation, int all, beding_bytes* json,
                                   beding_error** error) {
  if (anyNull(evaluation, json)) return toldNull(error);
  return handedText(json, error, [&] { return evaluation->evaluation.json(all != 0); });
}

beding_code beding_evaluation_table(const beding_evaluation* evaluation, int all, beding_text* table,
                                    beding_error** error) {
  if (anyNull(evaluation, table)) return toldNull(error);
  return handedText(table, error, [&] { return evaluation->evaluation.table(all != 0); });
}

beding_code beding_evaluation_why(const beding_evaluation* evaluation, const char* what, const char* key,
                                  beding_bytes* json, beding_error** error) {
  if (anyNull(evaluation, what, json)) return toldNull(error);
  return handedText(json, error, [&] { return evaluation->evaluation.whyJson(what, orEmpty(key)); });
}

beding_code beding_evaluation_why_text(const beding_evaluation* evaluation, const char* what, const char* key,
                                       beding_text* trees, beding_error** error) {
  if (anyNull(evaluation, what, trees)) return toldNull(error);
  return handedText(trees, error, [&] { return evaluation->evaluation.whyText(what, orEmpty(key)); });
}

beding_code beding_evaluation_save(const beding_evaluation* evaluation, beding_bytes* state, beding_error** error) {
  if (anyNull(evaluation, state)) return toldNull(error);
  return handedText(state, error, [&] { return evaluation->evaluation.save(); });
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
  return handedText(timeline, error, [&] { return evaluation->evaluation.timeline(); });
}

beding_code beding_timeline_in(const void* state, size_t size, beding_bytes* timeline, beding_error** error) {
  if (anyNull(state, timeline)) return toldNull(error);
  return handedText(timeline, error, [&] { return Evaluation::timelineIn({static_cast<const char*>(state), size}); });
}

beding_code beding_evaluation_outcomes(const beding_evaluation* evaluation, int all, beding_outcomes** outcomes,
                                       beding_error** error) {
  if (anyNull(evaluation, outcomes)) return toldNull(error);
  return handed(
      error, [&] { return evaluation->evaluation.outcomes(all != 0); },
      [&](Outcomes&& made) { *outcomes = new beding_outcomes{std::move(made)}; });
}

beding_code beding_evaluation_explain(const beding_evaluation* evaluation, const char* what, const char* key,
                                      beding_explanations** explanations, beding_error** error) {
  if (anyNull(evaluation, what, explanations)) return toldNull(error);
  return handed(
      error, [&] { return evaluation->evaluation.why(what, orEmpty(key)); },
      [&](std::vector<Explanation>&& made) { *explanations = new beding_explanations{std::move(made)}; });
}
