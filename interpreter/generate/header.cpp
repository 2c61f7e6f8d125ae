#include "generate/header.h"

#include <algorithm>
#include <span>

#include "generate/reads.h"
#include "generate/report.h"
#include "generate/sentences.h"
#include "graph/opposition.h"
#include "graph/print.h"

namespace beding::generate::kern {
std::span<const std::pair<std::string_view, std::string_view>> files();
}

namespace beding::generate {

using graph::NodeKind;

namespace {

std::string number(std::size_t index) { return std::to_string(index); }

// ------------------------------------------------------------------------------------------------------- refused nodes

void refuseEffects(Model& model) {
  using graph::EffectKind;
  for (std::uint32_t i = 0; i < model.graph.effects.size(); ++i) {
    const graph::Effect& effect = model.graph.effects[i];
    if (!model.has(NodeKind::effect, i)) continue;
    const bool stated = effect.kind == EffectKind::endAgreement && effect.trigger && effect.trigger->pattern;
    if (stated && graph::text(model.graph, effect.trigger->pattern).starts_with("overeenkomst geeindigd")) continue;
    if (effect.kind == EffectKind::accelerate)
      model.refuse(effect.where, {Phrasing{"vorderingen die ineens opeisbaar worden", "claims that fall due at once"}});
    else if (effect.kind == EffectKind::preventRenewal)
      model.refuse(effect.where, {Phrasing{"een opzegging die verlenging voorkomt", "notice that prevents renewal"}});
    else if (effect.trigger || effect.during.valid() || !effect.binders.empty())
      model.refuse(effect.where, {Phrasing{"een gevolg van een feit («Zodra …», «zolang …»)",
                                           "a consequence of a fact («Zodra …», «zolang …»)"}});
    else if (effect.condition)
      model.refuse(effect.where, {Phrasing{"een gevolg onder een voorwaarde", "a consequence under a condition"}});
  }
}

Wording kindRefused(const graph::Graph& graph, graph::NodeRef node) {
  return worded({"een zin van de soort «{0}»", "a sentence of the kind «{0}»"},
                {std::string(graph::kindName(graph, node))});
}

bool isRefused(const Model& model, graph::NodeRef node) {
  switch (node.kind) {
    case NodeKind::right:
    case NodeKind::limit:
    case NodeKind::judgement:
    case NodeKind::parameter:
    case NodeKind::quantity:
      return true;
    case NodeKind::norm: {
      const graph::NormKind kind = model.graph.norms[node.index].kind;
      return !graph::isDuty(kind) && !graph::isPower(kind);
    }
    default:
      return false;
  }
}

void refuseNodes(Model& model) {
  const graph::Graph& graph = model.graph;
  for (const graph::NodeRef node : model.reached)
    if (isRefused(model, node)) model.refuse(graph::whereOf(graph, node), kindRefused(graph, node));
  if (graph.term.declared && model.has(NodeKind::term, 0))
    model.refuse(
        graph.term.duration && !graph.parameters.empty() ? graph.parameters.front().where : graph::Provenance{},
        {Phrasing{"een looptijd met een einde of verlenging", "a term with an end or renewal"}});
  if (model.has(NodeKind::ledger, 0) && graph.ledger.advance && model.entityOf(graph.ledger.advance) != nullptr)
    model.refuse(graph.ledger.where, {Phrasing{"een voorschot in het grootboek", "an advance in the ledger"}});
  refuseEffects(model);
}

// ------------------------------------------------------------------------------------------------------------- parts

std::string fieldType(const Attribute& attribute) {
  switch (attribute.type) {
    case Type::money:
      return "Centen";
    case Type::date:
    case Type::instant:
      return "Datum";
    case Type::duration:
      return "Termijn";
    case Type::truth:
      return "bool";
    case Type::party:
      return "Partij";
    default:
      return "std::string_view";
  }
}

bool canBeField(const Attribute& attribute) {
  const bool plain = attribute.type != Type::list && attribute.type != Type::number &&
                     attribute.type != Type::percentage && attribute.type != Type::period;
  const bool alone = attribute.otherTypes.empty() ||
                     (attribute.type == Type::duration && attribute.otherTypes == std::vector<Type>{Type::date});
  return plain && alone;
}

std::string eventStruct(Model& model, EventTypeId id, const EventUse& use) {
  const EventType& type = at(model.graph.events, id);
  std::string text = "/// " + type.name + "\nstruct " + use.type +
                     " {\n  Datum op{};\n  std::string_view sleutel{};  ///< het id, anders # en het regelnummer\n";
  for (const auto& [index, field] : use.fields) {
    const Attribute& attribute = type.attributes[index];
    if (!canBeField(attribute))
      model.refuse(
          {}, worded({"het gegeven «{0}» van «{1}»", "the attribute «{0}» of «{1}»"}, {attribute.name, type.name}));
    const std::string kind = fieldType(attribute);
    text += "  " + (attribute.required ? kind : "std::optional<" + kind + ">") + " " + field + "{};";
    text += (field == attribute.name ? "" : "  ///< " + attribute.name) + std::string("\n");
  }
  return text + "};\n\n";
}

std::string recordType(const Model& model, const Sentence& sentence) {
  if (sentence.node.kind == NodeKind::state) return "Toestand";
  if (sentence.node.kind == NodeKind::amount) return "Bedrag";
  return graph::isPower(model.graph.norms[sentence.node.index].kind) ? "Bevoegdheid" : "Plicht";
}

std::string remark(const Model& model, const Sentence& sentence) {
  const graph::Provenance& where = graph::whereOf(model.graph, sentence.node);
  return "  ///< " + (where.lid.empty() ? "" : where.lid + " ") + graph::nameOf(model.graph, sentence.node);
}

std::string entityStruct(Model& model, const EntityUse& entity) {
  std::string text = "  /// " + at(model.graph.entities, entity.id).name + "\n  struct " + entity.type + " {\n    " +
                     model.event(entity.event).type +
                     " bij{};\n    std::string_view sleutel;\n    std::uint32_t volgnummer = 0;\n";
  if (model.has(NodeKind::ledger, 0) && model.graph.ledger.invoice == entity.id)
    text += "    std::uint32_t post = geen_post;\n";
  for (const Sentence& sentence : model.sentences)
    if (sentence.over && *sentence.over == entity.id)
      text += "    " + recordType(model, sentence) + " " + sentence.name + "{};" + remark(model, sentence) + "\n";
  return text + "  };\n";
}

// ------------------------------------------------------------------------------------------------------- the sentences

std::string marks(const std::vector<Reader>& readers, const std::string& indent, bool instance) {
  std::string text;
  for (const Reader& reader : readers)
    text += indent + "raak(" + number(reader.sentence->number) + (reader.same && instance ? ", i" : "") + ");\n";
  return text;
}

std::string afterState(const Model& model, const Sentence& sentence, const std::string& indent) {
  std::string text = marks(readersOf(model, Read::What::state, sentence.node.index), indent, sentence.over.has_value());
  if (model.graph.inForce.index == sentence.node.index) text += indent + "tot_stand();\n";
  return text;
}

std::string afterNorm(const Model& model, const Sentence& sentence, const std::string& indent) {
  return marks(readersOf(model, Read::What::deadline, sentence.node.index), indent, sentence.over.has_value());
}

/// Interest opens and closes an account, other amounts are posted.
std::string amountSteps(const Model& model, const Sentence& sentence, const std::string& indent) {
  const graph::Amount& amount = model.graph.amounts[sentence.node.index];
  const std::string own = record(model, sentence);
  if (amount.kind == graph::AmountKind::interest) {
    const std::string table = "tarieven_" + number(amount.table.index);
    return indent + "const Stap stap = beweeg(" + own + ", zin, v);\n" + indent +
           "if (stap == Stap::start) open_rekening(" + own + ", " + table + ", " +
           model.entityOf(*sentence.over)->name + ".post);\n" + indent + "if (stap == Stap::stop) sluit_rekening(" +
           own + ");\n";
  }
  static constexpr const char* kinds[] = {"hoofdsom", "rente", "kosten", "boete", "schade", "schade"};
  const std::string key = sentence.over ? model.entityOf(*sentence.over)->name + ".sleutel" : "{}";
  return indent + "if (beweeg(" + own + ", zin, v) == Stap::start) boek(" + own +
         ", zin.waarde(v), Soort::" + kinds[static_cast<std::size_t>(amount.post)] + ", " + key + ");\n";
}

std::string step(const Model& model, const Sentence& sentence, const std::string& indent) {
  const std::string own = record(model, sentence);
  std::string text = indent + "Kijk v{nu_, slot_, &geheugen_};\n" + indent + "const " + sentence.type + " zin" +
                     made(model, sentence).substr(sentence.type.size()) + ";\n";
  if (sentence.node.kind == NodeKind::amount) {
    text += amountSteps(model, sentence, indent);
  } else {
    const std::string after = sentence.node.kind == NodeKind::state ? afterState(model, sentence, indent + "  ")
                                                                    : afterNorm(model, sentence, indent + "  ");
    text += after.empty() ? indent + "beweeg(" + own + ", zin, v);\n"
                          : indent + "if (beweeg(" + own + ", zin, v)) {\n" + after + indent + "}\n";
  }
  if (sentence.node.kind == NodeKind::norm && graph::isPower(model.graph.norms[sentence.node.index].kind))
    text += indent + "herzie_stilstand(" + number(sentence.number) + ", zin);\n";
  return text + indent + "wek(" + own + ".gewekt, v.wek, " + number(sentence.number) + ", " +
         (sentence.over ? "i" : "0") + ");\n";
}

std::string turn(const Model& model, const Sentence& sentence) {
  const EntityUse* entity = sentence.over ? model.entityOf(*sentence.over) : nullptr;
  std::string text =
      "      case " + number(sentence.number) + ": {" + remark(model, sentence).replace(2, 4, "// ") + "\n";
  if (entity == nullptr) return text + step(model, sentence, "        ") + "        break;\n      }\n";
  text += "        beurten_[" + number(sentence.number) + "].elk(" + entity->list + ", [&](" + entity->type + "& " +
          entity->name + ", std::uint32_t i) {\n";
  return text + step(model, sentence, "          ") + "        });\n        break;\n      }\n";
}

// -------------------------------------------------------------------------------------------------------------- rates

/// Rates as whole parts of one denominator; equal neighbours joined.
std::string rateTable(const RateTable& table, const graph::Amount& amount, std::size_t index) {
  constexpr std::int64_t parts = 1'000'000;
  std::string rows;
  std::size_t count = 0;
  std::optional<Number> before;
  for (const RateChange& change : table.changes) {
    if (before && *before == change.rate) continue;
    before = change.rate;
    rows += (count++ == 0 ? "" : ", ") + std::string("{") + number(0).substr(1) + std::to_string(change.from.days) +
            ", " + std::to_string((change.rate * Number(parts)).rounded(0).whole().value_or(0)) + "}";
  }
  return "  /// " + table.name + ", bevestigd tot en met " + isoText(table.confirmedUntil) +
         "\n  static constexpr Tarief rijen_" + number(index) + "[] = {" + rows +
         "};\n  static constexpr Tarieven tarieven_" + number(index) + "{" + literal(table.name) + ", rijen_" +
         number(index) + ", " + number(count) + ", " + std::to_string(parts) + ", " +
         std::to_string(table.confirmedUntil.days) + ", " + std::to_string(amount.daysPerYear) + ", " +
         (amount.capitalises ? "true" : "false") + "};\n";
}

std::string rateTables(const Model& model) {
  std::string text;
  std::set<std::uint32_t> done;
  for (const Sentence& sentence : model.sentences) {
    if (sentence.node.kind != NodeKind::amount) continue;
    const graph::Amount& amount = model.graph.amounts[sentence.node.index];
    if (amount.table && done.insert(amount.table.index).second)
      text += rateTable(at(model.graph.rateTables, amount.table), amount, amount.table.index);
  }
  return text;
}

/// The place of each kind of debt in the order in which payments meet them.
std::string paymentOrder(const graph::Graph& graph) {
  using graph::PostKind;
  const auto& order = graph.ledger.order;
  const bool clause = graph.ledger.orderFromClause && !order.empty();
  std::string text =
      "  /// " +
      (graph.ledger.where.lid.empty() ? std::string("art. 6:43 en 6:44 BW")
                                      : graph.ledger.where.lid + " " + sentenceText(graph.ledger.where)) +
      "\n  struct Orde {\n";
  text += "    static constexpr std::size_t rangen = " + number(clause ? order.size() + 1 : 1) +
          ";\n    static constexpr std::size_t rang(Soort soort) {\n";
  static constexpr std::pair<PostKind, const char*> kinds[] = {{PostKind::principal, "hoofdsom"},
                                                               {PostKind::interest, "rente"},
                                                               {PostKind::costs, "kosten"},
                                                               {PostKind::penalty, "boete"},
                                                               {PostKind::damages, "schade"}};
  for (const auto& [kind, name] : kinds) {
    const auto place = std::find(order.begin(), order.end(), kind) - order.begin();
    if (clause && place < static_cast<std::ptrdiff_t>(order.size()))
      text += "      if (soort == Soort::" + std::string(name) + ") return " + std::to_string(place) + ";\n";
  }
  return text + "      " + (clause ? "" : "(void)soort;\n      ") + "return " + number(clause ? order.size() : 0) +
         ";\n    }\n  };\n";
}

// ---------------------------------------------------------------------------------------------------------- the fixed
// functions of every agreement

constexpr std::string_view reporting = R"(  template <class Zin>
  void meld_plicht(const Kop& kop, std::string_view sleutel, const Plicht& plicht, const Zin& zin) {
    if (!plicht.ontstaan || plicht.status == Status::slapend) return;
    Uitkomst& uit = nieuw(kop, sleutel, plicht.status);
    uit.vanaf = plicht.van_begin ? geen_dag : plicht.vanaf;
    uit.uiterlijk = plicht.uiterlijk;
    uit.sinds = plicht.van_begin && plicht.status == Status::open ? geen_dag : plicht.sinds;
    if (plicht.status == Status::onbekend) vraag_naar(kop, plicht, zin);
  }
  template <class Zin>
  void meld_bevoegdheid(const Kop& kop, std::string_view sleutel, const Bevoegdheid& bevoegdheid, const Zin& zin) {
    if (bevoegdheid.ontstaan && bevoegdheid.status != Status::niet_beschikbaar) {
      Uitkomst& uit = nieuw(kop, sleutel, bevoegdheid.status);
      uit.vanaf = bevoegdheid.vanaf;
      if (bevoegdheid.status == Status::vervallen) uit.tot = bevoegdheid.tot;
      if (bevoegdheid.status == Status::beschikbaar || bevoegdheid.status == Status::onbekend) uit.tot = bevoegdheid.uiterlijk;
      uit.sinds = bevoegdheid.sinds;
      if (bevoegdheid.status == Status::onbekend) vraag_naar(kop, bevoegdheid, zin);
    }
    for (const Poging& poging : pogingen_) {
      if (poging.zin != Zin::nummer) continue;
      nieuw(*poging.kop, poging.sleutel, geldigheid(poging.geldig)).sinds = poging.dag;
      if (poging.geldig == Waarheid::onbekend) vraag_naar(*poging.kop, poging.twijfel);
    }
  }
  template <class Zin>
  void meld_toestand(const Kop& kop, std::string_view sleutel, const Toestand& toestand, const Zin& zin) {
    if (toestand.geldt == Waarheid::nee && toestand.sinds == geen_dag) return;
    Uitkomst& uit = nieuw(kop, sleutel, status_van(toestand.geldt));
    uit.vanaf = toestand.sinds;
    if (toestand.geldt == Waarheid::ja) uit.sinds = toestand.sinds;
    if (toestand.geldt == Waarheid::nee) uit.tot = toestand.tot;
    if (toestand.geldt == Waarheid::onbekend) vraag_naar(kop, toestand, zin);
  }
  void meld_waarde(const Kop& kop, const char* waarde) { nieuw(kop, {}, Status::geldt).waarde = waarde; }

  Uitkomst& nieuw(const Kop& kop, std::string_view sleutel, Status status) {
    Uitkomst& uit = uit_.uitkomsten.emplace_back();
    uit.kop = &kop;
    uit.sleutel = sleutel;
    uit.status = status;
    return uit;
  }
  template <class Stand, class Zin>
  void vraag_naar(const Kop& kop, Stand stand, const Zin& zin) {
    Vraagt v{nu_, slot_, &geheugen_};
    beweeg(stand, zin, v);
    uit_.vraag(kop, v.gevraagd);
  }
  void vraag_naar(const Kop& kop, Twijfel twijfel) {
    Vraagt v{nu_, slot_, &geheugen_};
    herinner(v, twijfel);
    uit_.vraag(kop, v.gevraagd);
  }
)";

constexpr std::string_view reportingMoney = R"(  template <class Zin>
  void meld_bedrag(const Kop& kop, std::string_view sleutel, const Bedrag& bedrag, const Zin& zin) {
    if (!bedrag.ontstaan) return;
    if (bedrag.post == geen_post) {
      Vraagt v{nu_, slot_};
      Bedrag kopie = bedrag;
      if (beweeg(kopie, zin, v) == Stap::start) (void)zin.waarde(v);
      if (bedrag.loopt || v.gevraagd.empty()) return;
      nieuw(kop, sleutel, Status::onbekend);
      return uit_.vraag(kop, v.gevraagd);
    }
    const Post& post = boek_.post(bedrag.post);
    if (post.bedrag == Centen()) return;
    Uitkomst& uit = geld(kop, sleutel, post.bedrag, post.open());
    uit.vanaf = post.dag;
    uit.sinds = post.voldaan;
  }
  template <class Zin>
  void meld_rente(const Kop& kop, std::string_view sleutel, const Bedrag& bedrag, const Zin& zin) {
    if (!bedrag.ontstaan) return;
    if (bedrag.rekening == geen_post) {
      if (bedrag.lopen != Waarheid::onbekend) return;
      nieuw(kop, sleutel, Status::onbekend);
      return vraag_naar(kop, bedrag, zin);
    }
    Centen totaal, open;
    Dag vanaf = geen_dag;
    for (auto i = bedrag.rekening; i != geen_post; i = boek_.rekening(i).eerder) {
      Renteloop& rente = boek_.rekening(i).rente;
      totaal += rente.tot_en_met(nu_);
      open += rente.open(nu_);
      vanaf = rente.eerste();
    }
    Uitkomst& uit = geld(kop, sleutel, totaal, open);
    uit.vanaf = vanaf;
    uit.tot = boek_.rekening(bedrag.rekening).rente.laatste();
  }
  Uitkomst& geld(const Kop& kop, std::string_view sleutel, Centen bedrag, Centen open) {
    const bool voldaan = bedrag > Centen() && open <= Centen();
    Uitkomst& uit = nieuw(kop, sleutel, voldaan ? Status::voldaan : Status::verschuldigd);
    uit.heeft_bedrag = true;
    uit.bedrag = bedrag;
    uit.open = open;
    return uit;
  }
)";

constexpr std::string_view money =
    R"(  void open_rekening(Bedrag& bedrag, const Tarieven& tarieven, std::uint32_t post) {
    bedrag.loopt = true;
    bedrag.rekening = boek_.open_rekening(tarieven, post, nu_, bedrag.rekening);
  }
  void sluit_rekening(Bedrag& bedrag) {
    bedrag.loopt = false;
    boek_.rekening(bedrag.rekening).rente.stop(slot_);
  }
  void boek(Bedrag& bedrag, const Mogelijk<Centen>& waarde, Soort soort, std::string_view sleutel) {
    if (waarde.onbekend()) return;
    bedrag.loopt = true;
    if (!waarde.bekend() || bedrag.post != geen_post) return;
    Post post;
    post.sleutel = sleutel;
    post.soort = soort;
    post.dag = bedrag.ontstaan_op;
    post.orde = orde_;
    post.bedrag = waarde.waarde;
    if (soort == Soort::kosten) post.hoofdsom = boek_.hoofdsom_van(sleutel);
    bedrag.post = boek_.boek(post);
  }
  void verreken() {
    boek_.gebruik_tegoed(nu_, [&](std::uint32_t i) { voldaan(i); });
    wek(tegoed_gewekt_, boek_.wek(nu_), zinnen, 0);
  }
)";

constexpr std::string_view exercising =
    R"(  /// Who tries to use a power, and whether all was as it should be just before.
  template <class Zin, class F>
  void poog(std::uint32_t zin, std::uint32_t handeling, const Kop& kop, std::string_view sleutel, const Bevoegdheid& bevoegdheid, F past) {
    const auto toets = [&](auto& v) {
      return en(v, [&] { return past(v); }, [&] {
        return bevoegdheid.ontstaan ? eisen(bevoegdheid, Zin{{}, *this}, v) : niet_begonnen(v);
      });
    };
    Kijk kijk{nu_, nu_};
    if (past(kijk) == Waarheid::nee) return;
    pogingen_.push_back({&kop, sleutel, zin, handeling, moment_, toets(kijk), volgnummer_, {}});
    if (pogingen_.back().geldig != Waarheid::onbekend) return;
    Vraagt v{nu_, nu_};
    toets(v);
    pogingen_.back().twijfel = geheugen_.bewaar(std::move(v.gevraagd));
  }
  template <class V>
  Waarheid niet_begonnen(V& v) const {
    return begonnen_ ? Waarheid::ja : en(v, [&] { return gevormd(v); }, [&] { return niet(is_voorbij(v)); });
  }
  /// A valid use; or one that may have been valid. Who ends a part only keeps the power for the rest.
  void gebruik(std::size_t eerste, std::uint32_t handeling, bool geheel) {
    for (std::size_t i = eerste; geheel && i < pogingen_.size(); ++i) {
      const Poging& poging = pogingen_[i];
      if (poging.handeling != handeling || poging.geldig == Waarheid::nee) continue;
      Bevoegdheid& gebruikt = bevoegdheid(poging.zin);
      if (poging.geldig == Waarheid::ja) gebruikt.gebruikt = poging.dag;
      if (poging.geldig == Waarheid::onbekend) {
        gebruikt.misschien_gebruikt = Waarheid::onbekend;
        gebruikt.twijfel = geheugen_.samen(gebruikt.twijfel, poging.twijfel);
      }
      raak(poging.zin);
    }
  }
)";

constexpr std::string_view ending = R"(  void eindig(Dag dag) {
    if (voorbij_ == Waarheid::ja) return;
    voorbij_ = Waarheid::ja;
    laatste_dag_ = dag;
    raak_overeenkomst();
  }
  void eindig_door(std::size_t eerste, std::uint32_t handeling) {
    for (std::size_t i = eerste; i < pogingen_.size() && !einde_staat_vast_; ++i) {
      const Poging& poging = pogingen_[i];
      if (poging.handeling != handeling || poging.geldig == Waarheid::nee) continue;
      if (poging.geldig == Waarheid::ja) return eindig(nu_);
      voorbij_ = hoogste(voorbij_, Waarheid::onbekend);
      voorbij_twijfel_ = geheugen_.samen(voorbij_twijfel_, poging.twijfel);
      raak_overeenkomst();
    }
  }
  template <class V>
  Waarheid is_voorbij(V& v) const {
    if (voorbij_ == Waarheid::onbekend) herinner(v, voorbij_twijfel_);
    return voorbij_;
  }
  void tot_stand() {
    if (begonnen_ || gevormd_nu() != Waarheid::ja || voorbij_ == Waarheid::ja) return;
    begonnen_ = true;
    raak_overeenkomst();
  }
)";

constexpr std::string_view standstill = R"(  /// One valid use suspends once; uses that may be valid do so perhaps.
  void schort_op(std::size_t eerste, std::uint32_t handeling, std::uint32_t gevolg, Partij partij) {
    bool zeker = false;
    for (std::size_t i = eerste; i < pogingen_.size(); ++i) {
      const Poging& poging = pogingen_[i];
      if (poging.handeling != handeling || poging.geldig == Waarheid::nee) continue;
      if (poging.geldig == Waarheid::ja && std::exchange(zeker, true)) continue;
      const Partij wie = partij == geen_partij ? drager(poging.zin) : partij;
      stilstanden_.push_back({gevolg, wie, poging.zin, poging.volgnummer, poging.dag, geen_dag, poging.geldig, poging.twijfel});
      raak_opschortbaar();
    }
  }
  /// It lasts while the power lasts that was used.
  template <class Zin>
  void herzie_stilstand(std::uint32_t door, const Zin& zin) {
    for (Stilstand& elk : stilstanden_) {
      Kijk v{nu_, slot_};
      if (elk.door != door || elk.tot != geen_dag || zin.geldt(v) != Waarheid::nee) continue;
      elk.tot = nu_;
      raak_opschortbaar();
    }
  }
  template <class V, class Zin>
  Waarheid staat_stil(V& v, const Zin& zin) const {
    return er_is(v, stilstanden_, [&](const Stilstand& elk) {
      if (elk.tot != geen_dag || !zin.treft(elk)) return Waarheid::nee;
      if (elk.zeker == Waarheid::onbekend) herinner(v, elk.twijfel);
      return elk.zeker;
    });
  }
  /// Overlapping ones count once.
  template <class Zin>
  Dag stil_sinds(const Zin& zin) const {
    Dag van = geen_dag, tot = geen_dag;
    for (const Stilstand& elk : stilstanden_) {
      if (elk.zeker != Waarheid::ja || !zin.treft(elk)) continue;
      if (van == geen_dag || (tot != geen_dag && elk.van > tot)) {
        van = elk.van;
        tot = elk.tot;
      } else if (tot != geen_dag && (elk.tot == geen_dag || elk.tot > tot)) {
        tot = elk.tot;
      }
    }
    return van;
  }
)";

constexpr std::string_view noStandstill = R"(  template <class Zin>
  void herzie_stilstand(std::uint32_t, const Zin&) {}
)";

constexpr std::string_view running = R"(  void begin(Dag dag) {
    if (dag < nu_) throw std::invalid_argument("gebeurtenissen komen op de volgorde van hun dag");
    tot(dag);
    moment_ = dag;
    orde_ = ++volgnummer_;
  }
  template <class F, class G>
  void zie(F past, G doe) {
    Kijk kijk{nu_, nu_};
    const Waarheid is = past(kijk);
    if (is == Waarheid::nee) return;
    if (is == Waarheid::ja) return doe(is, Twijfel{});
    Vraagt v{nu_, nu_, &geheugen_};
    past(v);
    doe(is, geheugen_.bewaar(std::move(v.gevraagd)));
  }
  void raak(std::size_t zin) {
    beurten_[zin].raak_alle();
    agenda_.zet(zin);
  }
  void raak(std::size_t zin, std::size_t exemplaar) {
    beurten_[zin].raak(exemplaar);
    agenda_.zet(zin);
  }
  void wek(Dag& gewekt, Dag dag, std::size_t zin, std::uint32_t exemplaar) {
    if (dag == nooit || dag == gewekt) return;
    gewekt = dag;
    wekkers_.zet({dag, static_cast<std::uint32_t>(zin), exemplaar});
  }
)";

/// Everything about an agreement that does not depend on its clauses, or only by a name.
std::string clock(const Model& model, bool posts, bool arrivals) {
  std::string text = "  /// What the clock does through the beginning of that day";
  text += arrivals ? ", and what is received.\n" : ".\n";
  text += "  void tot(Dag dag) {\n    if (nu_ == geen_dag) van_start(dag);\n";
  text += arrivals
              ? "    for (Dag klok = wekkers_.eerste(), bode = eerste_post(); klok <= dag || bode <= dag; klok = "
                "wekkers_.eerste(), bode = eerste_post())\n      klok <= bode ? klok_slaat(klok) : post_komt(bode);\n"
              : "    for (Dag klok = wekkers_.eerste(); klok <= dag; klok = wekkers_.eerste()) klok_slaat(klok);\n";
  text += "    nu_ = slot_ = dag;\n  }\n";
  text +=
      "  void van_start(Dag dag) {\n    nu_ = dag;\n    slot_ = dag - 1;\n    orde_ = "
      "std::numeric_limits<std::uint32_t>::max();\n    begonnen_ = aangenomen_;\n";
  for (const Sentence& sentence : model.sentences)
    if (!sentence.over) text += "    raak(" + number(sentence.number) + ");\n";
  text +=
      "    kom_tot_rust();\n  }\n  void klok_slaat(Dag dag) {\n    nu_ = dag;\n    slot_ = dag - 1;\n    orde_ = "
      "std::numeric_limits<std::uint32_t>::max();\n";
  text += "    while (wekkers_.eerste() == dag) {\n      const Wekker wekker = wekkers_.neem();\n      " +
          std::string(posts ? "if (wekker.zin < zinnen) " : "") +
          "raak(wekker.zin, wekker.exemplaar);\n    }\n    kom_tot_rust();\n  }\n";
  text += "  void kom_tot_rust() {\n    for (;;) {\n";
  if (posts) text += "      if (boek_.tegoed() > Centen()) verreken();\n";
  text +=
      "      std::size_t zin = agenda_.neem();\n      if (zin == zinnen) return;\n      for (; zin != zinnen; zin = "
      "agenda_.neem()) bekijk(zin);\n    }\n  }\n";
  return text;
}

constexpr std::string_view arriving = R"(  Dag eerste_post() const {
    Dag eerste = nooit;
    for (const Onderweg& elk : post_) eerste = std::min(eerste, elk.dag);
    return eerste;
  }
  void post_komt(Dag dag) {
    nu_ = slot_ = moment_ = dag;
    const auto elk = std::find_if(post_.begin(), post_.end(), [&](const Onderweg& een) { return een.dag == dag; });
    const Onderweg komt = *elk;
    post_.erase(elk);
    orde_ = komt.volgnummer;
    std::visit([&](const auto& e) { komt_aan(e); }, komt.gebeurtenis);
  }
)";

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

}  // namespace

std::string kernelText() {
  static constexpr const char* order[] = {"datum.h",  "centen.h", "waarheid.h",  "wekker.h",
                                          "zinnen.h", "rente.h",  "grootboek.h", "uitkomst.h"};
  std::string text = "\n#ifndef BEDING_KERN_1\n#define BEDING_KERN_1\n";
  for (const char* name : order) {
    for (const auto& [path, content] : kern::files()) {
      if (path != std::string("kern/") + name) continue;
      std::string_view rest = content;
      while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        if (line != "#pragma once" && !line.starts_with("#include")) (text += line) += '\n';
      }
    }
  }
  return text + "#endif\n\n";
}

std::string openingText(const graph::Graph& graph, const std::string& command) {
  std::string text =
      "// " + graph.title + "\n//\n// Gemaakt uit de bedingen met `" + command +
      "`: verander de bedingen, en niet dit bestand.\n// Lezing: de standaard van iedere kwestie. Wat deze "
      "code wel en niet kan, staat in docs/gegenereerd.md.\n#pragma once\n\n";
  for (const char* name : {"algorithm", "array", "cstddef", "cstdint", "deque", "limits", "optional", "stdexcept",
                           "string", "string_view", "tuple", "type_traits", "utility", "variant", "vector"})
    text += "#include <" + std::string(name) + ">\n";
  return text;
}

std::string agreementText(Model& model) {
  const graph::Graph& graph = model.graph;
  refuseNodes(model);
  const bool posts = model.has(NodeKind::ledger, 0);
  const bool course = model.has(NodeKind::term, 0);
  Expressions expressions(model);
  Events events(model, expressions);
  std::string structs, relations, turns;
  for (const Sentence& sentence : model.sentences) {
    std::string one = structOf(model, expressions, sentence);
    const auto place = one.find(" {\n");
    structs += one.insert(place + 3, "    static constexpr std::uint32_t nummer = " + number(sentence.number) + ";\n");
    turns += turn(model, sentence);
  }
  for (const auto& [state, name] : model.relations) relations += relationOf(model, expressions, state);
  const std::string before = events.beforehand();
  const std::string functions = events.functions();
  const std::string members = events.members();
  std::string instances, types;
  for (const EntityUse& entity : model.entities) instances += entityStruct(model, entity);
  std::vector<std::string> arrivals, all;
  for (const auto& [index, use] : model.events) {
    types += eventStruct(model, EventTypeId{index}, use);
    all.push_back(use.type);
    if (use.arrives) arrivals.push_back(use.type);
  }
  std::string standing, suspendable, powers, bearers;
  bool standstills = false;
  for (const Sentence& sentence : model.sentences) {
    if (sentence.node.kind != NodeKind::norm) continue;
    const graph::Norm& norm = graph.norms[sentence.node.index];
    if (isStandingNorm(norm)) standing += "    raak(" + number(sentence.number) + ");\n";
    if (graph::isPower(norm.kind)) {
      powers += "      case " + number(sentence.number) + ":\n        return " + sentence.name + "_;\n";
      if (norm.bearer.fixed != graph::Party::none)
        bearers +=
            "      case " + number(sentence.number) + ":\n        return " + partyCode(norm.bearer.fixed) + ";\n";
      continue;
    }
    for (std::uint32_t i = 0; i < graph.effects.size(); ++i)
      if (model.has(NodeKind::effect, i) && suspends(graph, graph.effects[i], graph::NormId{sentence.node.index})) {
        suspendable += "    raak(" + number(sentence.number) + ");\n";
        standstills = true;
        break;
      }
  }
  for (std::uint32_t i = 0; i < graph.effects.size(); ++i)
    standstills =
        standstills || (model.has(NodeKind::effect, i) && graph.effects[i].kind == graph::EffectKind::suspend);
  const Sentence* formed = graph.inForce ? model.sentenceOf({NodeKind::state, graph.inForce.index}) : nullptr;

  std::string text = "namespace " + identifier(graph.document) + " {\n\nusing namespace beding::kern;\n\n" + types;
  text += "using Gebeurtenis = std::variant<" + joined(all) + ">;\n\n";
  text +=
      "/// De overeenkomst onder deze bedingen. Vertel haar eerst alles `vooraf` wat de tijdlijn tot en met de "
      "peildatum heeft, en daarna\n"
      "/// hetzelfde met `neem`, op volgorde. Teksten worden niet overgenomen: zij moeten blijven staan. Gooit "
      "std::invalid_argument bij een\n"
      "/// gebeurtenis van voor de vorige, en std::overflow_error bij een bedrag of termijn die niet past.\n"
      "class Overeenkomst {\n public:\n" +
      before + functions;
  text +=
      "  /// Een gebeurtenis waarvan deze bedingen niets lezen dan haar dag.\n  void overig(Datum op) {\n    "
      "begin(op.dag());\n    kom_tot_rust();\n  }\n";
  text +=
      "  /// Hoe alles staat aan het einde van die dag.\n  const Uitkomsten& op(Datum peildatum) {\n    if "
      "(peildatum.dag() < nu_) throw std::invalid_argument(\"de peildatum ligt voor de laatste gebeurtenis\");\n    "
      "tot(peildatum.dag());\n    uit_.leeg();\n" +
      reportOf(model) + "    return uit_;\n  }\n";
  text += "  /// Een nieuwe overeenkomst; het geheugen blijft in gebruik.\n  void leeg() {\n";
  std::string data;
  const auto field = [&](const std::string& type, const std::string& name, const std::string& initial,
                         const std::string& empty) {
    data += "  " + type + " " + name + initial + ";\n";
    text += "    " + name + empty + ";\n";
  };
  field("Dag", "nu_", " = geen_dag", " = geen_dag");
  field("Dag", "slot_", " = geen_dag", " = geen_dag");
  field("Dag", "moment_", " = geen_dag", " = geen_dag");
  field("std::uint32_t", "volgnummer_", " = 0", " = 0");
  field("std::uint32_t", "orde_", " = 0", " = 0");
  field("bool", "aangenomen_", " = true", " = true");
  field("bool", "einde_staat_vast_", " = false", " = false");
  field("bool", "begonnen_", " = false", " = false");
  field("Waarheid", "voorbij_", " = Waarheid::nee", " = Waarheid::nee");
  field("Twijfel", "voorbij_twijfel_", "", " = {}");
  field("Geheugen", "geheugen_", "", ".leeg()");
  field("Dag", "laatste_dag_", " = geen_dag", " = geen_dag");
  for (const EntityUse& entity : model.entities) field("std::vector<" + entity.type + ">", entity.list, "", ".clear()");
  for (const Sentence& sentence : model.sentences)
    if (!sentence.over) field(recordType(model, sentence), sentence.name + "_", "", " = {}");
  field("std::vector<Poging>", "pogingen_", "", ".clear()");
  if (standstills) field("std::vector<Stilstand>", "stilstanden_", "", ".clear()");
  if (posts) {
    field("Grootboek<Orde>", "boek_", "", ".leeg()");
    field("Dag", "tegoed_gewekt_", " = geen_dag", " = geen_dag");
  }
  if (!arrivals.empty()) field("std::vector<Onderweg>", "post_", "", ".clear()");
  for (const std::uint32_t id : expressions.happened) text += "    gebeurd_" + number(id) + "_ = {};\n";
  for (const std::uint32_t id : expressions.last) text += "    laatste_" + number(id) + "_ = {};\n";
  field("Wekkers", "wekkers_", "", ".leeg()");
  field("Agenda<zinnen>", "agenda_", "", ".leeg()");
  field("std::array<Beurt, zinnen>", "beurten_", "{}", " = {}");
  data += members + "  Uitkomsten uit_;\n";
  text += "  }\n\n private:\n  static constexpr std::size_t zinnen = " + number(model.sentences.size()) + ";\n";
  text += headingsOf(model) + rateTables(model) + (posts ? paymentOrder(graph) : "");
  text +=
      "  struct Poging {\n    const Kop* kop;\n    std::string_view sleutel;\n    std::uint32_t zin;\n    "
      "std::uint32_t handeling;\n    Dag dag;\n    Waarheid geldig;\n    std::uint32_t volgnummer;\n    Twijfel "
      "twijfel;\n  };\n";
  if (standstills)
    text +=
        "  struct Stilstand {\n    std::uint32_t gevolg;\n    Partij partij;\n    std::uint32_t door;\n    "
        "std::uint32_t volgnummer;\n    Dag van;\n    Dag tot;\n    Waarheid zeker;\n    Twijfel twijfel;\n  };\n  "
        "static constexpr Partij geen_partij = Partij::ander;\n";
  if (!arrivals.empty())
    text +=
        "  /// Verzonden, en nog niet ontvangen.\n  struct Onderweg {\n    Dag dag;\n    std::uint32_t volgnummer;\n   "
        " std::variant<" +
        joined(arrivals) + "> gebeurtenis;\n  };\n";
  text += instances + structs + relations;
  text += "  static Mogelijk<std::string_view> benaming(Mogelijk<std::string_view> naam) {\n";
  for (const auto& [name, role] :
       {std::pair(graph.contractorName, "Opdrachtnemer"), std::pair(graph.clientName, "Opdrachtgever")})
    if (!name.empty() && name != role)
      text += "    if (naam.waarde == " + literal(name) + ") naam.waarde = \"" + role + "\";\n";
  text += "    return naam;\n  }\n";
  text +=
      "  /// Een grond die een lid van deze bedingen noemt, is alleen die van dat lid.\n  static bool "
      "over_andere_leden(const std::optional<std::string_view>& grond, std::string_view lid) {\n    constexpr "
      "std::string_view leden[] = {";
  std::vector<std::string> lids;
  for (const graph::Norm& norm : graph.norms)
    if (!norm.where.lid.empty() && (norm.where.document.empty() || norm.where.document == graph.document))
      lids.push_back(literal(norm.where.lid));
  std::sort(lids.begin(), lids.end());
  lids.erase(std::unique(lids.begin(), lids.end()), lids.end());
  const std::string prefix = graph.document + ":";
  text += lids.empty() ? "\"\"" : joined(lids);
  text += "};\n    if (!grond) return false;\n    std::string_view genoemd = *grond;\n    if (genoemd.substr(0, " +
          number(prefix.size()) + ") == " + literal(prefix) + ") genoemd.remove_prefix(" + number(prefix.size()) +
          ");\n"
          "    const auto onder = [&](std::string_view elk) { return elk == genoemd || (elk.size() > genoemd.size() && "
          "elk.substr(0, genoemd.size()) == genoemd && elk[genoemd.size()] == '.'); };\n"
          "    return std::any_of(std::begin(leden), std::end(leden), onder) && !onder(lid);\n  }\n";
  text += "  void bekijk(std::size_t welke) {\n    switch (welke) {\n" + turns + "    }\n  }\n";
  text += clock(model, posts, !arrivals.empty());
  if (!arrivals.empty()) text += arriving;
  text += running;
  if (course) {
    text += ending;
    text += "  void raak_overeenkomst() {\n" + standing + "  }\n";
    text +=
        "  Waarheid gevormd_nu() const { return " +
        (formed != nullptr ? "aangenomen_ ? Waarheid::ja : " + formed->name + "_.geldt" : std::string("Waarheid::ja")) +
        "; }\n";
    text +=
        "  template <class V>\n  Waarheid gevormd(V& v) const { return " +
        (formed != nullptr ? "aangenomen_ ? Waarheid::ja : lees(v, " + formed->name + "_, " + made(model, *formed) + ")"
                           : std::string("(void)v, Waarheid::ja")) +
        "; }\n";
  }
  if (!powers.empty()) {
    text += exercising;
    text += "  Bevoegdheid& bevoegdheid(std::uint32_t zin) {\n    switch (zin) {\n" + powers +
            "    }\n    throw std::logic_error(\"geen bevoegdheid\");\n  }\n";
    if (standstills)
      text += "  static Partij drager(std::uint32_t zin) {\n    switch (zin) {\n" + bearers +
              "    }\n    return geen_partij;\n  }\n";
    text += standstills ? standstill : noStandstill;
    if (standstills) text += "  void raak_opschortbaar() {\n" + suspendable + "  }\n";
  }
  if (posts) {
    text += money;
    text +=
        "  void voldaan(std::uint32_t i) {\n" + marks(readersOf(model, Read::What::settled, 0), "    ", true) + "  }\n";
    text += "  void betaal(Centen bedrag) { boek_.ontvang(nu_, bedrag, [&](std::uint32_t i) { voldaan(i); }); }\n";
    text += reportingMoney;
  }
  text += reporting;
  return text + "\n" + data + "};\n\n}  // namespace " + identifier(graph.document) + "\n";
}

}  // namespace beding::generate
