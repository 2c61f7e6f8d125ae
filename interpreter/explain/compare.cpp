#include "explain/compare.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "explain/json.h"
#include "explain/names.h"
#include "explain/spoken.h"
#include "explain/text.h"
#include "explain/themes.h"

namespace beding {
namespace {

std::string identity(const Outcome& outcome) {
  return outcome.lid + "\n" + outcome.name + "\n" + outcome.key + "\n" + outcome.bearer;
}

bool isSame(const OutcomeRow& row) {
  if (row.outcomes.front() == nullptr) return false;
  const std::string first = outcomeJson(*row.outcomes.front());
  return std::all_of(row.outcomes.begin(), row.outcomes.end(),
                     [&](const Outcome* each) { return each != nullptr && outcomeJson(*each) == first; });
}

}  // namespace

const Outcome& OutcomeRow::any() const {
  return **std::find_if(outcomes.begin(), outcomes.end(), [](const Outcome* each) { return each != nullptr; });
}

std::vector<OutcomeRow> differences(const std::vector<const Evaluation*>& evaluations) {
  std::vector<OutcomeRow> rows;
  std::map<std::string, std::size_t> places;
  for (std::size_t at = 0; at < evaluations.size(); ++at) {
    for (const Outcome& outcome : evaluations[at]->outcomes) {
      if (outcome.dormant) continue;
      const auto [place, isNew] = places.try_emplace(identity(outcome), rows.size());
      if (isNew) rows.push_back({std::vector<const Outcome*>(evaluations.size(), nullptr)});
      rows[place->second].outcomes[at] = &outcome;
    }
  }
  std::erase_if(rows, isSame);
  return rows;
}

namespace {

constexpr std::array<std::string_view, 7> themeOrder = {
    "betaling", "verzuim", "rente", "opschorting", "beëindiging", "klachten", "aansprakelijkheid"};

/// Place in the fixed order; other themes behind it, "overig" last.
std::size_t rankOf(const std::string& theme) {
  const auto place = std::find(themeOrder.begin(), themeOrder.end(), theme);
  return static_cast<std::size_t>(place - themeOrder.begin()) + (theme == otherTheme ? 1 : 0);
}

std::string whatOf(const Outcome& outcome, Language language) {
  std::string text = spoken(kindName(outcome.kind), language);
  if (outcome.kind != OutcomeKind::exercise) text += " " + outcome.name;
  return outcome.key.empty() ? text : text + " " + outcome.key;
}

/// How it stands, without its lid and name.
std::set<std::string> statesOf(const std::vector<const Outcome*>& outcomes) {
  std::set<std::string> states;
  for (const Outcome* outcome : outcomes) states.insert(outcome->bearer + " " + outcomeState(*outcome));
  return states;
}

bool isOneSided(const ComparedRow& row) {
  return std::count_if(row.outcomes.begin(), row.outcomes.end(), [](const auto& each) { return !each.empty(); }) == 1;
}

bool isProperty(const ComparedRow& row) {
  return std::any_of(row.outcomes.begin(), row.outcomes.end(),
                     [](const auto& each) { return !each.empty() && each.front()->kind == OutcomeKind::property; });
}

/// Marks what differs and puts it first.
void finish(ThemeTable& table) {
  std::erase_if(table.rows, [](const ComparedRow& row) { return isProperty(row) && isOneSided(row); });
  for (ComparedRow& row : table.rows) {
    const std::set<std::string> first = statesOf(row.outcomes.front());
    row.differs = std::any_of(row.outcomes.begin(), row.outcomes.end(),
                              [&](const auto& each) { return statesOf(each) != first; });
  }
  std::stable_partition(table.rows.begin(), table.rows.end(), [](const ComparedRow& row) { return row.differs; });
}

ComparedRow& rowOf(ThemeTable& table, const std::string& what, std::size_t documents) {
  const auto row =
      std::find_if(table.rows.begin(), table.rows.end(), [&](const ComparedRow& each) { return each.what == what; });
  if (row != table.rows.end()) return *row;
  return table.rows.emplace_back(ComparedRow{what, std::vector<std::vector<const Outcome*>>(documents), false});
}

std::string lidOf(const Outcome& outcome) { return outcome.lid.substr(outcome.lid.find(':') + 1); }

/// Its lid, with what tells it apart from the others in the row.
std::string placeOf(const Outcome& outcome, bool isOnly) {
  std::string text = lidOf(outcome);
  if (outcome.kind == OutcomeKind::exercise) text += " " + outcome.name;
  return isOnly || outcome.bearer.empty() ? text : text + " " + outcome.bearer;
}

std::size_t widthOf(const ComparedRow& row) {
  std::size_t width = 0;
  for (const auto& side : row.outcomes) {
    for (const Outcome* outcome : side) width = std::max(width, characters(placeOf(*outcome, side.size() == 1)));
  }
  return width;
}

/// The lines of one document within a row.
std::string sideText(const std::string& name, const std::vector<const Outcome*>& outcomes, std::size_t width,
                     Language language) {
  if (outcomes.empty()) return "    " + name + "  " + std::string(notThere.in(language)) + "\n";
  std::string text;
  for (const Outcome* outcome : outcomes) {
    const std::string head = outcome == outcomes.front() ? name : std::string(characters(name), ' ');
    text += "    " + head + "  " + padded(placeOf(*outcome, outcomes.size() == 1), width) + "  " +
            outcomeState(*outcome, language) + "\n";
  }
  return text;
}

const Outcome& anyOf(const ComparedRow& row) {
  return *std::find_if(row.outcomes.begin(), row.outcomes.end(), [](const auto& each) {
            return !each.empty();
          })->front();
}

std::string tableText(const ThemeTable& table, const std::vector<std::string>& names, Language language) {
  std::string text = capitalised(spoken(table.theme, language)) + "\n";
  for (const ComparedRow& row : table.rows) {
    text += std::string(row.differs ? "  ≠ " : "  = ") + whatOf(anyOf(row), language) + "\n";
    for (std::size_t at = 0; at < names.size(); ++at)
      text += sideText(names[at], row.outcomes[at], widthOf(row), language);
  }
  return text + "\n";
}

/// The names of the documents, as wide as the widest.
std::vector<std::string> columnOf(const std::vector<Compared>& documents) {
  std::size_t width = 0;
  for (const Compared& each : documents) width = std::max(width, characters(each.evaluation->document));
  std::vector<std::string> names;
  names.reserve(documents.size());
  for (const Compared& each : documents) names.push_back(padded(each.evaluation->document, width));
  return names;
}

}  // namespace

std::vector<ThemeTable> compareByTheme(const std::vector<Compared>& documents) {
  std::vector<ThemeTable> tables;
  for (std::size_t at = 0; at < documents.size(); ++at) {
    for (const Outcome& outcome : documents[at].evaluation->outcomes) {
      if (outcome.dormant) continue;
      const std::string theme = themeOf(*documents[at].graph, outcome);
      auto table =
          std::find_if(tables.begin(), tables.end(), [&](const ThemeTable& each) { return each.theme == theme; });
      if (table == tables.end()) table = tables.insert(tables.end(), {theme, {}});
      rowOf(*table, whatOf(outcome, Language::dutch), documents.size()).outcomes[at].push_back(&outcome);
    }
  }
  for (ThemeTable& table : tables) finish(table);
  std::erase_if(tables, [](const ThemeTable& table) { return table.rows.empty(); });
  std::sort(tables.begin(), tables.end(), [](const ThemeTable& a, const ThemeTable& b) {
    return std::pair(rankOf(a.theme), a.theme) < std::pair(rankOf(b.theme), b.theme);
  });
  return tables;
}

std::string comparisonText(const std::vector<Compared>& documents, bool all, Language language) {
  std::string text;
  for (const Compared& each : documents) text += (text.empty() ? "" : ", ") + each.evaluation->document;
  text += Phrasing(" op ", " on ").in(language);
  text += wordingOf(momentOf(documents.front().evaluation->asOf)).in(language) + "\n\n";
  for (const ThemeTable& table : compareByTheme(documents)) {
    const bool shown = all || table.theme != otherTheme;
    text += shown ? tableText(table, columnOf(documents), language)
                  : worded({"Zonder thema: {0}, met --alles te zien\n\n", "Without a theme: {0}, shown by --alles\n\n"},
                           {std::to_string(table.rows.size())})
                        .in(language);
  }
  text.pop_back();
  return text;
}

std::string comparisonJson(const std::vector<Compared>& documents) {
  using Json = nlohmann::ordered_json;
  Json names = Json::array();
  for (const Compared& each : documents) names.push_back(each.evaluation->document);
  Json themes = Json::array();
  for (const ThemeTable& table : compareByTheme(documents)) {
    Json rows = Json::array();
    for (const ComparedRow& row : table.rows) {
      Json sides = Json::object();
      for (std::size_t at = 0; at < documents.size(); ++at) {
        Json& side = sides[documents[at].evaluation->document] = Json::array();
        for (const Outcome* outcome : row.outcomes[at]) side.push_back(Json::parse(outcomeJson(*outcome)));
      }
      rows.push_back({{"wat", row.what}, {"verschilt", row.differs}, {"uitkomsten", std::move(sides)}});
    }
    themes.push_back({{"thema", table.theme}, {"rijen", std::move(rows)}});
  }
  const Json json = {{"versie", jsonVersion},
                     {"documenten", std::move(names)},
                     {"peildatum", isoText(documents.front().evaluation->asOf)},
                     {"themas", std::move(themes)}};
  return json.dump(1) + "\n";
}

}  // namespace beding
