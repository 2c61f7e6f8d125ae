// What comes out: outcomes and questions, as `beding evalueer` gives them.
#pragma once

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

/// With the quotes, and what JSON escapes.
inline void schrijf_tekst(std::string& uit, std::string_view tekst) {
  uit += '"';
  std::size_t begin = 0;
  for (std::size_t i = 0; i < tekst.size(); ++i) {
    const auto teken = static_cast<unsigned char>(tekst[i]);
    if (teken >= 0x20 && teken != '"' && teken != '\\') continue;
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

/// What is written of an outcome behind its key. It is never long, and goes into the text at once.
class Velden {
 public:
  Velden& zet(std::string_view tekst) {
    tekst.copy(einde_, tekst.size());
    einde_ += tekst.size();
    return *this;
  }
  void woord(std::string_view veld, std::string_view tekst) { zet(veld).zet(tekst).zet("\""); }
  void dag(std::string_view veld, Dag dag) {
    if (dag == geen_dag) return;
    zet(veld);
    einde_ = schrijf_iso(einde_, dag);
    zet("\"");
  }
  void uur(std::string_view veld, Ogenblik moment) {
    if (moment == geen_ogenblik) return;
    std::string tekst;
    schrijf_ogenblik(tekst, moment);
    woord(veld, tekst);
  }
  void euro(std::string_view veld, Centen bedrag) {
    zet(veld);
    einde_ = schrijf_euro(einde_, bedrag);
    zet("\"");
  }
  void partij(std::string_view veld, Partij partij) {
    if (partij == Partij::ander) return;
    woord(veld, zelf(partij) == Partij::opdrachtnemer ? "Opdrachtnemer" : "Opdrachtgever");
  }
  std::string_view tekst() const { return {tekst_, static_cast<std::size_t>(einde_ - tekst_)}; }

 private:
  char tekst_[768];  // all fields together take some four hundred
  char* einde_ = tekst_;
};

inline void schrijf(std::string& uit, const std::vector<Overtreding>& overtredingen) {
  uit += ",\"overtredingen\":[";
  for (const Overtreding& elk : overtredingen) {
    if (&elk != &overtredingen.front()) uit += ',';
    schrijf(uit, "{\"vanaf\":\"", elk.van);
    schrijf(uit, ",\"tot\":\"", elk.tot);
    if (!elk.door.empty()) schrijf_tekst(uit += ",\"gebeurtenis\":", elk.door);
    uit += '}';
  }
  uit += ']';
}

inline void zet(Velden& velden, const Uitkomst& uitkomst) {
  if (uitkomst.waarde == nullptr) velden.woord(",\"status\":\"", tekst(uitkomst.status));
  velden.zet(uitkomst.kop->partijen);
  velden.partij(",\"drager\":\"", uitkomst.drager);
  velden.partij(",\"jegens\":\"", uitkomst.jegens);
  if (uitkomst.heeft_bedrag) velden.euro(",\"bedrag\":\"", uitkomst.bedrag);
  if (uitkomst.heeft_open) velden.euro(",\"open\":\"", uitkomst.open);
  if (uitkomst.in_rekening != In_rekening::geen)
    velden.zet(uitkomst.in_rekening == In_rekening::ja ? ",\"in_rekening\":true" : ",\"in_rekening\":false");
  velden.dag(",\"vanaf\":\"", uitkomst.vanaf);
  velden.dag(",\"uiterlijk\":\"", uitkomst.uiterlijk);
  velden.uur(",\"uiterlijk\":\"", uitkomst.uiterlijk_om);
  velden.uur(",\"uiterlijk_laatst\":\"", uitkomst.uiterlijk_laatst);
  velden.dag(",\"tot\":\"", uitkomst.tot);
  velden.dag(",\"sinds\":\"", uitkomst.sinds);
}

/// One outcome as a JSON object.
inline void schrijf(std::string& uit, const Uitkomst& uitkomst) {
  uit += uitkomst.kop->json;
  if (!uitkomst.sleutel.empty()) schrijf_tekst(uit += ",\"sleutel\":", uitkomst.sleutel);
  Velden velden;
  zet(velden, uitkomst);
  uit += velden.tekst();
  if (uitkomst.waarde != nullptr) schrijf_tekst(uit += ",\"waarde\":", uitkomst.waarde);
  if (uitkomst.overtredingen != nullptr) schrijf(uit, *uitkomst.overtredingen);
  uit += '}';
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
  const auto lijst = [&](const char* veld, const auto& reeks) {
    uit += veld;
    for (std::size_t i = 0; i < reeks.size(); ++i) {
      if (i > 0) uit += ',';
      schrijf(uit, reeks[i]);
    }
    uit += ']';
  };
  lijst("\"uitkomsten\":[", uitkomsten.uitkomsten);
  lijst(",\"vragen\":[", uitkomsten.vragen);
}

}  // namespace beding::kern
