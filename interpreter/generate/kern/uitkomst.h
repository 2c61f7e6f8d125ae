// What comes out: outcomes and questions, as `beding evalueer` gives them.
#pragma once

#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "generate/kern/centen.h"
#include "generate/kern/uren.h"
#include "generate/kern/verbod.h"

namespace beding::kern {

/// What is always so of an outcome of that sentence.
struct Kop {
  const char* lid;
  const char* naam;
  const char* soort;
  const char* drager;
  const char* jegens;
  std::string_view json;      ///< the outcome as JSON, up to its key
  std::string_view partijen;  ///< its parties as JSON
};

/// What an outcome is about, and whom, where the sentence does not say that once and for all.
struct Onderwerp {
  std::string_view sleutel;
  Partij drager = Partij::ander;
  Partij jegens = Partij::ander;
};

/// Of an amount that is owed only when it has been charged.
enum class In_rekening : std::uint8_t { geen, nee, ja };

struct Uitkomst {
  Uitkomst(const Kop& van, std::string_view over, Status is) : kop(&van), sleutel(over), status(is) {}

  const Kop* kop;
  std::string_view sleutel;
  Status status;
  Dag vanaf = geen_dag;
  Dag uiterlijk = geen_dag;
  Ogenblik uiterlijk_om = geen_ogenblik;      ///< of a term in hours: the first second at which it can end ...
  Ogenblik uiterlijk_laatst = geen_ogenblik;  ///< ... and the last
  Dag tot = geen_dag;
  Dag sinds = geen_dag;
  bool heeft_bedrag = false;
  bool heeft_open = false;
  In_rekening in_rekening = In_rekening::geen;
  Centen bedrag;
  Centen open;
  const char* waarde = nullptr;
  Partij drager = Partij::ander;
  Partij jegens = Partij::ander;
  const std::vector<Overtreding>* overtredingen = nullptr;
};

struct Vraag {
  std::string id;
  std::vector<std::string> nodig_voor;
  std::vector<std::string> onderwerpen;
};

struct Uitkomsten {
  std::vector<Uitkomst> uitkomsten;
  std::vector<Vraag> vragen;

  void leeg() {
    uitkomsten.clear();
    vragen.clear();
  }
  /// What an outcome rests on and is not known.
  void vraag(const Kop& kop, const std::vector<Gevraagd>& gevraagd) {
    const std::string voor = std::string(kop.lid) + (*kop.naam == '\0' ? "" : " ") + kop.naam;
    for (const Gevraagd& elk : gevraagd) {
      Vraag* vraag = nullptr;
      for (Vraag& bekend : vragen)
        if (bekend.id == elk.id) vraag = &bekend;
      if (vraag == nullptr) vraag = &vragen.emplace_back(Vraag{elk.id, {}, {}});
      voeg_toe(vraag->nodig_voor, voor);
      if (!elk.onderwerp.empty()) voeg_toe(vraag->onderwerpen, elk.onderwerp);
    }
  }

 private:
  static void voeg_toe(std::vector<std::string>& lijst, const std::string& tekst) {
    for (const std::string& elk : lijst)
      if (elk == tekst) return;
    lijst.push_back(tekst);
  }
};

/// Whether JSON escapes it; if not, it is written as it is.
inline bool is_te_ontwijken(char teken) {
  return (static_cast<unsigned char>(teken) < 0x20) | (teken == '"') | (teken == '\\');
}
inline bool is_kaal(std::string_view tekst) {
  unsigned te_ontwijken = 0;  // mostly none: it is quicker to look at all
  for (const char teken : tekst) te_ontwijken |= is_te_ontwijken(teken) ? 1U : 0U;
  return te_ontwijken == 0;
}
/// With the quotes, and what JSON escapes.
inline void schrijf_tekst(std::string& uit, std::string_view tekst) {
  uit += '"';
  std::size_t begin = 0;
  for (std::size_t i = 0; i < tekst.size(); ++i) {
    if (!is_te_ontwijken(tekst[i])) continue;
    const auto teken = static_cast<unsigned char>(tekst[i]);
    uit.append(tekst.substr(begin, i - begin));
    begin = i + 1;
    constexpr const char* cijfers = "0123456789abcdef";
    if (teken < 0x20)
      ((uit += "\\u00") += cijfers[teken >> 4]) += cijfers[teken & 15];
    else
      (uit += '\\') += static_cast<char>(teken);
  }
  uit.append(tekst.substr(begin)) += '"';
}

inline void schrijf(std::string& uit, const char* veld, Dag dag) {
  if (dag == geen_dag) return;
  uit += veld;
  schrijf(uit, dag);
  uit += '"';
}

/// Writes behind a text, by way of a buffer: what is short goes in without asking whether it fits.
class Velden {
 public:
  explicit Velden(std::string& uit) : uit_(uit) {}

  /// So much room that all fixed fields of an outcome go in, which take some four hundred.
  void begin() {
    if (einde_ > tekst_ + sizeof tekst_ - 1024) spoel();
  }
  void spoel() {
    uit_.append(tekst_, static_cast<std::size_t>(einde_ - tekst_));
    einde_ = tekst_;
  }
  template <std::size_t lengte>
  Velden& zet(const char (&vast)[lengte]) {
    return zet(std::string_view(vast, lengte - 1));
  }
  /// Of any length.
  void lang(std::string_view tekst) {
    if (tekst.size() <= kort) return void(zet(tekst));
    spoel();
    uit_ += tekst;
  }
  void aanhaling(std::string_view tekst) {
    if (tekst.size() <= kort && is_kaal(tekst)) return void(zet("\"").zet(tekst).zet("\""));
    spoel();
    schrijf_tekst(uit_, tekst);
  }
  template <std::size_t lengte>
  void woord(const char (&veld)[lengte], std::string_view tekst) {
    zet(veld).zet(tekst).zet("\"");
  }
  template <std::size_t lengte>
  void dag(const char (&veld)[lengte], Dag dag) {
    if (dag == geen_dag) return;
    zet(veld);
    einde_ = schrijf_iso(einde_, dag);
    zet("\"");
  }
  template <std::size_t lengte>
  void uur(const char (&veld)[lengte], Ogenblik moment) {
    if (moment == geen_ogenblik) return;
    std::string tekst;
    schrijf_ogenblik(tekst, moment);
    woord(veld, tekst);
  }
  template <std::size_t lengte>
  void euro(const char (&veld)[lengte], Centen bedrag) {
    zet(veld);
    einde_ = schrijf_euro(einde_, bedrag);
    zet("\"");
  }
  template <std::size_t lengte>
  void partij(const char (&veld)[lengte], Partij partij) {
    if (partij == Partij::ander) return;
    woord(veld, zelf(partij) == Partij::opdrachtnemer ? "Opdrachtnemer" : "Opdrachtgever");
  }

 private:
  Velden& zet(std::string_view tekst) {
    std::memcpy(einde_, tekst.data(), tekst.size());
    einde_ += tekst.size();
    return *this;
  }

  static constexpr std::size_t kort = 128;
  std::string& uit_;
  char tekst_[8192];
  char* einde_ = tekst_;
};

inline std::string tekst(const std::vector<Overtreding>& overtredingen) {
  std::string uit = ",\"overtredingen\":[";
  for (const Overtreding& elk : overtredingen) {
    if (&elk != &overtredingen.front()) uit += ',';
    schrijf(uit, "{\"vanaf\":\"", elk.van);
    schrijf(uit, ",\"tot\":\"", elk.tot);
    if (!elk.door.empty()) schrijf_tekst(uit += ",\"gebeurtenis\":", elk.door);
    uit += '}';
  }
  uit += ']';
  return uit;
}

/// One outcome as a JSON object.
inline void schrijf(Velden& uit, const Uitkomst& uitkomst) {
  uit.begin();
  uit.lang(uitkomst.kop->json);
  if (!uitkomst.sleutel.empty()) uit.zet(",\"sleutel\":").aanhaling(uitkomst.sleutel);
  if (uitkomst.waarde == nullptr) uit.woord(",\"status\":\"", tekst(uitkomst.status));
  uit.lang(uitkomst.kop->partijen);
  uit.partij(",\"drager\":\"", uitkomst.drager);
  uit.partij(",\"jegens\":\"", uitkomst.jegens);
  if (uitkomst.heeft_bedrag) uit.euro(",\"bedrag\":\"", uitkomst.bedrag);
  if (uitkomst.heeft_open) uit.euro(",\"open\":\"", uitkomst.open);
  if (uitkomst.in_rekening == In_rekening::ja) uit.zet(",\"in_rekening\":true");
  if (uitkomst.in_rekening == In_rekening::nee) uit.zet(",\"in_rekening\":false");
  uit.dag(",\"vanaf\":\"", uitkomst.vanaf);
  uit.dag(",\"uiterlijk\":\"", uitkomst.uiterlijk);
  uit.uur(",\"uiterlijk\":\"", uitkomst.uiterlijk_om);
  uit.uur(",\"uiterlijk_laatst\":\"", uitkomst.uiterlijk_laatst);
  uit.dag(",\"tot\":\"", uitkomst.tot);
  uit.dag(",\"sinds\":\"", uitkomst.sinds);
  if (uitkomst.waarde != nullptr) uit.zet(",\"waarde\":").aanhaling(uitkomst.waarde);
  if (uitkomst.overtredingen != nullptr) uit.lang(tekst(*uitkomst.overtredingen));
  uit.zet("}");
}

inline void schrijf(std::string& uit, const Vraag& vraag) {
  const auto lijst = [&](const char* veld, const std::vector<std::string>& teksten) {
    uit += veld;
    for (std::size_t i = 0; i < teksten.size(); ++i) schrijf_tekst(i == 0 ? uit : uit += ',', teksten[i]);
    uit += ']';
  };
  schrijf_tekst(uit += "{\"id\":", vraag.id);
  lijst(",\"nodig_voor\":[", vraag.nodig_voor);
  if (!vraag.onderwerpen.empty()) lijst(",\"onderwerpen\":[", vraag.onderwerpen);
  uit += '}';
}

/// The lists as JSON, without the outer braces.
inline void schrijf(std::string& uit, const Uitkomsten& uitkomsten) {
  Velden velden(uit);
  velden.zet("\"uitkomsten\":[");
  for (const Uitkomst& elk : uitkomsten.uitkomsten) {
    if (&elk != &uitkomsten.uitkomsten.front()) velden.zet(",");
    schrijf(velden, elk);
  }
  velden.zet("],\"vragen\":[");
  velden.spoel();
  for (const Vraag& elk : uitkomsten.vragen) {
    if (&elk != &uitkomsten.vragen.front()) uit += ',';
    schrijf(uit, elk);
  }
  uit += ']';
}

}  // namespace beding::kern
