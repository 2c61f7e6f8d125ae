#include "workspace/coverage.h"

#include <algorithm>
#include <set>

#include "explain/select.h"
#include "workspace/leden.h"

namespace beding {
namespace {

constexpr const char* missing = "ontbreekt";

/// The leden of which the graph holds something that can be evaluated.
std::set<std::string> executableLids(const graph::Graph& graph) {
  std::set<std::string> lids;
  const auto take = [&](const auto& nodes) {
    for (const auto& node : nodes) {
      if (node.where.document == graph.document) lids.insert(node.where.lid);
    }
  };
  take(graph.parameters);
  take(graph.quantities);
  take(graph.states);
  take(graph.judgements);
  take(graph.norms);
  take(graph.amounts);
  take(graph.rights);
  take(graph.limits);
  take(graph.effects);
  return lids;
}

/// The reason that the lid itself gives, if it says that it is not executable.
std::string reasonIn(const syntax::Lid& lid) {
  for (const syntax::Statement& statement : lid.statements) {
    if (statement.kind == syntax::StatementKind::notExecutable) return statement.quoted;
  }
  return {};
}

/// Whether there is more than remarks, also within the readings of an issue.
bool declares(const std::vector<syntax::Statement>& statements) {
  return std::any_of(statements.begin(), statements.end(), [](const syntax::Statement& statement) {
    if (statement.kind == syntax::StatementKind::note || statement.kind == syntax::StatementKind::notExecutable)
      return false;
    if (statement.kind == syntax::StatementKind::property && statement.name == "thema") return false;
    if (statement.kind != syntax::StatementKind::issue) return true;
    return std::any_of(statement.readings.begin(), statement.readings.end(),
                       [](const syntax::Reading& reading) { return declares(reading.statements); });
  });
}

/// The parts that the lists of these statements have, as their numbers end: "a", "(1)", "•1".
void addParts(const std::vector<syntax::Statement>& statements, std::set<std::string>& parts) {
  for (const syntax::Statement& statement : statements) {
    for (const syntax::ListEntry& entry : statement.list) parts.insert(entry.id);
    for (const syntax::Reading& reading : statement.readings) addParts(reading.statements, parts);
  }
}

class Coverage {
 public:
  Coverage(const Workspace& workspace, const Compiled& compiled)
      : graph_(compiled.graph), leden_(ledenOf(workspace, compiled.document)), executable_(executableLids(graph_)) {
    for (const FileIndex file : compiled.document.files) {
      hasParties_ = hasParties_ || !workspace.parsed(file).tree.header.parties.empty();
    }
  }

  std::vector<LidCoverage> ofFiles() const {
    std::vector<LidCoverage> entries;
    for (const LidPlace& place : leden_) entries.push_back(judged(place));
    return entries;
  }

  std::vector<LidCoverage> of(const std::vector<std::string>& original) const {
    std::vector<LidCoverage> entries;
    entries.reserve(original.size());
    for (const std::string& id : original) entries.push_back(one(id));
    for (const LidPlace& place : leden_) {
      const bool known =
          std::any_of(original.begin(), original.end(), [&](const std::string& id) { return lidCovers(place.id, id); });
      if (!known) entries.push_back({place.id, titleOf(place), "niet in de bron", {}});
    }
    return entries;
  }

 private:
  [[nodiscard]] const LidPlace* find(std::string_view id) const {
    const auto place = std::find_if(leden_.begin(), leden_.end(), [&](const LidPlace& each) { return each.id == id; });
    return place == leden_.end() ? nullptr : &*place;
  }

  [[nodiscard]] LidCoverage one(const std::string& id) const {
    if (const LidPlace* place = find(id)) return judged(*place);
    if (id == "aanhef") return {id, {}, hasParties_ ? "declaratief" : missing, {}};
    const bool isOpening = id.ends_with(".aanhef");
    if (const LidPlace* place = isOpening ? find(outerLid(id)) : nullptr) {
      LidCoverage entry = judged(*place);
      if (!declares(place->lid->statements)) entry.status = missing;
      entry.lid = id;
      return entry;
    }
    return asPart(id);
  }

  /// A part is formalised with the lid it belongs to, unless that has parts of its own and this is none of them.
  [[nodiscard]] LidCoverage asPart(const std::string& id) const {
    const LidPlace* outer = find(outerLid(id));
    if (outer == nullptr) return {id, titleOfArticle(id), missing, {}};
    LidCoverage entry = judged(*outer);
    entry.lid = id;
    std::set<std::string> parts;
    addParts(outer->lid->statements, parts);
    const bool named = parts.contains(id.substr(outer->id.size() + 1));
    if (executable_.contains(id)) entry.status = "uitvoerbaar";
    if (!named && !executable_.contains(id) && (!parts.empty() || hasPartsBeside(outer->id))) entry.status = missing;
    return entry;
  }

  [[nodiscard]] bool hasPartsBeside(const std::string& outer) const {
    return std::any_of(leden_.begin(), leden_.end(),
                       [&](const LidPlace& each) { return each.id != outer && lidCovers(outer, each.id); });
  }

  [[nodiscard]] static std::string titleOf(const LidPlace& place) {
    return place.lid->title.empty() ? place.article->title : place.lid->title;
  }

  [[nodiscard]] std::string titleOfArticle(const std::string& id) const {
    const std::string number = id.substr(0, id.find('.'));
    const auto place = std::find_if(leden_.begin(), leden_.end(),
                                    [&](const LidPlace& each) { return each.article->number == number; });
    return place == leden_.end() ? std::string() : place->article->title;
  }

  [[nodiscard]] LidCoverage judged(const LidPlace& place) const {
    LidCoverage entry{place.id, titleOf(place), {}, reasonIn(*place.lid)};
    const auto told = std::find_if(graph_.coverage.begin(), graph_.coverage.end(),
                                   [&](const graph::CoverageEntry& each) { return each.lid == entry.lid; });
    if (isExecutable(entry.lid)) {
      entry.status = "uitvoerbaar";
    } else if (told != graph_.coverage.end()) {
      entry.status = told->status;
      entry.reason = told->reason;
    } else if (!entry.reason.empty()) {
      entry.status = "niet uitvoerbaar";
    } else {
      entry.status = declares(place.lid->statements) ? "declaratief" : missing;
    }
    return entry;
  }

  /// Whether something of the lid or of a part of it can be evaluated.
  [[nodiscard]] bool isExecutable(const std::string& lid) const {
    return std::any_of(executable_.begin(), executable_.end(),
                       [&](const std::string& each) { return lidCovers(lid, each); });
  }

  const graph::Graph& graph_;
  std::vector<LidPlace> leden_;
  std::set<std::string> executable_;
  bool hasParties_ = false;
};

}  // namespace

std::vector<LidCoverage> coverageOf(const Workspace& workspace, const Compiled& compiled,
                                    const std::vector<std::string>& original) {
  const Coverage coverage(workspace, compiled);
  return original.empty() ? coverage.ofFiles() : coverage.of(original);
}

}  // namespace beding
