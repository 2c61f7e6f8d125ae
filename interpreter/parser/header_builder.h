// The header of a file: parse tree to syntax tree.
#pragma once

#include "parser/builder.h"

namespace beding::parser {

class HeaderBuilder : public Builder {
 public:
  using Builder::Builder;

  /// Names and parties of the header; an error leaves its part out.
  syntax::Header header(const Node& node);
  /// What the header of a contract says is agreed: sentences as any other.
  std::vector<syntax::Statement> agreements(const Node& header);

 private:
  void fillUses(syntax::Header& result, const Node& uses);
  void fillContract(syntax::Header& result, const Node& contract);
  void fillPart(syntax::Header& result, TokenRange words);
  syntax::Statement agreement(TokenRange words);
};

}  // namespace beding::parser
