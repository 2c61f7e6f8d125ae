// What all builders need: the words of a node of the parse tree, and where to report.
#pragma once

#include <string>
#include <vector>

#include "parser/concrete.h"
#include "parser/items.h"

namespace beding::parser {

class Builder {
 public:
  Builder(const Tokens& tokens, const SourceSet& sources, Diagnostics& diagnostics)
      : tokens_(tokens), context_{sources, diagnostics} {}

  /// The tokens of a node.
  [[nodiscard]] TokenRange range(const Node& node) const {
    return TokenRange(tokens_).subspan(node.begin, node.end - node.begin);
  }

 protected:
  [[nodiscard]] bool isDamaged(const Node& node) const;
  /// The text of the node's own quoted token, or nothing.
  [[nodiscard]] std::string quotedIn(const Node& node) const;
  /// The items of every part.
  std::vector<std::vector<syntax::Item>> parts(const Node& node);

  const Tokens& tokens_;
  ItemContext context_;
};

}  // namespace beding::parser
