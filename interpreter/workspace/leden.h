// The leden of a document, as its files name them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "workspace/workspace.h"

namespace beding {

/// A lid with where it stands. An article's own sentences, before its first lid, stand under the article's number.
struct LidPlace {
  std::string id;  ///< "6.5"
  const syntax::Article* article = nullptr;
  const syntax::Lid* lid = nullptr;
};

/// In the order of the files.
std::vector<LidPlace> ledenOf(const Workspace& workspace, const Document& document);

/// "clauses/vandeez/06-prijzen.beding:60" of that lid, else of the lid it is a part of; empty when there is neither.
std::string placeOfLid(const Workspace& workspace, const Document& document, std::string_view id);

/// The lid of which `id` is a part: "6.5" for "6.5.a"; empty when it is none.
std::string_view outerLid(std::string_view id);

}  // namespace beding
