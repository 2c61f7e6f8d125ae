// A line is: lid, kind, name, fingerprint, reads, with tabs between them and "; " between the reads.
#include "workspace/lock.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <set>
#include <tuple>

#include "base/text.h"
#include "diagnostics/registry_checks.h"
#include "graph/print.h"

namespace beding {
namespace {

using graph::ExpressionId;
using graph::Graph;
using graph::NodeKind;
using graph::NodeRef;
using graph::PatternId;

namespace kinds = beding::diagnostics;

// ------------------------------------------------------------------------------------------------------ what it reads

/// A declared phrase that covers words of a sentence, and where it was declared.
using Reads = std::map<std::string, Span>;

/// Collects what the expressions of a sentence name.
class Reader {
 public:
  explicit Reader(const Graph& graph) : graph_(graph) {}

  Reads found;

  void node(NodeRef node) {
    std::string spelled = std::string(kindName(graph_, node)) + " ";
    if (node.kind == NodeKind::norm) spelled += whereOf(graph_, node).lid + " ";
    found[spelled + nameOf(graph_, node)] = whereOf(graph_, node).span;
  }

  void expression(ExpressionId id) {
    if (!id || !expressions_.insert(id).second) return;
    const graph::Expression& expression = at(graph_.expressions, id);
    const graph::IndexMeaning meaning = graph::indexMeaning(expression.op);
    const bool single = meaning.kind == NodeKind::ledger || meaning.kind == NodeKind::term;
    if (meaning.names == graph::Names::pattern) pattern(PatternId{expression.index});
    if (meaning.names == graph::Names::node && !single) node({meaning.kind, expression.index});
    if (expression.op == graph::Op::satisfiesForm) found["vorm " + graph_.forms[expression.index].name] = {};
    if (expression.op == graph::Op::attribute) attribute(expression);
    for (const ExpressionId operand : expression.operands) this->expression(operand);
  }

  void pattern(PatternId id) {
    if (!id || !patterns_.insert(id).second) return;
    const graph::Pattern& pattern = at(graph_.patterns, id);
    if (pattern.act) return node({NodeKind::act, pattern.act.index});
    for (const graph::PatternAlternative& alternative : pattern.alternatives) {
      if (alternative.type) node({NodeKind::event, alternative.type.index});
      expression(alternative.where);
    }
  }

 private:
  /// The attribute of an instance, by the event that made it.
  void attribute(const graph::Expression& expression) {
    const graph::Expression& subject = at(graph_.expressions, expression.operands.front());
    if (subject.op != graph::Op::variable || subject.index >= graph_.entities.size()) return;
    const PatternId created = graph_.entities[subject.index].created;
    if (!created || at(graph_.patterns, created).alternatives.empty()) return;
    const EventType& type = at(graph_.events, at(graph_.patterns, created).alternatives.front().type);
    if (expression.index < type.attributes.size()) found["attribuut " + type.attributes[expression.index].name] = {};
  }

  const Graph& graph_;
  std::set<ExpressionId> expressions_;
  std::set<PatternId> patterns_;
};

/// What another sentence brings in (what defeats, suspends or breaches it) is no part of its own words.
bool isOwn(const Graph& graph, NodeRef node, const graph::Part& part) {
  const bool isDuty = node.kind == NodeKind::norm && graph.norms[node.index].kind != graph::NormKind::guarantee;
  if (isDuty && part.name == "geschonden zodra") return false;
  if (part.name == "ongeldig zodra") return false;  // what another sentence says of it
  return !part.node || part.role == graph::Role::instance || part.role == graph::Role::act ||
         part.node->kind == NodeKind::judgement;
}

Reads readsOf(const Graph& graph, NodeRef node) {
  Reader reader(graph);
  for (const graph::Part& part : graph::partsOf(graph, node)) {
    if (!isOwn(graph, node, part)) continue;
    if (part.node) reader.node(*part.node);
    reader.expression(part.expression);
    reader.pattern(part.pattern);
  }
  if (node.kind == NodeKind::norm && graph.norms[node.index].form)
    reader.found["vorm " + at(graph.forms, graph.norms[node.index].form).name] = {};
  return std::move(reader.found);
}

// ------------------------------------------------------------------------------------------------------ one sentence

bool isOutcome(const Graph& graph, NodeRef node) {
  switch (node.kind) {
    case NodeKind::norm:
    case NodeKind::amount:
    case NodeKind::right:
    case NodeKind::limit:
    case NodeKind::property:
    case NodeKind::judgement:
      return true;
    case NodeKind::parameter:
      return graph.parameters[node.index].reported;
    case NodeKind::quantity:
      return graph.quantities[node.index].reported;
    case NodeKind::state:
      return graph.states[node.index].report != graph::StateReport::hidden;
    default:
      return false;
  }
}

/// FNV-1a, in hexadecimal.
std::string fingerprint(std::string_view text) {
  std::uint32_t hash = 2166136261u;
  for (const char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619u;
  std::string result(8, '0');
  for (std::size_t i = 8; i-- > 0; hash >>= 4) result[i] = "0123456789abcdef"[hash & 15u];
  return result;
}

/// The sentence without its label: a label may change, the words stay.
std::string wordsOf(const Graph& graph, NodeRef node) {
  const std::string text = withSingleSpaces(fold(whereOf(graph, node).text));
  const std::string label = fold(nameOf(graph, node)) + ": ";
  return text.starts_with(label) ? text.substr(label.size()) : text;
}

LockedSentence locked(const Graph& graph, NodeRef node, const Reads& reads) {
  const std::string kind(kindName(graph, node));
  LockedSentence sentence{whereOf(graph, node).lid,
                          isOutcome(graph, node) ? kind : "(" + kind + ")",
                          nameOf(graph, node),
                          fingerprint(wordsOf(graph, node)),
                          {}};
  for (const auto& [spelled, place] : reads) sentence.reads.push_back(spelled);
  return sentence;
}

/// The nodes that sentences of the document's leden made.
std::vector<NodeRef> nodesInLeden(const Graph& graph) {
  std::vector<NodeRef> nodes;
  for (const NodeRef node : graph::nodesOf(graph)) {
    const graph::Provenance where = whereOf(graph, node);
    if (!where.lid.empty() && where.document == graph.document) nodes.push_back(node);
  }
  return nodes;
}

// -------------------------------------------------------------------------------------------------------- comparing

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + ("«" + part + "»");
  return text;
}

/// What a sentence no longer reads, and what it reads now: one of both may be nothing.
Wording difference(const std::vector<std::string>& lost, const std::vector<std::string>& gained) {
  if (lost.empty()) return worded({"voortaan ook {0}", "from now on also {0}"}, {joined(gained)});
  if (gained.empty()) return worded({"niet langer {0}", "no longer {0}"}, {joined(lost)});
  return worded({"niet {0} maar {1}", "not {0} but {1}"}, {joined(lost), joined(gained)});
}

std::vector<std::string> without(const std::vector<std::string>& all, const std::vector<std::string>& those) {
  std::vector<std::string> left;
  std::set_difference(all.begin(), all.end(), those.begin(), those.end(), std::back_inserter(left));
  return left;
}

class Comparison {
 public:
  Comparison(const Graph& graph, Diagnostics& diagnostics) : graph_(graph), diagnostics_(diagnostics) {
    for (const NodeRef node : nodesInLeden(graph)) {
      Reads reads = readsOf(graph, node);
      LockedSentence sentence = locked(graph, node, reads);
      now_.push_back({node, std::move(sentence), std::move(reads), false});
    }
  }

  void run(std::vector<LockedSentence> before) {
    std::erase_if(before, [this](const LockedSentence& old) { return match(old, &Comparison::isSame); });
    std::erase_if(before, [this](const LockedSentence& old) { return reread(old); });
    std::erase_if(before, [this](const LockedSentence& old) { return renamed(old); });
    std::erase_if(before, [this](const LockedSentence& old) { return match(old, &Comparison::hasSameName); });
    for (const LockedSentence& old : before) gone(old);
  }

 private:
  struct Present {
    NodeRef node;
    LockedSentence sentence;
    Reads reads;
    bool taken = false;
  };

  static bool isSame(const LockedSentence& a, const LockedSentence& b) { return a == b; }
  static bool hasSameName(const LockedSentence& a, const LockedSentence& b) {
    return a.lid == b.lid && a.kind == b.kind && a.name == b.name;
  }
  static bool hasSameWords(const LockedSentence& a, const LockedSentence& b) {
    return a.lid == b.lid && a.words == b.words;
  }
  static bool isReread(const LockedSentence& a, const LockedSentence& b) {
    return hasSameWords(a, b) && hasSameName(a, b);
  }

  using Test = bool (*)(const LockedSentence&, const LockedSentence&);

  /// The sentence of now that answers to the old one; each only once.
  Present* match(const LockedSentence& old, Test test) {
    const auto found = std::find_if(now_.begin(), now_.end(), [&](const Present& present) {
      return !present.taken && test(old, present.sentence);
    });
    if (found == now_.end()) return nullptr;
    found->taken = true;
    return &*found;
  }

  bool reread(const LockedSentence& old) {
    const Present* present = match(old, &Comparison::isReread);
    if (present == nullptr) return false;
    const auto lost = without(old.reads, present->sentence.reads);
    const auto gained = without(present->sentence.reads, old.reads);
    Diagnostic& diagnostic = diagnostics_.report(kinds::rereadSentence, whereOf(graph_, present->node).span,
                                                 {old.lid, old.kind, old.name, difference(lost, gained)});
    for (const std::string& each : gained) {
      const Span declared = present->reads.at(each);
      if (declared.end > declared.begin)
        diagnostic.others.push_back({declared, worded({"hier staat «{0}»", "here stands «{0}»"}, {each})});
    }
    return true;
  }

  bool renamed(const LockedSentence& old) {
    const Present* present = match(old, &Comparison::hasSameWords);
    if (present == nullptr) return false;
    if (isName(old.kind))
      diagnostics_.report(kinds::renamedOutcome, whereOf(graph_, present->node).span,
                          {old.lid, old.kind, old.name, present->sentence.kind, present->sentence.name});
    return true;
  }

  /// Nothing of that name is left in the lid.
  void gone(const LockedSentence& old) {
    if (!isName(old.kind)) return;
    diagnostics_.report(kinds::goneOutcome, placeOf(old.lid), {old.lid, old.kind, old.name});
  }

  static bool isName(const std::string& kind) { return !kind.starts_with('('); }

  /// A sentence of the lid, else the first one there is.
  [[nodiscard]] Span placeOf(const std::string& lid) const {
    for (const Present& present : now_) {
      if (present.sentence.lid == lid) return whereOf(graph_, present.node).span;
    }
    return now_.empty() ? Span{} : whereOf(graph_, now_.front().node).span;
  }

  const Graph& graph_;
  Diagnostics& diagnostics_;
  std::vector<Present> now_;
};

// ------------------------------------------------------------------------------------------------------------- text

std::vector<std::string> split(std::string_view text, std::string_view at) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t end = text.find(at);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + at.size());
  }
}

constexpr std::string_view heading = ": wat elke zin betekent. Geschreven door «beding controleer --vastleggen».";

}  // namespace

std::vector<LockedSentence> lockedSentences(const Graph& graph) {
  std::vector<LockedSentence> sentences;
  for (const NodeRef node : nodesInLeden(graph)) sentences.push_back(locked(graph, node, readsOf(graph, node)));
  std::sort(sentences.begin(), sentences.end(), [](const LockedSentence& a, const LockedSentence& b) {
    if (const int order = compareNumbered(a.lid, b.lid); order != 0) return order < 0;
    return a < b;
  });
  return sentences;
}

std::string lockText(const std::string& document, const std::vector<LockedSentence>& sentences) {
  std::string text = "# " + document + std::string(heading) + "\n";
  for (const LockedSentence& sentence : sentences) {
    text += sentence.lid + "\t" + sentence.kind + "\t" + sentence.name + "\t" + sentence.words + "\t";
    for (std::size_t i = 0; i < sentence.reads.size(); ++i) text += (i > 0 ? "; " : "") + sentence.reads[i];
    text += "\n";
  }
  return text;
}

ReadLock readLock(std::string_view text) {
  ReadLock lock;
  std::size_t number = 0;
  for (const std::string& line : split(text, "\n")) {
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    const std::vector<std::string> fields = split(line, "\t");
    if (fields.size() != 5) {
      lock.problem =
          worded({"regel {0} is geen regel van een slot: verwacht worden vijf velden met tabs ertussen; leg het "
                  "document opnieuw vast met «beding controleer --vastleggen»",
                  "line {0} is no line of a lock: five fields with tabs between them are expected; lock the "
                  "document again with «beding controleer --vastleggen»"},
                 {std::to_string(number)});
      return lock;
    }
    lock.sentences.push_back({fields[0], fields[1], fields[2], fields[3], {}});
    if (!fields[4].empty()) lock.sentences.back().reads = split(fields[4], "; ");
  }
  return lock;
}

std::string lockPath(const Workspace& workspace, const Document& document) {
  const std::filesystem::path first = workspace.sources().file(document.files.front()).name();
  return (first.parent_path() / (document.name + ".slot")).string();
}

void compareWithLock(const Graph& graph, const std::vector<LockedSentence>& before, Diagnostics& diagnostics) {
  Comparison(graph, diagnostics).run(before);
}

}  // namespace beding
