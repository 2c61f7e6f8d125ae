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

static void show(const beding_evaluation* evaluation) {
  beding_error* error = NULL;
  beding_outcomes* outcomes = NULL;
  beding_outcome outcome;
  beding_date today;
  size_t i;
  check(beding_evaluation_outcomes(evaluation, 0, &outcomes, &error), error);
  if (beding_evaluation_today(evaluation, &today))
    printf("op %04d-%02d-%02d\n", (int)today.year, (int)today.month, (int)today.day);
  for (i = 0; beding_outcomes_get(outcomes, i, &outcome); ++i) {
    printf("  %s %s %s: %s", outcome.lid, outcome.norm, outcome.key, outcome.status);
    if (outcome.amount.present) printf(", %lld cent", (long long)outcome.amount.cents);
    printf("\n");
  }
  beding_outcomes_free(outcomes);
}

int main(int count, char** words) {
  beding_error* error = NULL;
  beding_graph* graph = NULL;
  beding_evaluation *dossier = NULL, *supposed = NULL;
  beding_bytes saved = {NULL, 0}, why = {NULL, 0};
  const beding_date end_of_march = {2026, 3, 31};
  const beding_field invoice[] = {{"factuur", BEDING_TEXT, "F1", 0, NULL, 0},
                                  {"bedrag", BEDING_CENTS, NULL, 100000, NULL, 0}};
  const beding_event sent = {"factuur verzonden", "2026-03-02", invoice, 2};
  beding_portfolio* portfolio = NULL;
  beding_code code;

  if (count != 3 || beding_abi() != BEDING_ABI) return 2;
  check(beding_compile(BEDING_ABI, words[1], &graph, &error), error);
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

  /* Why, as JSON; and what is refused. */
  check(beding_evaluation_why(dossier, "rente", "F1", &why, &error), error);
  printf("%d\n", why.size > 0);
  if (beding_evaluation_why(dossier, "boete", NULL, &why, &error) == BEDING_WRONG_USAGE) printf("%s\n", error->dutch);
  beding_error_free(error);
  if (beding_graph_load(BEDING_ABI + 1, saved.data, saved.size, &graph, NULL) == BEDING_WRONG_VERSION)
    printf("andere versie\n");
  if (beding_evaluation_json(NULL, 0, &why, NULL) == BEDING_WRONG_USAGE) printf("geen evaluatie\n");

  beding_bytes_free(&why);
  check(beding_timeline_in(saved.data, saved.size, &why, &error), error);
  printf("%s", why.data);
  beding_bytes_free(&why);

  /* Many contracts, on two threads: an object of JSON each; a mistake costs its contract only. */
  check(beding_portfolio_open(graph, words[2], &end_of_march, 2, &portfolio, &error), error);
  printf("%u overeenkomsten\n", (unsigned)beding_portfolio_count(portfolio));
  while ((code = beding_portfolio_next(portfolio, &why, &error)) != BEDING_OK || why.data != NULL) {
    if (code == BEDING_OK) {
      printf("%.52s ...\n", why.data);
      beding_bytes_free(&why);
    } else {
      printf("%s\n", error->dutch);
      beding_error_free(error);
    }
  }

  beding_portfolio_free(portfolio);
  beding_bytes_free(&saved);
  beding_evaluation_free(supposed);
  beding_evaluation_free(dossier);
  beding_graph_free(graph);
  return 0;
}
