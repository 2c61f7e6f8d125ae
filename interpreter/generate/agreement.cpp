#include "generate/agreement.h"

#include <algorithm>

#include "generate/norms.h"
#include "generate/refuse.h"
#include "generate/report.h"
#include "generate/sentences.h"
#include "generate/structs.h"
#include "generate/turns.h"
#include "graph/opposition.h"

namespace beding::generate {

using graph::NodeKind;

namespace {

std::string number(std::size_t index) { return std::to_string(index); }

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

bool isFixed(const Model&, const Sentence& sentence) { return !sentence.over || *sentence.over == graph::EntityId{0}; }

/// What lasts as long as the agreement does, or reads whether that is there.
bool isStanding(const Model& model, const Sentence& sentence) {
  return model.reads[sentence.number].contains({Read::What::agreement, 0, false});
}

bool readsHours(const Model& model, const Sentence& sentence) {
  return model.reads[sentence.number].contains({Read::What::hours, 0, false});
}

bool isSuspendable(const Model& model, const Sentence& sentence) {
  if (sentence.node.kind != NodeKind::norm) return false;
  for (std::uint32_t i = 0; i < model.graph.effects.size(); ++i)
    if (model.has(NodeKind::effect, i) &&
        suspends(model.graph, model.graph.effects[i], graph::NormId{sentence.node.index}))
      return true;
  return false;
}

bool isPower(const Model& model, const Sentence& sentence) {
  return sentence.node.kind == NodeKind::norm && graph::isPower(model.graph.norms[sentence.node.index].kind);
}

}  // namespace

/// What the sentences use is only known when they have been made: what stands before them is put there afterwards.
std::string Agreement::text() {
  refuseNodes(model_);
  const std::string sentences = this->sentences(), reports = reportOf(model_, expressions_, limits_);
  const std::string instances = events_.instances();
  events_.functions();  // what acts ask may speak of other events than those that are known by now
  const std::string functions = events_.functions();
  const std::string beforehand = events_.beforehand(), derived = events_.derived();
  const std::string accelerated = acceleration(), lasts = term();
  const std::string types = eventTypes();
  return "namespace " + model_.space + " {\n\nusing namespace beding::kern;\n\n" + types + paymentOrder(graph_) +
         "\n/// De overeenkomst onder deze bedingen. Vertel haar eerst alles `vooraf` wat de tijdlijn tot en met de "
         "peildatum "
         "heeft,\n/// en daarna hetzelfde met `neem`, op volgorde. Teksten worden niet overgenomen: zij moeten blijven "
         "staan. Gooit\n/// std::invalid_argument bij een gebeurtenis van voor de vorige, en std::overflow_error bij "
         "een "
         "bedrag of termijn die niet past.\nclass Overeenkomst : public " +
         base() + " {\n public:\n" + beforehand + functions + judgements() + ofAnyKind() + "\n private:\n  friend " +
         base() + ";\n  static constexpr bool nummert_zaken = " + (model_.numbersInstances ? "true" : "false") + ";\n" +
         firstNorm() + "\n" + headingsOf(model_) + rateTables(model_) + expressions_.formTables() +
         expressions_.consentTables() + sentences + instances + events_.aside() + derived + names() + forgetting() +
         "  void meld() {\n" + reports + "  }\n" + marking() + powers() + formation() + lasts + ledger() + accelerated +
         "\n" + members() + "};\n\n}  // namespace " + model_.space + "\n";
}

/// Others than the parties: who is none of these either is `Partij::ander`.
std::string Agreement::persons() const {
  std::string text;
  for (std::size_t i = 0; i < model_.persons.size(); ++i)
    text += "constexpr Partij persoon_" + identifier(model_.persons[i]) + " = static_cast<Partij>(" + number(5 + i) +
            ");  ///< " + model_.persons[i] + "\n";
  return text.empty() ? text : text + "\n";
}

std::string Agreement::eventTypes() {
  std::string text = persons();
  std::vector<std::string> all;
  for (const auto& [index, use] : model_.events) {
    text += eventStruct(model_, EventTypeId{index}, use);
    all.push_back(use.type);
  }
  for (const auto& [index, use] : model_.judgements) {
    text += judgementStruct(model_, index, use);
    all.push_back(use.type);
  }
  if (all.empty()) all.emplace_back("std::monostate");
  return text + "using Gebeurtenis = std::variant<" + joined(all) + ">;\n\n";
}

std::string Agreement::base() const {
  return "Loop<Overeenkomst, " + number(model_.sentences.size()) + ", Orde, " + arriving() + ">";
}

std::string Agreement::arriving() const {
  std::vector<std::string> types;
  for (const auto& [index, use] : model_.events)
    if (use.arrives) types.push_back(use.type);
  return "std::variant<" + (types.empty() ? "std::monostate" : joined(types)) + ">";
}

/// Answers are told beforehand: they count for the whole life of their subject.
std::string Agreement::judgements() const {
  std::string text;
  for (const auto& [index, use] : model_.judgements) {
    text += "  void vooraf(const " + use.type + "& oordeel) { " + use.name + ".neem(" +
            (use.about ? "oordeel.over" : "{}") + ", oordeel.uitkomst, oordeel.op.dag()); }\n  void neem(const " +
            use.type + "&) {}\n";
  }
  return text;
}

/// Of any kind; most kinds have nothing to be told beforehand.
std::string Agreement::ofAnyKind() const {
  std::vector<std::string> beforehand = events_.kindsBeforehand();
  for (const auto& [index, use] : model_.judgements) beforehand.push_back(use.type);
  if (model_.events.empty() && beforehand.empty()) return {};
  std::string text =
      std::string("  void vooraf(") + (beforehand.empty() ? "const Gebeurtenis&" : "const Gebeurtenis& elk") + ") {\n";
  for (const std::string& type : beforehand)
    text += "    if (const auto* e = std::get_if<" + type + ">(&elk)) return vooraf(*e);\n";
  return text +
         "  }\n  void neem(const Gebeurtenis& elk) {\n    std::visit([&](const auto& e) { neem(e); }, elk);\n  }\n";
}

/// The structs of sentences and instances, and what happens when a sentence is up.
std::string Agreement::sentences() {
  std::string structs, relations, turns, which;
  for (const Sentence& sentence : model_.sentences) {
    structs += structOf(model_, expressions_, sentence);
    turns += turn(model_, sentence);
    which += "      case " + number(sentence.number) + ": return " + turnName(sentence) + "();\n";
  }
  for (const auto& [state, name] : model_.relations) relations += relationOf(model_, expressions_, state);
  for (const auto& [quantity, name] : model_.quantities) relations += quantityOf(model_, expressions_, quantity);
  for (const auto& [parameter, name] : model_.parameters) relations += expressions_.parameterOf(parameter);
  limits_ = limitsOf(model_, expressions_);
  std::string instances;
  for (const EntityUse& entity : model_.entities) instances += entityStruct(model_, entity);
  return instances + structs + relations + turns + "  void bekijk(std::size_t welke) {\n    switch (welke) {\n" +
         which + "    }\n  }\n";
}

std::string Agreement::marked(const char* function, bool (*wanted)(const Model&, const Sentence&)) const {
  std::string text;
  for (const Sentence& sentence : model_.sentences)
    if (wanted(model_, sentence)) text += "    raak(" + number(sentence.number) + ");\n";
  return text.empty() ? text : std::string("  void ") + function + "() {\n" + text + "  }\n";
}

std::string Agreement::marking() const {
  return marked("raak_vaste", isFixed) + marked("raak_overeenkomst", isStanding) +
         marked("raak_opschortbaar", isSuspendable) + marked("raak_uren", readsHours);
}

/// The record of the power that was used.
std::string Agreement::powers() const {
  std::string records;
  for (const Sentence& sentence : model_.sentences) {
    if (!isPower(model_, sentence)) continue;
    const auto all = instancesOf(model_, sentence);
    const std::string which =
        all.empty() ? sentence.name + "_"
                    : all[0]->list + "[poging.exemplaar]." + sentence.name + (all.size() > 1 ? "[poging.tweede]" : "");
    records += "      case " + number(sentence.number) + ":\n        return " + which + ";\n";
  }
  if (records.empty()) return {};
  return "  Bevoegdheid& bevoegdheid(const Poging& poging) {\n    switch (poging.zin) {\n" + records +
         "    }\n    return Loop::bevoegdheid(poging);\n  }\n";
}

/// Whether there is an agreement at all, or that is assumed.
std::string Agreement::formation() const {
  const Sentence* formed = graph_.inForce ? model_.sentenceOf({NodeKind::state, graph_.inForce.index}) : nullptr;
  if (formed == nullptr) return {};
  return "  Waarheid gevormd_nu() const { return aangenomen_ ? Waarheid::ja : " + formed->name +
         "_.geldt; }\n  template <class V>\n  Waarheid gevormd(V& v) const {\n    return aangenomen_ ? Waarheid::ja : "
         "lees(v, " +
         formed->name + "_, " + made(model_, *formed) + ");\n  }\n";
}

/// But for the duty to pay, norms come after the states.
std::string Agreement::firstNorm() const {
  for (const Sentence& sentence : model_.sentences)
    if (sentence.node.kind == NodeKind::norm && graph_.ledger.payment != graph::NormId{sentence.node.index})
      return "  static constexpr std::size_t eerste_norm() { return " + number(sentence.number) + "; }\n";
  return {};
}

std::string Agreement::ledger() const {
  if (!model_.has(NodeKind::ledger, 0)) return {};
  const std::string readers = marks(readersOf(model_, Read::What::settled, 0), "    ", true);
  const bool named = readers.find(", i)") != std::string::npos;
  std::string text = std::string("  void voldaan(std::uint32_t") + (named ? " i" : "") + ") {\n" + readers + "  }\n";
  const auto all = [&](const char* name, Read::What what) {
    const std::string marked = marks(readersOf(model_, what, 0), "    ", false);
    if (!marked.empty()) text += std::string("  void ") + name + "() {\n" + marked + "  }\n";
  };
  if (graph_.ledger.advance) all("voorschot_voldaan", Read::What::advance);
  all("raak_grootboek", Read::What::ledger);
  std::string grows;
  for (const Sentence& sentence : model_.sentences) {
    if (sentence.node.kind != NodeKind::amount || graph_.amounts[sentence.node.index].kind != graph::AmountKind::perDay)
      continue;
    grows += eachInstance(model_, sentence, "    ", true) + "{ Kijk v{nu_, slot_}; const " + sentence.type + " zin" +
             made(model_, sentence).substr(sentence.type.size()) + "; " + growth(model_, sentence) + "; }\n";
  }
  return grows.empty() ? text : text + "  void groei() {\n" + grows + "  }\n  using Loop::groei;\n";
}

/// Claims that fall due at the end of the day: what still has to be paid of those that are there.
std::string Agreement::acceleration() {
  const Sentence* duty =
      graph_.ledger.payment ? model_.sentenceOf({NodeKind::norm, graph_.ledger.payment.index}) : nullptr;
  std::string shows, only, shown;
  for (std::uint32_t i = 0; i < graph_.effects.size(); ++i) {
    const graph::Effect& effect = graph_.effects[i];
    if (!model_.has(NodeKind::effect, i) || effect.kind != graph::EffectKind::accelerate || !effect.shows) continue;
    const Sentence* state = model_.sentenceOf({NodeKind::state, effect.shows.index});
    if (effect.claims && duty != nullptr && duty->over) {
      Scope scope{&effect.where, ""};
      const EntityUse& claim = *model_.entityOf(*duty->over);
      scope.slots.push_back({Bound::Kind::instance, claim.id, claim.event, graph::Party::none, claim.name});
      only += "      if ([[maybe_unused]] Kijk v{nu_, nu_}; gevolg == " + number(i) + " && " +
              expressions_.truth(effect.claims, scope) + " != Waarheid::ja) return;\n";
    }
    if (state == nullptr) continue;
    shows += "      if (gevolg == " + number(i) + ") dwing(i, " + model_.entityOf(*state->over)->list + "[i]." +
             state->name + ", " + number(state->number) + ");\n";
    shown += "    " + turnName(*state) + "();\n";
  }
  if (duty == nullptr || !duty->over || !model_.has(NodeKind::ledger, 0)) return {};
  const EntityUse& invoice = *model_.entityOf(*duty->over);
  std::string frees;
  for (std::uint32_t i = 0; i < graph_.effects.size(); ++i) {
    const graph::Effect& effect = graph_.effects[i];
    const Sentence* state = model_.has(NodeKind::effect, i) && effect.shows
                                ? model_.sentenceOf({NodeKind::state, effect.shows.index})
                                : nullptr;
    if (state != nullptr)
      frees += "    laat_los(i, " + invoice.list + "[i]." + state->name + ", " + number(state->number) + ");\n";
  }
  if (shows.empty()) return {};
  // What falls due has done so before credit meets it.
  return "  bool versnel() {\n    const bool viel = versnel_alle(" + invoice.list + ", [&](auto& " + invoice.name +
         ", std::uint32_t gevolg, std::uint32_t i) {\n" + only + "      if (!maak_opeisbaar(" + invoice.name + "." +
         duty->name + ", " + invoice.name + ".post)) return;\n      raak(" + number(duty->number) + ", i);\n" + shows +
         "    });\n    if (!viel) return false;\n    " + turnName(*duty) + "();\n" + shown +
         "    return true;\n  }\n  void betaald(std::uint32_t i) {\n" + frees + "  }\n";
}

/// How long the agreement lasts, as far as that is said.
std::string Agreement::term() {
  if (!graph_.term.declared || !model_.has(NodeKind::term, 0)) return {};
  const graph::Provenance nowhere;
  const Scope scope{&nowhere, ""};
  return "  template <class V> Looptijd looptijd([[maybe_unused]] V& v) const { return {" +
         (graph_.term.start ? expressions_.value(graph_.term.start, scope) : std::string("Moment()")) + ", " +
         expressions_.value(graph_.term.duration, scope) +
         (graph_.term.renewal ? ", true, " + expressions_.value(graph_.term.renewal, scope) : std::string()) + "}; }\n";
}

namespace {

std::vector<std::string> lidsOfNorms(const graph::Graph& graph) {
  std::vector<std::string> lids;
  for (const graph::Norm& norm : graph.norms)
    if (!norm.where.lid.empty()) lids.push_back(literal(lidOf(graph, norm.where)));
  std::sort(lids.begin(), lids.end());
  lids.erase(std::unique(lids.begin(), lids.end()), lids.end());
  return lids;
}

}  // namespace

/// How parties and grounds are named.
std::string Agreement::names() const {
  std::string text;
  if (const EntityUse* party = model_.entityOf(graph::EntityId{0})) {
    text += "  static std::vector<" + party->type + "> partijen() {\n    std::vector<" + party->type + "> beide(2);\n";
    text += "    beide[1].partij = Partij::opdrachtgever;\n    beide[0].sleutel = \"Opdrachtnemer\";\n";
    text += "    beide[1].sleutel = \"Opdrachtgever\";\n";
    if (model_.hasPlace(party->id)) text += "    beide[1].plaats = 1;\n";
    text += "    return beide;\n  }\n";
  }
  text += "  static Mogelijk<std::string_view> benaming(Mogelijk<std::string_view> naam) {\n";
  for (const auto& [name, role] :
       {std::pair(graph_.contractorName, "Opdrachtnemer"), std::pair(graph_.clientName, "Opdrachtgever")})
    if (!name.empty() && name != role)
      text += "    if (naam.waarde == " + literal(name) + ") naam.waarde = \"" + role + "\";\n";
  text += "    return naam;\n  }\n";
  const std::vector<std::string> lids = lidsOfNorms(graph_);
  if (lids.empty()) return text;
  return text +
         "  /// Een grond die een lid van deze bedingen noemt, is alleen die van dat lid.\n  static bool "
         "over_andere_leden(const std::optional<std::string_view>& grond, std::string_view lid) {\n    constexpr "
         "std::string_view leden[] = {" +
         joined(lids) +
         "};\n    return grond && noemt_ander_lid(*grond, lid, std::begin(leden), std::end(leden));\n  }\n";
}

std::string Agreement::forgetting() {
  std::string text;
  const auto empty = [&](const std::string& name, const char* how) { text += "    " + name + how + ";\n"; };
  for (const EntityUse& entity : model_.entities) empty(entity.list, entity.event ? ".clear()" : " = partijen()");
  for (const std::string& name : events_.announcements()) empty(name, ".clear()");
  for (const auto& [index, use] : model_.judgements) empty(use.name, " = {}");
  for (const auto& [index, use] : model_.events)
    for (const bool receipt : {false, true})
      if (receipt ? use.received : use.happens) empty(expressions_.memory(EventTypeId{index}, receipt), ".clear()");
  for (const Sentence& sentence : model_.sentences)
    if (!sentence.over) empty(sentence.name + "_", " = {}");
  for (const Sentence& sentence : model_.sentences)
    if (!sentence.over && sentence.node.kind == NodeKind::norm && occasionOf(graph_, graph_.norms[sentence.node.index]))
      empty(sentence.name + "_bij_", " = {}");
  for (const std::uint32_t id : expressions_.happened) empty("gebeurd_" + number(id) + "_", " = {}");
  for (const std::uint32_t id : expressions_.last) empty("laatste_" + number(id) + "_", " = {}");
  return "  void vergeet() {\n" + text + "  }\n";
}

std::string Agreement::members() {
  std::string text;
  for (const EntityUse& entity : model_.entities)
    text += "  std::vector<" + entity.type + "> " + entity.list + (entity.event ? "" : " = partijen()") + ";\n";
  for (const auto& [index, use] : model_.judgements)
    text += "  Oordelen<" + judgementType(graph_.judgements[index]) + "> " + use.name + ";\n";
  for (const Sentence& sentence : model_.sentences)
    if (!sentence.over)
      text += "  " + recordType(model_, sentence) + " " + sentence.name + "_;" + remark(model_, sentence) + "\n" +
              occasionMember(model_, sentence, "  ", "_bij_");
  return text + events_.members();
}

}  // namespace beding::generate
