// The state of one lowering and the steps that all statement forms share. Internal to this folder.
//
// Order: declarations first (declare.cpp), so that order of statements and files never matters; then every statement
// once (forms/). Definitions (parameters, quantities) are lowered when first read, which finds circular ones.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "diagnostics/registry_lowering.h"
#include "diagnostics/registry_names.h"
#include "graph/graph.h"
#include "lowering/sentence.h"
#include "names/vocabulary.h"
#include "source/source.h"
#include "syntax/tree.h"

namespace beding::lowering {

namespace kinds = beding::diagnostics;

using graph::ExpressionId;
using graph::Op;
using graph::Slot;
using names::Determiner;
using names::Free;
using names::NounPhrase;
using names::Word;
using names::WordKind;
using names::Words;

/// An instance that is open in a sentence, and the expression that stands for it.
struct Open {
  graph::EntityId entity;
  ExpressionId value;
};

/// What is open at some point of a sentence: what "de factuur", "zij" and "de andere Partij" mean there.
struct Scope {
  std::vector<Open> open;
  Slot next = 0;                                  ///< first slot not in use
  ExpressionId bearer;                            ///< the party that is the subject, for "de Partij" and "haar"
  std::vector<graph::Binder>* binders = nullptr;  ///< set where "een X" opens an instance of the sentence (after zodra)
  bool occasion = false;                          ///< the sentence has an occasion: "die dag", "daarna"

  [[nodiscard]] const Open* latest(graph::EntityId entity) const;
};

/// Where a statement stands.
struct Site {
  std::string lid;  ///< "6.5"; empty outside the articles
  graph::ReadingGuard guard;
  const syntax::Statement* statement = nullptr;
  std::string document;  ///< the document or library it stands in

  [[nodiscard]] std::string place() const { return document + ":" + lid; }  ///< "vandeez:6.5"
  /// "vandeez:6"
  [[nodiscard]] std::string article() const { return document + ":" + lid.substr(0, lid.find('.')); }
};

/// A reference with its document: `6.5` in vandeez is "vandeez:6.5".
std::string qualified(const std::string& reference, const std::string& document);

/// How a phrase was found in a clause: the node, its arguments and what restricts the occurrence.
struct Predicate {
  const names::Phrase* phrase = nullptr;
  std::vector<NounPhrase> slots;
  std::optional<NounPhrase> actor;
  std::vector<graph::FormId> forms;
  bool valid = false;               ///< of an act: "rechtsgeldig opgezegd"
  std::string under;                ///< of what is valid: the lid by which it must be ("onder 8.7")
  std::vector<std::string> truths;  ///< truth attributes that the occurrence must have: "gemotiveerd"
  std::size_t covered = 0;          ///< words covered by the phrase itself
  std::vector<std::size_t> left;    ///< words of the clause that have no part in it
};

/// An instance that a clause binds: some, all or none of its entity.
struct Quantified {
  Determiner determiner = Determiner::none;
  Open opened;
  ExpressionId filter;
};

/// What stands in the slots of a predicate.
struct Bound {
  std::vector<ExpressionId> given;
  ExpressionId filter;  ///< what adjectives ask of instances that are open
  std::vector<Quantified> quantified;
};

enum class TermWord : std::uint8_t { within, atLatest, before, from, through, during, notice, against };

/// A term found in a clause, and which words it took.
struct FoundTerm {
  TermWord word = TermWord::within;
  ExpressionId moment;  ///< last moment (within, atLatest, before, through), first (from), day (against)
  ExpressionId length;  ///< during, notice
  ExpressionId anchor;
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct ParsedValue {
  ExpressionId value;
  std::size_t end = 0;  ///< first word that it did not take
};

/// An attribute of an occurrence, in a condition after `waarvan`.
struct Field {
  EventTypeId event;
  ExpressionId occurrence;
  std::uint32_t index = 0;
  ExpressionId value;
};

/// A sentence that gives a name a value; lowered when first read.
struct Definition {
  Site site;
  enum class Progress : std::uint8_t { waiting, busy, done } progress = Progress::waiting;
  bool isParameter = false;
  std::uint32_t index = 0;  ///< of the parameter or quantity in the graph
};

/// What a label or name in a lid stands for.
struct Labelled {
  enum class Kind : std::uint8_t { norm, amount, right, limit, state, quantity } kind = Kind::norm;
  std::uint32_t index = 0;
};

/// An act as declared; its occurrences are described anew at every use, with the arguments found there.
struct ActSource {
  Site site;
  std::vector<EventTypeId> events;
};

/// "De plicht L ...": a duty that a sentence speaks of, settled once all norms are known.
struct NamedDuty {
  std::string lid;  ///< with its document
  std::string label;
  Span span;
  std::size_t words = 0;  ///< how many words of the sentence name it
};

/// "In afwijking van L": settled once all norms are known.
struct Derogation {
  Labelled node;
  std::string document;  ///< in which it stands
  std::vector<Priority> priorities;
  bool without = false;  ///< it says `zonder`
};

/// "4.6 gaat voor 11.1."
struct RankingSentence {
  Site site;
  Priority first, second;
};

/// "Bij schending van L": the norm is looked up once all norms are known.
struct BreachBegin {
  std::uint32_t state = 0;
  std::string lid;  ///< with its document
  std::string label;
  std::vector<ExpressionId> instances;
  Span span;
};

struct StateSite {
  Site site;
  std::uint32_t state = 0;
};

struct DefinitionShape;
struct Frame;

/// The folder of a file: a library is one file with a header and the others beside it.
inline std::string folderOf(const std::string& file) { return file.substr(0, file.rfind('/') + 1); }

/// The lid of what stands before the first article.
inline constexpr std::string_view opening = "aanhef";

class Lowering {
 public:
  Lowering(const SourceSet& sourceSet, Diagnostics& diagnosticList);
  void run(const std::vector<const syntax::File*>& files);

  graph::Graph graph;
  names::Vocabulary vocabulary;

  // --- expressions (builder.cpp)
  ExpressionId make(graph::Expression expression);
  ExpressionId constant(Value value, Type type, Span span = {}, std::string words = {});
  ExpressionId variable(Slot slot, graph::EntityId entity);
  ExpressionId occurrence(Slot slot);  ///< the event that stands in a slot
  /// An attribute of an occurrence: its value, or whether it is there; none when the event has no such attribute.
  ExpressionId field(EventTypeId event, ExpressionId occurrence, std::string_view name);
  ExpressionId present(EventTypeId event, ExpressionId occurrence, std::string_view name);
  ExpressionId operation(Op op, Type type, graph::Operands operands, std::uint32_t index = 0);
  ExpressionId both(ExpressionId a, ExpressionId b);    ///< and; an invalid one counts as true
  ExpressionId either(ExpressionId a, ExpressionId b);  ///< or; an invalid one counts as false
  ExpressionId negate(ExpressionId a);
  ExpressionId termEnd(ExpressionId anchor, ExpressionId length, Direction direction);
  ExpressionId asMoment(ExpressionId value, Span span);
  ExpressionId attribute(ExpressionId instance, graph::EntityId entity, std::uint32_t index);
  /// "een overtreding van Opdrachtgever": it is of the first party that its event names; invalid: it names none.
  ExpressionId isOfParty(graph::EntityId entity, ExpressionId instance, ExpressionId party);
  void describe(ExpressionId id, const Words& words, std::size_t begin, std::size_t end);
  [[nodiscard]] Type typeOf(ExpressionId id) const;
  [[nodiscard]] const EventType* eventOf(graph::EntityId entity) const;
  Open openNew(Scope& scope, graph::EntityId entity);
  ExpressionId ownContract(EventTypeId event);  ///< truth about the occurrence in slot 0 that concludes a contract

  // --- values (value.cpp)
  std::optional<ParsedValue> value(const Words& words, std::size_t begin, Scope& scope);
  /// A value that the caller keeps: its words are used.
  std::optional<ParsedValue> keptValue(const Words& words, std::size_t begin, Scope& scope);
  ExpressionId wholeValue(const Words& words, std::size_t begin, std::size_t end, Scope& scope);
  ExpressionId instance(const NounPhrase& phrase, const Words& words, Scope& scope);
  void ensureDefined(std::uint32_t index, bool isParameter);

  // --- conditions and triggers (condition.cpp), predicates (predicate.cpp)
  ExpressionId condition(const Words& words, const Scope& scope);
  std::optional<graph::Trigger> trigger(const Words& words, Scope& scope, std::vector<graph::Binder>& binders);
  std::optional<Predicate> predicate(const Words& words, const Free& free, bool acts, bool others,
                                     const Scope* scope = nullptr);
  ExpressionId adjective(const Words& words, const std::vector<std::size_t>& adjectives, graph::EntityId entity,
                         ExpressionId value);
  std::vector<ExpressionId> arguments(const Predicate& predicate, const Words& words, Scope& scope,
                                      ExpressionId& filter);

  // --- terms (term.cpp) and patterns (pattern.cpp)
  std::vector<FoundTerm> terms(const Words& words, Free& free, Scope& scope);
  std::vector<graph::PatternAlternative> eventChoice(const Words& words, std::size_t begin, std::size_t& end,
                                                     Scope& scope, Slot occurrence);
  graph::PatternId patternOf(const Predicate& predicate, const Words& words, const std::vector<ExpressionId>& arguments,
                             ExpressionId actor, Scope& scope);
  graph::PatternId doingsOf(graph::ActId act, const Words& words);
  std::optional<std::pair<EventTypeId, std::size_t>> eventAt(const Words& words, std::size_t begin) const;

  // --- statements (forms/)
  void lowerSentence(const Site& site);
  void finish();            ///< what needs all statements: references, the ledger, the term (finish.cpp)
  void finishPriorities();  ///< derogations and rankings (priority.cpp)

  // --- a contract and the documents it joins (documents.cpp)
  /// The files in the order in which they are read: what goes before comes later. Notes which document that is.
  std::vector<const syntax::File*> arranged(std::vector<const syntax::File*> files);
  [[nodiscard]] bool goesBefore(const std::string& first, const std::string& second) const;
  [[nodiscard]] std::string documentOf(const syntax::File& file) const;
  [[nodiscard]] const graph::Provenance& placeOf(const names::ValueNoun& noun) const;
  /// Whether the sentence gives a value that another document has; it is settled then.
  bool settleAgreement(const Site&, const Sentence&, const DefinitionShape&, names::ValueNoun* existing);
  void lowerAgreement(const Site& site, std::uint32_t parameter);
  void readDocumentOrder(const syntax::File& file);
  [[nodiscard]] std::vector<std::string> rankedDocuments(const syntax::Statement& statement) const;
  void rank(const std::string& first, const std::string& second, const Site& site);
  void finishDocuments();

  std::vector<names::PatternToken> patternTokens(const Words& words) const;
  void fillState(std::uint32_t state, const Sentence&, Scope&);
  void fillTerms(std::uint32_t state, const Words&, Scope&);
  void fillClause(std::uint32_t state, const Subclause&, Scope&);

  /// The trigger with the instances it opened bound inside: any of them will do.
  graph::Trigger closed(graph::Trigger trigger, const std::vector<graph::Binder>& binders);

  // --- helpers (context.cpp)
  [[nodiscard]] graph::Provenance provenance(const Site& site) const;
  Diagnostic& report(const DiagnosticKind& kind, Span span, std::vector<Wording> arguments = {});
  /// No declared phrase covers the clause: what is the matter with it, at the words that it is about.
  void explainUncovered(const Words& words, const Free& free, bool wantActs, bool wantOthers, Scope& scope);
  void unknownPhrase(const Words& words, bool wantActs = true, bool wantOthers = true);
  void unknownEntity(const Words& words, std::size_t begin, std::size_t end);
  void whichInstance(const NounPhrase& phrase, const Words& words);
  void severalInstances(const NounPhrase& phrase, const Words& words);
  void unknownValueAt(const Words& words, std::size_t begin);
  [[nodiscard]] bool reportedIn(Span span) const;
  [[nodiscard]] std::size_t reported() const { return (trial > 0 ? aside_ : diagnostics_).all().size(); }
  /// Reports a second declaration, in the document when the other is the library's.
  void declaredTwice(const std::string& name, Span span, Span other);
  [[nodiscard]] bool isSaidAlike(Span span, Span other) const;
  [[nodiscard]] bool inLibrary(Span span) const { return libraryFolders.contains(folderOf(sources.file(span).name())); }
  [[nodiscard]] std::vector<std::string> ledenBeside(const std::string& lid) const;
  void unknownReference(Span span, const std::string& reference, const std::string& label);
  void note(const Site& site, const std::string& name, Labelled labelled);
  [[nodiscard]] graph::ReadingGuard guardOf(const Labelled& node) const;
  [[nodiscard]] std::vector<Labelled> labelled(const std::string& reference, const std::string& label) const;

  // --- what a statement says and nothing read (unused.cpp)
  void use(const Words& words, std::size_t begin, std::size_t end);
  void use(const Words& words, std::initializer_list<std::string_view> keys);
  void useDenial(const Words& words, std::size_t at);
  void useClause(const Words& words);  ///< all of it, `geen` included: it was read as a condition or a phrase
  void reportUnused(const syntax::Statement& statement);
  void reportLeft(const Words& words, std::size_t begin, std::size_t end);

  std::string document;
  std::string fileDocument;  ///< document of the file being read: a library has none of its own
  const SourceSet& sources;
  /// Names of events and of their attributes, as words; made once, for they are looked for at every word.
  struct EventWords {
    std::vector<std::string> name;
    std::vector<std::vector<std::string>> attributes;
    Span declared{};
  };
  std::vector<EventWords> eventWords;               ///< parallel to graph.events
  std::unordered_set<std::string> attributeBegins;  ///< the first words of all attributes: few words begin one
  std::vector<std::uint64_t> phraseOutsides;        ///< parallel to vocabulary.phrases, as far as they were asked for
  std::set<std::string> libraryFolders;
  std::map<std::string, std::string> documentFolders;                   ///< folder -> document, by their headers
  std::string contract;                                                 ///< name of the contract, if this is one
  std::vector<std::string> documents;                                   ///< that it joins, itself included
  std::set<std::pair<std::string, std::string>> documentOrder;          ///< the first goes before the second
  std::map<std::pair<std::string, std::string>, Site> documentRanking;  ///< by which sentence, if by one
  std::map<std::uint32_t, std::vector<Site>> agreements;  ///< parameter -> the sentences that set it; the last one does
  std::vector<Site> lowerBounds;                          ///< "De P is ten minste V"
  std::vector<Site> sites;                                ///< every statement of every file
  std::vector<std::string> leden;                         ///< every lid with its document, in order
  std::set<const syntax::Statement*> handled;             ///< sentences lowered as definition or state
  std::vector<Definition> definitions;
  std::set<std::pair<std::string, std::string>> definedLabels;  ///< place and label of definitions, for references
  std::vector<std::size_t> defining;                            ///< definitions being read, each by the one before
  std::vector<ActSource> acts;                                  ///< parallel to graph.acts
  std::map<std::string, std::vector<std::pair<std::string, Labelled>>> names;  ///< place -> (name, node)
  std::vector<std::pair<std::string, graph::ReadingGuard>>
      rollingYears;  ///< readings of "per jaar" as 12 months, by place
  std::vector<std::pair<std::string, graph::ReadingGuard>>
      lateWithoutEffect;  ///< readings under which notice too late does nothing, by place
  std::map<std::string, graph::ReadingGuard> firstDayCounts;  ///< readings under which a penalty's first day counts
  std::map<std::uint32_t, std::vector<std::uint32_t>>
      stateAlternatives;                   ///< other sentences that make the same state true
  std::vector<graph::StateId> formations;  ///< states that form the agreement
  std::vector<NamedDuty> protectedNorms;   ///< "De plicht L wordt niet opgeschort"
  std::vector<Site> agreementRules;        ///< "Een afspraak telt alleen indien V"
  std::vector<Site> breachSentences;       ///< "De plicht L is geschonden (nagekomen) zodra V"
  std::vector<BreachBegin> breachBegins;
  std::vector<Derogation> derogations;
  std::vector<RankingSentence> rankings;
  std::vector<StateSite> stateSites;  ///< state sentences of leden, declared and still to be filled
  graph::StateId renewalReport;
  graph::ReadingGuard lowered;  ///< reading of the statement being lowered, its node not yet in the graph
  std::size_t mistakes = 0;     ///< made in the readings being tried
  bool openerUnknown = false;   ///< the sentence opens something that is no entity, reported
  int trial = 0;                ///< above zero: mistakes are kept apart, another reading will be tried
  /// The party behind "van", while the rest of its clause is read without these words.
  struct Owner {
    Span noun;  ///< of what is the party's
    ExpressionId party;
    bool read = false;
  };
  std::optional<Owner> ownedBy;

 private:
  friend struct Trial;
  std::optional<ParsedValue> product(const Words&, std::size_t, Scope&);
  ParsedValue combined(Op, const ParsedValue& left, const ParsedValue& right);
  std::optional<ParsedValue> dated(const Words&, std::size_t, Scope&);
  std::optional<ParsedValue> atom(const Words&, std::size_t, Scope&);
  std::optional<ParsedValue> fenced(const Words&, std::size_t, Scope&);
  std::optional<ParsedValue> literal(const Words&, std::size_t, Scope&);
  std::optional<ParsedValue> extremumOf(const Words&, std::size_t, Scope&);
  std::optional<ParsedValue> dayOn(const Words&, std::size_t, Scope&);
  std::optional<ParsedValue> dayRelative(const Words&, std::size_t, Scope&);
  ExpressionId occasionDay(const Words&, std::size_t word);
  std::optional<ParsedValue> sumOfInstances(const Words&, std::size_t, Scope&);
  std::optional<ParsedValue> sumOver(const Words&, std::size_t, const NounPhrase& all, const Scope&);
  ExpressionId instanceFilter(const Words&, std::size_t& end, graph::EntityId, Scope&);
  std::optional<ParsedValue> lastAct(const Words&, std::size_t, Scope&);
  std::optional<ParsedValue> namedValue(const Words&, std::size_t, Scope&);
  std::optional<ParsedValue> attributeValue(const Words&, std::size_t, Scope&);
  std::optional<ParsedValue> openInstance(const Words&, std::size_t, Scope&);
  std::optional<ParsedValue> instanceValue(const Words&, std::size_t, Scope&);
  ExpressionId openInTerm(const NounPhrase& phrase, const Words&, Scope& scope);
  [[nodiscard]] bool opensInTerm(const NounPhrase& phrase, const Scope& scope) const;
  std::optional<ExpressionId> referredTo(graph::EntityId entity, const Scope& scope);
  std::optional<ExpressionId> argumentAt(const Words&, std::size_t& end, graph::EntityId, Scope&);
  ExpressionId read(const names::ValueNoun&, std::vector<ExpressionId> arguments, Scope&);
  ExpressionId atomic(const Words& all, Scope& scope);
  ExpressionId predicated(const Words& words, bool negated, Scope& scope);
  ExpressionId predicatedOfParty(const Words& words, bool negated, Scope& scope);
  ExpressionId triedComparison(const Words& words, Scope& scope);
  ExpressionId pieceOf(const Words& piece, Words& subject, const Scope& scope);
  ExpressionId conditionOpening(const Words& words, Scope& scope);
  ExpressionId lasted(ExpressionId since, ExpressionId length, bool longer);
  ExpressionId fulfilment(const Predicate&, const std::vector<ExpressionId>& given, const Words&, const Scope&);
  ExpressionId joinedCondition(const Words& words, const Scope& scope);
  ExpressionId equality(const Words& words, Scope& scope);
  std::optional<Open> openCompared(const Words& left, Scope& scope, Scope& inner);
  ExpressionId existing(const Open& opened, ExpressionId truth);
  std::optional<graph::Trigger> namedTrigger(const Words&, const Scope&, bool& whole);
  std::optional<graph::Trigger> openingTrigger(const Words&, Scope&);
  std::optional<Predicate> occurring(const Words&, const Scope&);
  bool bindSlot(const NounPhrase&, const Words&, Scope&, Bound&);
  ExpressionId ownerFilter(const NounPhrase&, const Words&, ExpressionId instance);
  ExpressionId quantified(const std::vector<Quantified>& all, ExpressionId truth);
  ExpressionId truthOfBound(const Predicate&, const Words&, const std::vector<ExpressionId>& given,
                            const std::vector<FoundTerm>&, bool& negated, Scope&);
  ExpressionId judgementTruth(std::uint32_t index, std::vector<ExpressionId> given, const Scope&);
  ExpressionId validity(ExpressionId subject, graph::ActId act, const std::string& lid);
  ExpressionId stateHolds(std::uint32_t state, const std::vector<ExpressionId>& given);
  ExpressionId composite(const Words& words, const Scope& scope);
  ExpressionId comparison(const Words& words, Scope& scope);
  ExpressionId stated(const Words& words, Scope& scope);
  ExpressionId oneOf(ExpressionId value, const Words& choices);
  ExpressionId truthOf(const Predicate&, const Words&, const std::vector<FoundTerm>&, bool negated, Scope& scope);
  ExpressionId stateTruth(std::uint32_t state, std::vector<ExpressionId> given, Scope& scope);
  ExpressionId occurrenceTruth(graph::PatternId, const Words&, const std::vector<FoundTerm>&, bool& negated);
  [[nodiscard]] Predicate explained(const names::Match&, const Words&) const;
  std::size_t partAt(const names::Match&, const Words&, std::size_t, Predicate&) const;
  std::size_t actorPart(const names::Match&, const Words&, std::size_t, graph::Party bearer, Predicate&) const;
  ExpressionId judgedQuality(const Words&, std::size_t, graph::EntityId, ExpressionId value, std::size_t& length);
  ExpressionId statedQuality(const Words&, std::size_t, graph::EntityId, ExpressionId value);
  bool explainedTerm(const Words&, const Free&, Scope&);
  bool explainedFence(const Words&, const Free&, bool wantActs, bool wantOthers);
  void brokenFence(const Words&, std::size_t begin);
  bool explainedEvent(const Words&);
  bool explainedSlot(const Words&, const Free&, bool wantActs, bool wantOthers);
  [[nodiscard]] std::optional<Predicate> nearestReading(const Words&, const Free&, bool wantActs,
                                                        bool wantOthers) const;
  [[nodiscard]] std::optional<NounPhrase> ownerOfAttribute(const Words&, std::size_t) const;
  [[nodiscard]] std::vector<std::string> nounNames() const;
  [[nodiscard]] std::vector<std::string> valueNames() const;
  [[nodiscard]] std::vector<std::string> adjectivesOf(graph::EntityId) const;
  [[nodiscard]] std::string pluralOf(graph::EntityId) const;
  void unknownAdjective(const Words&, std::size_t, graph::EntityId);
  void unknownEvent(const Words& words, std::size_t begin);
  std::optional<FoundTerm> termAt(const Words&, std::size_t, Scope&);
  std::optional<FoundTerm> momentTerm(TermWord, const Words&, std::size_t begin, std::size_t from, Scope&);
  std::size_t extended(const Words&, std::size_t end, ExpressionId term);
  std::optional<FoundTerm> dayTerm(const Words&, std::size_t begin, Scope&);
  std::optional<FoundTerm> lengthTerm(TermWord, const Words&, std::size_t begin, Scope&);
  std::optional<ParsedValue> termValue(const Words&, std::size_t from, Scope&);
  void reportLoose(const Words&, std::size_t begin, std::size_t end);
  [[nodiscard]] std::optional<std::uint32_t> referenceTo(EventTypeId event, ExpressionId argument) const;
  ExpressionId suchThat(const Words&, std::size_t& at, EventTypeId, Slot occurrence, Scope&);
  ExpressionId attributeFilter(const Words&, std::size_t& at, EventTypeId, ExpressionId occurrence, Scope&);
  ExpressionId generalFilter(const Words&, std::size_t& at, EventTypeId, ExpressionId occurrence, Scope&);
  ExpressionId fieldFilter(const Words&, std::size_t& at, const Field&, Scope&);
  ExpressionId literalFilter(const Words&, std::size_t& at, ExpressionId field);
  ExpressionId literalEquals(ExpressionId field, const syntax::Item&);
  ExpressionId valueFilter(const Field&, ExpressionId wanted);
  void unknownAttribute(const Words&, std::size_t, EventTypeId);
  void actOccurrences(std::uint32_t act, const std::vector<ExpressionId>& given, graph::Pattern&);
  graph::PatternAlternative eventAbout(EventTypeId, ExpressionId subject, const std::vector<ExpressionId>& given);
  void restrict(graph::PatternAlternative&, ExpressionId subject, ExpressionId actor, const Predicate&);
  void reportUnused(const syntax::Clause& clause);
  void gather(const std::vector<syntax::Statement>&, const std::string& lid, graph::ReadingGuard);
  void unknownReading(const syntax::Statement&, const std::vector<std::string>& readings);
  void readHeaders(const std::vector<const syntax::File*>& files);
  void readParties(const syntax::Header&);
  template <class Step>
  void each(syntax::StatementKind kind, Step step);
  void declareAll();
  void completeAll();
  void declareEvent(const Site&);
  void declareEventPhrase(std::uint32_t event);
  std::optional<Attribute> declaredAttribute(const syntax::AttributeDecl&);
  [[nodiscard]] std::vector<EventTypeId> eventsOf(const Words& spec) const;
  void declareActForm(std::uint32_t act, const Words& form, const std::vector<names::PatternToken>& pattern,
                      bool mayBeNoun, Span declared);
  void unknownType(const syntax::AttributeDecl&);
  void declareEntity(const Site&);
  void declareNoun(graph::EntityId entity, std::vector<std::string> words);
  graph::EntityId subjectNamed(const Words& options, std::size_t begin);
  bool alreadyDeclared(names::PhraseKind, const std::vector<names::PatternToken>&, const std::string& spelled, Span);
  void declareValidity(graph::EntityId entity);
  void declareForm(const Site&);
  void declareAct(const Site&);
  void declareState(const Site&);
  void declareJoinedVerb(names::Phrase phrase);
  void declareJudgement(const Site&);
  void readCircumstances(const Words&, graph::Judgement&);
  void declareJudged(const Site&, std::uint32_t index, const Words& question, graph::Judgement&);
  void declareNative(const Site&);
  void declareSentence(const Site&);
  void completeEntity(const Site&);
  void completeAct(const Site&);
  void completeState(const Site&);
  std::optional<graph::Trigger> stateTrigger(const Words&, Scope&);

  [[nodiscard]] bool isAttributeThere(const Words&, const NounPhrase&) const;
  [[nodiscard]] std::vector<graph::EntityId> definedPer(const Sentence&) const;
  void declareDefinition(const Site&, const Sentence&, const DefinitionShape&);
  void chain(names::ValueNoun& noun, std::uint32_t added, const Site&, const DefinitionShape&);
  void lowerDefinition(const Site&, std::uint32_t index, bool isParameter);
  ExpressionId definedValue(const Sentence&, const DefinitionShape&, Scope&);
  void fillParameter(const Site&, std::uint32_t index, const Frame&, ExpressionId value, bool notFilledIn);
  void fillQuantity(const Site&, std::uint32_t index, const Frame&, ExpressionId value, const std::string& noun);
  void lowerMinimum(const Site&);
  void reportCircle(std::size_t first);
  void closeDefinition(const Sentence&, Frame&, ExpressionId& value);
  ExpressionId statedOr(const std::string& name, ExpressionId value, Type type);
  [[nodiscard]] bool namedText(const Words&) const;
  ExpressionId textValue(const Words&);
  [[nodiscard]] Type typeFromName(std::string_view name) const;

  Diagnostics& diagnostics_;
  Diagnostics aside_;
  std::unordered_set<const syntax::Item*> used_;    ///< words that some part of the lowering has read
  std::unordered_set<const syntax::Item*> denied_;  ///< those whose `geen` was read too
};

/// While it lives, mistakes do not count: another reading may still fit.
struct Trial {
  explicit Trial(Lowering& lowering) : lowering_(lowering), before_(lowering.mistakes) { ++lowering_.trial; }
  ~Trial() {
    --lowering_.trial;
    lowering_.mistakes = before_;
  }
  Trial(const Trial&) = delete;
  Trial& operator=(const Trial&) = delete;
  /// Whether no part of the reading was wrong so far.
  [[nodiscard]] bool clean() const { return lowering_.mistakes == before_; }

 private:
  Lowering& lowering_;
  std::size_t before_;
};

/// The pronoun in a predicate for which no instance is open, if any.
const NounPhrase* unopened(const Predicate& predicate, const Scope& scope);
/// Whether `geen` in the clause denies it; not where the phrase was declared with it.
bool deniesPart(const Words& words, const Predicate& found);
/// Whether the clause compares: "hoger dan", "ten minste".
bool compares(const Words& words);
/// The event type of that name, if it is declared.
std::optional<EventTypeId> eventNamed(const graph::Graph& graph, std::string_view name);
std::string partyName(graph::Party party);
Phrasing typePhrase(Type type);
/// The free words of a clause.
Words freeWords(const Words& words, const Free& free);
std::string spelledList(const std::vector<std::string>& words);
/// A name as folded words: "op verzoek van" is three.
std::vector<std::string> wordList(std::string_view name);

}  // namespace beding::lowering
