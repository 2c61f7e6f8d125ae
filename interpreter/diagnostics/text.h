// Diagnostics to words: the only place where messages get their shape.
//
//   voorwaarden.beding:12:5: fout[B008]: aan het einde van deze zin ontbreekt een punt
//     12 |   betaling: Opdrachtgever moet de factuur betalen
//        |                                                  ^
//        bedoelde u: ...
//        sluit de zin af met een punt
#pragma once

#include <string>

#include "base/wording.h"
#include "diagnostics/diagnostic.h"
#include "source/source.h"

namespace beding {

enum class Colour : bool { no, yes };

/// How messages are shown.
struct Style {
  Colour colour = Colour::no;
  Language language = Language::dutch;
};

/// One message with its source line, carets, other places, suggestions and remedy; ends with a line feed.
std::string textOf(const Diagnostic& diagnostic, const SourceSet& sources, Style style = {});
/// All messages in the order of their places (file, then offset), with an empty line between them.
std::string textOf(const Diagnostics& diagnostics, const SourceSet& sources, Style style = {});

/// A JSON array, one object per message, in the same order: code, naam, ernst, melding, bestand, regel, kolom,
/// eindregel, eindkolom, remedie, bedoelde_u, ook. Only sentences follow the language.
std::string jsonOf(const Diagnostics& diagnostics, const SourceSet& sources, Language language = Language::dutch);

/// The messages in the order of their places.
std::vector<const Diagnostic*> inOrder(const Diagnostics& diagnostics);

}  // namespace beding
