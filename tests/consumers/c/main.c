/* Compiles clauses, tells what happens, and asks what holds. The same as the C++ example, in C. */
#include <beding/beding_c.h>
#include <stdio.h>
#include <stdlib.h>

/* Ends the program with the reason when something went wrong. */
static void check(beding_code code, beding_error* error) {
  if (code == BEDING_OK) return;
  fprintf(stderr, "%s\n", error->dutch);
  beding_error_free(error);
  exit(1);
}

static void list(const beding_outcomes* outcomes) {
  beding_outcome outcome;
  beding_segment segment;
  size_t i, k;
  for (i = 0; beding_outcomes_get(outcomes, i, &outcome); ++i) {
    printf("  %s %s %s: %s", outcome.lid, outcome.norm, outcome.key, outcome.status);
    if (outcome.amount.present) printf(", %lld cent", (long long)outcome.amount.cents);
    printf("\n");
    for (k = 0; beding_segment_get(&outcome, k, &segment); ++k)
      printf("    %s%% over %lld cent\n", segment.percentage, (long long)segment.base);
  }
}

static void show(const beding_evaluation* evaluation) {
  beding_error* error = NULL;
  beding_outcomes* outcomes = NULL;
  beding_date day;
  check(beding_evaluation_outcomes(evaluation, 0, &outcomes, &error), error);
  if (beding_outcomes_day(outcomes, &day)) printf("op %04d-%02d-%02d\n", (int)day.year, (int)day.month, (int)day.day);
  list(outcomes);
  beding_outcomes_free(outcomes);
}

/* A reason, and under it what it rests on. */
static void tell(const beding_reason* reason, int depth) {
  beding_reason step;
  size_t i;
  printf("%*s%s\n", 2 * depth, "", reason->text);
  for (i = 0; beding_reason_because(reason, i, &step); ++i) tell(&step, depth + 1);
}

int main(int count, char** words) {
  beding_error* error = NULL;
  beding_graph* graph = NULL;
  beding_evaluation *dossier = NULL, *supposed = NULL;
  beding_bytes saved = {NULL, 0}, text = {NULL, 0};
  beding_explanations* reasons = NULL;
  beding_reason why;
  const beding_date end_of_march = {2026, 3, 31};
  const beding_field invoice[] = {{"factuur", BEDING_TEXT, "F1", 0, NULL, 0},
                                  {"bedrag", BEDING_CENTS, NULL, 100000, NULL, 0}};
  const beding_event sent = {"factuur verzonden", "2026-03-02", invoice, 2};
  beding_portfolio* portfolio = NULL;
  beding_portfolio_options options = {0};
  beding_outcomes* outcomes = NULL;
  beding_code code;

  if (count != 3 || beding_abi() != BEDING_ABI) return 2;
  check(beding_compile(BEDING_ABI, words[1], &graph, NULL, &error), error);
  check(beding_evaluation_begin(graph, NULL, 0, &dossier, &error), error);
  check(beding_evaluation_apply_event(dossier, &sent, &error), error);
  check(beding_evaluation_advance(dossier, end_of_march, &error), error);
  show(dossier);

  /* What if it was paid in time? Events can also come as lines of a timeline. */
  check(beding_evaluation_save(dossier, &saved, &error), error);
  check(beding_evaluation_resume(graph, saved.data, saved.size, &supposed, &error), error);
  check(beding_evaluation_apply(supposed,
                                "{\"op\":\"2026-03-16\",\"gebeurtenis\":\"betaling ontvangen\","
                                "\"factuur\":\"F1\",\"bedrag\":\"1000.00\"}",
                                &error),
        error);
  show(supposed);

  /* Why, as a tree; and what is refused. */
  check(beding_evaluation_explain(dossier, "rente", "F1", &reasons, &error), error);
  if (beding_explanations_get(reasons, 0, NULL, &why)) tell(&why, 0);
  if (beding_evaluation_why(dossier, "boete", NULL, &text, &error) == BEDING_WRONG_USAGE) printf("%s\n", error->dutch);
  beding_error_free(error);
  if (beding_graph_load(BEDING_ABI + 1, saved.data, saved.size, &graph, NULL) == BEDING_WRONG_VERSION)
    printf("andere versie\n");
  if (beding_evaluation_json(NULL, 0, &text, NULL) == BEDING_WRONG_USAGE) printf("geen evaluatie\n");

  check(beding_timeline_in(saved.data, saved.size, &text, &error), error);
  printf("%s", text.data);
  beding_bytes_free(&text);

  /* Many contracts, on two threads; a mistake costs its contract only. */
  options.as_of = &end_of_march;
  options.threads = 2;
  check(beding_portfolio_open(graph, words[2], &options, &portfolio, &error), error);
  printf("%u overeenkomsten\n", (unsigned)beding_portfolio_count(portfolio));
  while ((code = beding_portfolio_next_outcomes(portfolio, &text, &outcomes, &error)) != BEDING_OK || outcomes) {
    if (code == BEDING_OK) {
      printf("%s\n", text.data);
      list(outcomes);
      beding_bytes_free(&text);
      beding_outcomes_free(outcomes);
    } else {
      printf("%s\n", error->dutch);
      beding_error_free(error);
    }
  }

  beding_portfolio_free(portfolio);
  beding_explanations_free(reasons);
  beding_bytes_free(&saved);
  beding_evaluation_free(supposed);
  beding_evaluation_free(dossier);
  beding_graph_free(graph);
  return 0;
}
