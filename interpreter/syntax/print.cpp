#include "syntax/print.h"

#include "base/text.h"

namespace beding::syntax {
namespace {

std::string_view truthName(Truth truth) { return truth == Truth::yes ? "ja" : truth == Truth::no ? "nee" : "onbekend"; }

struct ValueText {
  std::string operator()(std::monostate) const { return ""; }
  std::string operator()(Truth truth) const { return std::string(truthName(truth)); }
  std::string operator()(const Number& number) const { return number.text(); }
  std::string operator()(const Money& money) const { return money.euros.text(); }
  std::string operator()(const Moment& moment) const { return isoText(moment); }
  std::string operator()(const Duration& duration) const { return dutchText(duration); }
  std::string operator()(const std::string& text) const { return inQuotes(text); }
  std::string operator()(const std::vector<std::string>&) const { return ""; }
};

std::string between(std::string_view before, std::string_view text, std::string_view after) {
  std::string result(before);
  result += text;
  return result.append(after);
}

std::string bracketed(const std::string& text) { return between("[", text, "]"); }

std::string literalText(const Item& item) {
  std::string words(typeName(item.type));
  addWord(words, std::visit(ValueText{}, item.value));
  return between("<", words, ">");
}

std::string itemText(const Item& item) {
  switch (item.kind) {
    case ItemKind::word:
      return item.key.find(' ') == item.key.npos ? item.text : bracketed(item.text);
    case ItemKind::skeleton:
      return bracketed(item.text);
    case ItemKind::comma:
      return ",";
    case ItemKind::openParen:
      return "(";
    case ItemKind::closeParen:
      return ")";
    case ItemKind::literal:
      return literalText(item);
    case ItemKind::reference:
      return between("{", item.key, "}");
    case ItemKind::fence:
      return between("« ", itemsText(item.inside), " »");
  }
  return "";
}

std::string quoted(const std::string& title) { return title.empty() ? std::string() : between(" \"", title, "\""); }

class Printer {
 public:
  std::string text() { return std::move(out_); }

  void file(const File& file) {
    header(file.header);
    for (const Statement& each : file.statements) statement(each);
    for (const Article& each : file.articles) article(each);
    for (const Scenario& each : file.scenarios) scenario(each);
  }

  void statement(const Statement& s) {
    line(std::string(dutchName(s.kind)) + (s.label ? " " + *s.label : "") + (s.name.empty() ? "" : " " + s.name) +
         quoted(s.quoted));
    ++depth_;
    for (const auto& form : s.forms) line("vorm: " + itemsText(form));
    clauses("met ", s.options);
    clauses("", s.clauses);
    for (const AttributeDecl& each : s.attributes) attribute(each);
    list(s);
    for (const Reading& each : s.readings) reading(each);
    if (!s.standard.empty()) line("standaard: " + s.standard);
    --depth_;
  }

 private:
  void line(const std::string& words) { out_ += std::string(depth_ * 2, ' ') + words + "\n"; }

  void header(const Header& h) {
    if (h.kind == HeaderKind::none) return;
    const char* kind = h.kind == HeaderKind::terms     ? "voorwaarden "
                       : h.kind == HeaderKind::library ? "bibliotheek "
                                                       : "overeenkomst ";
    line(kind + h.name + quoted(h.title));
    ++depth_;
    for (const std::string& name : h.uses) line("gebruikt: " + name);
    for (const auto& party : h.parties) line("partij: " + itemsText(party));
    --depth_;
  }

  void article(const Article& a) {
    line("artikel " + a.number + quoted(a.title));
    ++depth_;
    for (const Lid& each : a.lids) {
      line("lid " + (each.number.empty() ? "(zonder nummer)" : each.number) + quoted(each.title));
      ++depth_;
      for (const Statement& s : each.statements) statement(s);
      --depth_;
    }
    --depth_;
  }

  void clauses(const std::string& prefix, const std::vector<Clause>& all) {
    for (const Clause& clause : all)
      line(prefix + std::string(dutchName(clause.conjunction)) + ": " + itemsText(clause.items));
  }

  void attribute(const AttributeDecl& a) {
    std::string words = "attribuut " + a.name + ": " + a.typeName;
    for (const std::string& choice : a.choices) words += " \"" + choice + "\"";
    for (const std::string& option : a.options) words += ", " + option;
    if (!a.standard.empty()) words += ", standaard \"" + a.standard + "\"";
    line(words);
  }

  void list(const Statement& s) {
    if (s.listMode == ListMode::none) return;
    line(s.listMode == ListMode::open ? "lijst, open" : s.listMode == ListMode::closed ? "lijst, gesloten" : "lijst");
    ++depth_;
    for (const ListEntry& entry : s.list) {
      line("onderdeel" + (entry.id.empty() ? "" : " " + entry.id));
      ++depth_;
      clauses("", entry.clauses);
      --depth_;
    }
    --depth_;
  }

  void reading(const Reading& r) {
    line("lezing " + r.name);
    ++depth_;
    for (const Statement& each : r.statements) statement(each);
    --depth_;
  }

  void scenario(const Scenario& s) {
    line("scenario \"" + s.name + "\"" + (s.lid.empty() ? "" : " bij " + s.lid));
    ++depth_;
    for (const std::string& name : s.documents) line("document: " + name);
    for (const ReadingChoice& choice : s.readings)
      line("lezing: " + choice.reading + " van " + choice.lid + " " + choice.issue);
    for (const ScenarioEvent& event : s.events) moment("op ", event.at, event.parts);
    for (const Expectation& each : s.expectations) moment("verwacht op ", each.at, each.parts);
    --depth_;
  }

  void moment(const std::string& word, const Moment& at, const std::vector<std::vector<Item>>& parts) {
    line(word + isoText(at));
    ++depth_;
    for (const auto& part : parts) line(itemsText(part));
    --depth_;
  }

  std::string out_;
  std::size_t depth_ = 0;
};

}  // namespace

std::string_view dutchName(Conjunction conjunction) {
  switch (conjunction) {
    case Conjunction::none:
      return "hoofdzin";
    case Conjunction::indien:
      return "indien";
    case Conjunction::tenzij:
      return "tenzij";
    case Conjunction::zodra:
      return "zodra";
    case Conjunction::zolang:
      return "zolang";
    case Conjunction::totdat:
      return "totdat";
  }
  return "";
}

std::string_view dutchName(StatementKind kind) {
  switch (kind) {
    case StatementKind::sentence:
      return "zin";
    case StatementKind::event:
      return "gebeurtenis";
    case StatementKind::entity:
      return "zaak";
    case StatementKind::act:
      return "handeling";
    case StatementKind::state:
      return "toestand";
    case StatementKind::form:
      return "vorm";
    case StatementKind::judgement:
      return "ter beoordeling";
    case StatementKind::issue:
      return "kwestie";
    case StatementKind::note:
      return "let op";
    case StatementKind::notExecutable:
      return "niet uitvoerbaar";
    case StatementKind::property:
      return "eigenschap";
    case StatementKind::native:
      return "ingebouwd";
  }
  return "";
}

std::string itemsText(const std::vector<Item>& items) {
  std::string result;
  for (const Item& item : items) {
    if (!result.empty() && item.kind != ItemKind::comma) result += ' ';
    result += itemText(item);
  }
  return result;
}

std::string treeText(const File& file) {
  Printer printer;
  printer.file(file);
  return printer.text();
}

std::string treeText(const Statement& statement) {
  Printer printer;
  printer.statement(statement);
  return printer.text();
}

}  // namespace beding::syntax
