// The REPL without a terminal: an entry goes in, words come out. An entry that is wrong changes nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/text.h"
#include "engine/engine.h"
#include "repl/completion.h"
#include "repl/state.h"
#include "workspace/workspace.h"

namespace beding::repl {

struct Reply {
  std::string text;  ///< the answer, or what is wrong; ends with a line feed unless empty
  bool isError = false;
  bool isEnd = false;  ///< the session is over
};

class Session {
 public:
  explicit Session(Style style = {}) : style_(style) {}

  /// One whole entry (`isComplete`). Never throws on what was entered.
  Reply enter(std::string_view entry);

  /// What to say of an entry that a command cut off.
  [[nodiscard]] Reply unfinished(std::string_view entry) const;

  /// What the end of the line can become.
  Completion complete(std::string_view line);

  [[nodiscard]] const State& state() const { return state_; }

 private:
  Reply command(std::string_view entry);
  Reply load(const std::string& what);
  Reply loadTimeline(const std::string& path);
  Reply compareWith(const std::string& names);
  Reply show(const std::string& what);
  Reply why(const std::string& what);
  Reply questions();
  Reply setDate(const std::string& text);
  Reply suppose(const std::string& entry);
  Reply back();
  Reply save(const std::string& path);
  Reply reopen(const std::string& path);
  Reply addClause(std::string_view entry);
  Reply addEvent(std::string_view entry);
  Reply checkExpectation(std::string_view entry);

  /// Takes over the state if its documents compile and its events fit them.
  Reply accept(State next, const Wording& answer);
  void remember(State next);
  /// Writes the clauses of the state to a file of their own.
  FileIndex writeClauses(const State& state);
  [[nodiscard]] Reply said(const Wording& answer) const { return {answer.in(style_.language), false, false}; }
  [[nodiscard]] Reply wrong(const Wording& problem) const { return {problem.in(style_.language) + "\n", true, false}; }
  [[nodiscard]] Reply diagnosed(const Diagnostics& diagnostics) const;
  [[nodiscard]] std::string linesOf(const std::vector<const Outcome*>& outcomes) const;
  [[nodiscard]] bool isColoured() const { return style_.colour == Colour::yes; }
  /// The words of a scenario that holds only this entry; otherwise what is wrong with it.
  const syntax::Scenario* scenarioOf(std::string_view entry, Reply& wrong);
  std::vector<const Compiled*> compiled(const State& state);
  /// The evaluation of each document, or why there is none.
  std::vector<Evaluation> evaluations(bool explain, Reply& wrong);

  Workspace workspace_;
  State state_;
  std::vector<State> past_;            ///< states before, oldest first
  std::vector<std::size_t> branches_;  ///< how much past there was at each `stel`
  Style style_;
};

}  // namespace beding::repl
