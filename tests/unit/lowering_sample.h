// Shared by the tests of the lowering: a small vocabulary, a sentence in 1.1, and what became of it as text.
#pragma once

#include <doctest/doctest.h>

#include <string>

#include "diagnostics/text.h"
#include "graph/print.h"
#include "lowering/from_syntax.h"
#include "parser/parser.h"

namespace beding::sample {

/// `factuur verzonden` has attribute 0 factuur, 1 factuurdatum, 2 bedrag; `bezwaar gemaakt` 0 partij, 1 tegen, 2 vorm.
inline constexpr const char* lines = R"(voorwaarden proef.
  partijen Opdrachtnemer, Opdrachtgever.

vorm schriftelijk "schriftelijk".
gebeurtenis factuur verzonden met factuur (kenmerk), factuurdatum (datum, standaard op), bedrag (geld).
gebeurtenis gebrek ontdekt met gebrek (kenmerk).
gebeurtenis bezwaar gemaakt met partij (rol, handelend), tegen (verwijzing), vorm (vorm).
gebeurtenis opzegging gedaan met partij (rol, handelend).
gebeurtenis opschorting ingeroepen met partij (rol, handelend).
gebeurtenis insolventie gebeurtenis met partij (rol).
gebeurtenis partij overleden met partij (rol).
zaak factuur (facturen) ontstaat bij factuur verzonden, met kenmerk factuur.
zaak gebrek (gebreken) ontstaat bij gebrek ontdekt, met kenmerk gebrek.
ingebouwd het openstaande bedrag van een factuur.
ingebouwd een factuur is voldaan.
ingebouwd het einde van de lopende periode.
handeling de factuur betalen (betaald) is vervuld zodra de factuur voldaan is.
handeling bezwaar maken tegen een factuur (bezwaar gemaakt tegen een factuur)
  gebeurt door bezwaar gemaakt waarvan tegen de factuur is.
handeling de Overeenkomst opzeggen (opgezegd) gebeurt door opzegging gedaan.
handeling de Diensten opschorten (opgeschort) gebeurt door opschorting ingeroepen.
toestand een factuur is te laat zodra de factuur ontstaat.
toestand een gebrek is ernstig zodra het gebrek ontstaat.
toestand een Partij is failliet zodra insolventie gebeurtenis waarvan partij de Partij is.
toestand een Partij is dood zodra partij overleden waarvan partij de Partij is.

artikel 1 "Proef"
lid 1
)";

struct Text {
  SourceSet sources;
  Diagnostics diagnostics;
  syntax::File file;
  graph::Graph graph;

  explicit Text(const std::string& sentences) {
    file = parse(sources, sources.add("proef.beding", lines + ("  " + sentences) + "\n"), diagnostics);
    graph = lower({&file}, sources, diagnostics).graph;
  }

  /// The expression as text, or the codes of what was reported instead.
  [[nodiscard]] std::string shown(graph::ExpressionId id) const {
    std::string codes;
    for (const Diagnostic* each : inOrder(diagnostics))
      codes += (codes.empty() ? "" : " ") + std::string(each->kind->code);
    return !codes.empty() ? codes : id ? graph::text(graph, id) : "niets";
  }
};

struct Case {
  const char* written;
  const char* read;
};

}  // namespace beding::sample
