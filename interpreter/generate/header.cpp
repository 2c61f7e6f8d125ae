#include "generate/header.h"

#include <algorithm>
#include <span>

#include "generate/names.h"

namespace beding::generate::kern {
std::span<const std::pair<std::string_view, std::string_view>> files();
}

namespace beding::generate {

std::string openingText(const graph::Graph& graph, const std::string& command) {
  std::string text =
      "// " + graph.title + "\n//\n// Gemaakt uit de bedingen met `" + command +
      "`: verander de bedingen, en niet dit bestand.\n// Lezing: de standaard van iedere kwestie. Wat deze "
      "code wel en niet kan, staat in docs/gegenereerd.md.\n#pragma once\n\n";
  for (const char* name :
       {"algorithm", "array", "cstddef", "cstdint", "cstring", "deque", "initializer_list", "limits", "numeric",
        "optional", "stdexcept", "string", "string_view", "tuple", "type_traits", "utility", "variant", "vector"})
    text += "#include <" + std::string(name) + ">\n";
  return text;
}

std::string kernelText() {
  static constexpr const char* order[] = {
      "datum.h",      "kalender.h", "centen.h",    "waarheid.h", "uren.h",        "wekker.h",  "status.h",
      "toestand.h",   "norm.h",     "plicht.h",    "eis.h",      "bevoegdheid.h", "bedrag.h",  "verbod.h",
      "verwijzing.h", "rente.h",    "grootboek.h", "uitkomst.h", "looptijd.h",    "verloop.h", "uitoefening.h",
      "stilstand.h",  "getal.h",    "recht.h",     "afspraak.h", "melden.h",      "loop.h"};
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

std::set<std::string> kernelNames() { return namesIn(kernelText()); }

}  // namespace beding::generate
