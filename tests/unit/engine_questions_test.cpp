// Questions and the sets of them: each set is made once, and what is taken back leaves no trace.
#include "engine/questions.h"

#include <doctest/doctest.h>

#include <vector>

using namespace beding::engine;

namespace {

AskedQuestion question(const std::string& id, const std::string& text) { return {id, text, "F1", ""}; }

std::vector<std::uint32_t> numbers(QuestionSet set) { return {set.begin(), set.end()}; }

}  // namespace

TEST_CASE("sets of questions are equal when they hold the same, in whatever order that was added") {
  QuestionTable table;
  const QuestionSet a = table.ask(question("a", "a?")), b = table.ask(question("b", "b?"));
  const QuestionSet c = table.ask(question("c", "c?"));
  QuestionSet one = a, other = c;
  one.add(b);
  other.add(b);
  CHECK_FALSE(one == other);
  one.add(c);
  other.add(a);
  CHECK(one == other);
  CHECK(numbers(one) == std::vector<std::uint32_t>{0, 1, 2});
  one.add(QuestionSet{});
  one.add(b);
  CHECK(one == other);
  CHECK(numbers(a) == std::vector<std::uint32_t>{0});  // what was added to a copy of it does not show
  one.clear();
  CHECK(one.empty());
  one.add(other);
  CHECK(one == other);
}

TEST_CASE("the same question is one, in the words that sort first") {
  QuestionTable table;
  const QuestionSet first = table.ask(question("a", "waarom?"));
  CHECK(table.ask(question("a", "hoe?")) == first);
  CHECK(table.ask(question("a", "zie boven")) == first);
  CHECK(table[0].text == "hoe?");
}

TEST_CASE("what is asked after `keep` is gone when it is taken back, words and askers too") {
  QuestionTable table;
  const int asker = 0;
  const Binding subject{Binding::Kind::instance, 2};
  const QuestionSet first = table.ask(question("a", "waarom?"));
  table.keep();
  table.ask(question("a", "hoe?"));
  table.ask(&asker, subject, [] { return question("b", "b?"); });
  CHECK(table[0].text == "hoe?");
  CHECK(table[1].id == "b");
  table.takeBack();
  CHECK(table[0].text == "waarom?");
  CHECK(table.ask(question("a", "waarom?")) == first);
  CHECK(numbers(table.ask(question("c", "c?"))) == std::vector<std::uint32_t>{1});
  bool isAskedAgain = false;
  const QuestionSet again = table.ask(&asker, subject, [&] {
    isAskedAgain = true;
    return question("b", "b?");
  });
  CHECK(isAskedAgain);
  CHECK(numbers(again) == std::vector<std::uint32_t>{2});
  CHECK(table.ask(&asker, subject, [] { return question("d", "d?"); }) == again);  // not asked for its words again
}
