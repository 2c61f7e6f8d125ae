// The grammar reads a flat row of headings and statements; here they are put under each other.
#include "parser/build.h"

#include "diagnostics/registry_parse.h"
#include "parser/header_builder.h"
#include "parser/scenario_builder.h"
#include "parser/statement_builder.h"

namespace beding::parser {
namespace {

using namespace diagnostics;

/// What stands before the first lid, or before the first article.
constexpr std::string_view opening = "aanhef";

class FileBuilder {
 public:
  FileBuilder(const Tokens& tokens, const SourceSet& sources, Diagnostics& diagnostics)
      : tokens_(tokens),
        diagnostics_(diagnostics),
        headers_(tokens, sources, diagnostics),
        statements_(tokens, sources, diagnostics),
        scenarios_(tokens, sources, diagnostics) {}

  syntax::File build(const Concrete& concrete) {
    for (const Node& unit : concrete.units) add(unit);
    return std::move(file_);
  }

 private:
  void add(const Node& unit) {
    switch (unit.rule) {
      case Rule::header:
        return addHeader(unit);
      case Rule::articleHead:
        return addArticle(unit);
      case Rule::lidHead:
        return addLid(unit);
      case Rule::scenario:
        return addScenario(unit);
      default:
        return addStatement(unit);
    }
  }

  void addHeader(const Node& unit) {
    if (unit.begin > 0) {
      const Token& keyword = tokens_[unit.begin];
      diagnostics_.report(headerNotFirst, keyword.span, {quoted(keyword)});
      return;
    }
    file_.header = headers_.header(unit);
    file_.statements = headers_.agreements(unit);
  }

  void addArticle(const Node& unit) {
    syntax::Article article;
    article.number = numberOf(unit);
    article.title = titleOf(unit);
    article.span = spanOf(statements_.range(unit));
    file_.articles.push_back(std::move(article));
  }

  /// What stands before the first article is `lid aanhef`. Any other lid without an article is kept under an article
  /// without a number too, so that its sentences are still checked.
  void addLid(const Node& unit) {
    const Span place = spanOf(statements_.range(unit));
    std::string number = numberOf(unit);
    if (file_.articles.empty()) {
      if (number != opening) diagnostics_.report(lidOutsideArticle, place);
      file_.articles.push_back({"", "", {}, place});
    }
    file_.articles.back().lids.push_back({std::move(number), titleOf(unit), {}, place});
  }

  void addScenario(const Node& unit) {
    auto scenario = scenarios_.scenario(unit);
    if (!scenario) return;
    scenario->lid = placeOfScenario();
    file_.scenarios.push_back(std::move(*scenario));
  }

  [[nodiscard]] std::string placeOfScenario() const {
    if (file_.articles.empty()) return {};
    const syntax::Article& article = file_.articles.back();
    return article.lids.empty() ? article.number : syntax::lidName(article, article.lids.back());
  }

  void addStatement(const Node& unit) {
    auto statement = statements_.statement(unit);
    if (!statement) return;
    if (file_.articles.empty()) return file_.statements.push_back(std::move(*statement));
    syntax::Article& article = file_.articles.back();
    if (article.lids.empty()) article.lids.push_back({"", "", {}, article.span});
    syntax::Lid& lid = article.lids.back();
    lid.span = cover(lid.span, statement->span);
    article.span = cover(article.span, statement->span);
    lid.statements.push_back(std::move(*statement));
  }

  /// A number must hold a digit, or be `aanhef`: `lid vijf` has none.
  std::string numberOf(const Node& heading) {
    const Token& keyword = tokens_[heading.begin];
    const Node* number = child(heading, Rule::number);
    std::string text = number == nullptr ? std::string() : spelled(statements_.range(*number));
    if (text == opening || text.find_first_of("0123456789") != text.npos) return text;
    const Span behind{keyword.span.file, keyword.span.end, keyword.span.end};
    diagnostics_.report(missingNumber, number == nullptr ? behind : spanOf(statements_.range(*number)),
                        {std::string(keyword.text)});
    return {};
  }

  [[nodiscard]] std::string titleOf(const Node& heading) const {
    const Token& last = tokens_[heading.end - 1];
    return last.kind == TokenKind::string ? unquoted(last) : std::string();
  }

  const Tokens& tokens_;
  Diagnostics& diagnostics_;
  HeaderBuilder headers_;
  StatementBuilder statements_;
  ScenarioBuilder scenarios_;
  syntax::File file_;
};

}  // namespace

syntax::File build(const Concrete& concrete, const Tokens& tokens, const SourceSet& sources, FileIndex index,
                   Diagnostics& diagnostics) {
  syntax::File file = FileBuilder(tokens, sources, diagnostics).build(concrete);
  file.index = index;
  return file;
}

}  // namespace beding::parser
