#include "layout/lines.h"

namespace beding::layout {
namespace {

using parser::Node;
using parser::Rule;
using parser::Token;
using parser::TokenKind;
using parser::Tokens;

constexpr std::size_t step = 2;

class Builder {
 public:
  explicit Builder(const Tokens& tokens) : tokens_(tokens) {}

  Lines lines;

  void unit(const Node& node) {
    switch (node.rule) {
      case Rule::header:
        return header(node);
      case Rule::articleHead:
      case Rule::lidHead:
        inArticle_ = true;
        start(node.begin, 0);
        return join(node);
      case Rule::scenario:
        return scenario(node);
      default:
        return statement(node, inArticle_ ? step : asWritten(node.begin), true);
    }
  }

 private:
  void start(std::size_t token, std::size_t indent, bool always = true) {
    lines.starts[tokens_[token].span.begin] = {indent, always};
  }

  /// From its second token on.
  void join(const Node& node) {
    for (std::size_t i = node.begin + 1; i < node.end; ++i) lines.joined.insert(tokens_[i].span.begin);
  }

  void open(const Node& node) {
    for (std::size_t i = node.begin; i + 1 < node.end; ++i) {
      if (tokens_[i].kind != TokenKind::colon) continue;
      lines.opened.insert(tokens_[i + 1].span.begin);
      return;
    }
  }

  /// Vocabulary stands at the margin or under the header, a scenario at the margin or under its lid.
  [[nodiscard]] std::size_t asWritten(std::size_t token) const {
    return tokens_[token].firstOnLine && tokens_[token].column == 0 ? 0 : step;
  }

  void header(const Node& node) {
    start(node.begin, 0);
    for (std::size_t i = node.begin + 1; i < node.end; ++i) {
      const bool part = tokens_[i].kind == TokenKind::gebruikt || tokens_[i].kind == TokenKind::partijen;
      if (part) start(i, step, false);
      const bool agreed = tokens_[i].kind == TokenKind::colon || tokens_[i].kind == TokenKind::semicolon;
      if (agreed && i + 1 < node.end) start(i + 1, 2 * step, false);
    }
  }

  void statement(const Node& node, std::size_t indent, bool always) {
    start(node.begin, indent, always);
    if (node.rule == Rule::issue) return issue(node, indent);
    inside(node, indent);
  }

  /// Labels stay whole; the items of a list stand below its sentence.
  void inside(const Node& node, std::size_t indent) {
    if (node.rule == Rule::label || node.rule == Rule::property) join(node);
    if (node.rule == Rule::judgement || node.rule == Rule::list) open(node);
    if (node.rule == Rule::entries) return entries(node, indent + step);
    for (const Node& part : node.children) inside(part, indent);
  }

  void entries(const Node& node, std::size_t indent) {
    bool marked = false;  // bullets below an item with a mark of its own
    for (const Node& entry : node.children) {
      if (entry.rule != Rule::entry) continue;
      const std::string_view mark = tokens_[entry.begin].text;
      const bool bullet = !mark.starts_with('(') && !mark.ends_with('.');
      marked = marked || !bullet;
      start(entry.begin, indent + (bullet && marked ? step : 0), false);
    }
  }

  void issue(const Node& node, std::size_t indent) {
    for (const Node& part : node.children) {
      if (part.rule == Rule::name) join(node.begin, part.end);
      if (part.rule == Rule::standard) start(part.begin, indent + step);
      if (part.rule == Rule::reading) reading(part, indent + step);
    }
  }

  void reading(const Node& node, std::size_t indent) {
    start(node.begin, indent);
    bool first = true;
    for (const Node& part : node.children) {
      if (part.rule == Rule::name) join(node.begin, part.end);
      if (part.rule != Rule::statement) continue;
      statement(part, indent + step, !first);
      first = false;
    }
  }

  void join(std::size_t begin, std::size_t end) { join(Node{Rule::name, begin, end, {}}); }

  void scenario(const Node& node) {
    const std::size_t indent = inArticle_ ? asWritten(node.begin) : 0;
    start(node.begin, indent);
    for (const Node& part : node.children) {
      if (part.rule == Rule::scenarioHead) {
        join(part);
        continue;
      }
      start(part.begin, indent + step);
      for (const Node& inner : part.children)
        if (inner.rule == Rule::moment) join(part.begin, inner.end);
    }
  }

  const Tokens& tokens_;
  bool inArticle_ = false;
};

}  // namespace

Lines linesOf(const parser::Concrete& concrete, const Tokens& tokens) {
  Builder builder(tokens);
  for (const Node& unit : concrete.units) builder.unit(unit);
  return std::move(builder.lines);
}

}  // namespace beding::layout
