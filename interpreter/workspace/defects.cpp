#include "workspace/defects.h"

#include <algorithm>

#include "original/findings.h"
#include "workspace/leden.h"

namespace beding {
namespace {

/// Numbers as numbers, so that 2.10 comes behind 2.9.
std::vector<std::string> orderOf(const std::string& lid) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= lid.size();) {
    const std::size_t end = std::min(lid.find('.', begin), lid.size());
    const std::string part = lid.substr(begin, end - begin);
    const bool isNumber = !part.empty() && part.find_first_not_of("0123456789") == std::string::npos;
    parts.push_back(isNumber ? std::string(6 - std::min<std::size_t>(6, part.size()), '0') + part
                             : (part == "aanhef" ? "" : part));
    begin = end + 1;
  }
  return parts;
}

class Collector {
 public:
  Collector(const Workspace& workspace, const Compiled& compiled) : workspace_(workspace), compiled_(compiled) {}

  std::vector<Defect> collect(const Original* original) {
    for (const LidPlace& place : ledenOf(workspace_, compiled_.document)) {
      for (const syntax::Statement& statement : place.lid->statements) addStatement(place.id, statement);
    }
    for (const graph::Parameter& parameter : compiled_.graph.parameters) addParameter(parameter);
    if (original != nullptr) addText(*original);
    std::stable_sort(defects_.begin(), defects_.end(),
                     [](const Defect& a, const Defect& b) { return orderOf(a.lid) < orderOf(b.lid); });
    return std::move(defects_);
  }

 private:
  [[nodiscard]] std::string placeOf(Span span) const {
    const SourceFile& file = workspace_.sources().file(span);
    return file.name() + ":" + std::to_string(file.place(span.begin).line);
  }

  void addStatement(const std::string& lid, const syntax::Statement& statement) {
    if (statement.kind == syntax::StatementKind::note)
      defects_.push_back({lid, "opmerking", statement.quoted, placeOf(statement.span)});
    if (statement.kind == syntax::StatementKind::issue) addIssue(lid, statement);
  }

  void addIssue(const std::string& lid, const syntax::Statement& issue) {
    std::string text = issue.name + ":";
    for (const syntax::Reading& reading : issue.readings) {
      text += (&reading == &issue.readings.front() ? " «" : " of «") + reading.name + "»";
    }
    defects_.push_back({lid, "kwestie", text + "; gelezen als «" + issue.standard + "»", placeOf(issue.span)});
    for (const syntax::Reading& reading : issue.readings) {
      for (const syntax::Statement& statement : reading.statements) addStatement(lid, statement);
    }
  }

  void addParameter(const graph::Parameter& parameter) {
    const bool own = parameter.where.document == compiled_.graph.document && !parameter.where.lid.empty();
    if (!own || parameter.value.valid()) return;
    defects_.push_back({parameter.where.lid, "niet ingevuld", "«" + parameter.name + "» heeft geen waarde",
                        parameter.where.file + ":" + std::to_string(parameter.where.line)});
  }

  void addText(const Original& original) {
    for (const Finding& finding : findingsOf(original)) {
      const OriginalLid* lid = findLid(original, finding.lid);
      defects_.push_back({finding.lid, std::string(nameOf(finding.kind)), finding.text,
                          lid == nullptr ? "" : "regel " + std::to_string(lid->line) + " van de tekst"});
    }
  }

  const Workspace& workspace_;
  const Compiled& compiled_;
  std::vector<Defect> defects_;
};

}  // namespace

std::vector<Defect> defectsOf(const Workspace& workspace, const Compiled& compiled, const Original* original) {
  return Collector(workspace, compiled).collect(original);
}

}  // namespace beding
