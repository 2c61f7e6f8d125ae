// The C interface: the contracts of a file.
#include "library/c.h"

using namespace beding::v1;

struct beding_portfolio {
  Portfolio portfolio;
};

namespace {

std::optional<Date> dayIn(const beding_date* day) {
  return day == nullptr ? std::nullopt : std::optional(Date{day->year, day->month, day->day});
}

PortfolioOptions optionsOf(const beding_portfolio_options* from) {
  PortfolioOptions options;
  if (from == nullptr) return options;
  options.readings = readingsIn(from->readings, from->count);
  options.asOf = dayIn(from->as_of);
  options.asKnownOn = dayIn(from->as_known_on);
  options.all = from->all != 0;
  if (from->memory != 0) options.memory = from->memory;
  options.threads = from->threads;
  return options;
}

}  // namespace

beding_code beding_portfolio_open(const beding_graph* graph, const char* path, const beding_portfolio_options* options,
                                  beding_portfolio** portfolio, beding_error** error) {
  if (anyNull(graph, path, portfolio)) return toldNull(error);
  if (options != nullptr && options->readings == nullptr && options->count > 0) return toldNull(error);
  return handed(
      error, [&] { return Portfolio::open(graph->graph, path, optionsOf(options)); },
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

beding_code beding_portfolio_next_outcomes(beding_portfolio* portfolio, beding_bytes* name, beding_outcomes** outcomes,
                                           beding_error** error) {
  if (anyNull(portfolio, name, outcomes)) return toldNull(error);
  return handed(
      error, [&] { return portfolio->portfolio.next(); },
      [&](std::optional<Contract>&& made) {
        *name = {};
        *outcomes = nullptr;
        if (!made) return;
        auto held = std::make_unique<beding_outcomes>(beding_outcomes{std::move(made->outcomes)});
        hand(name, made->name);
        *outcomes = held.release();
      });
}
