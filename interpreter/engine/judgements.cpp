// Open norms, answered by `oordeel vastgelegd`: not events in the order of the timeline, but answers for the whole life
// of their subject.
#include "engine/judgements.h"

#include "engine/expressions.h"

namespace beding::engine {

namespace {

using graph::Judgement;

/// The answer about this subject goes before one about all subjects; the later before the earlier.
bool goesBefore(const JudgementAnswer& a, const JudgementAnswer& b) {
  if (a.subject.empty() != b.subject.empty()) return !a.subject.empty();
  if (a.at != b.at) return earliest(a.at) > earliest(b.at);
  return a.position > b.position;
}

const JudgementAnswer* answerTo(const World& world, const Judgement& judgement, const std::string& subject) {
  const JudgementAnswer* best = nullptr;
  for (const JudgementAnswer& answer : world.timeline.judgements) {
    const bool about = answer.subject.empty() || answer.subject == subject;
    if (answer.at.day > world.asOf || !about || !isNamed(world.graph, judgement, answer.norm)) continue;
    if (!answerAs(answer.outcome, judgement.type)) continue;
    if (best == nullptr || goesBefore(answer, *best)) best = &answer;
  }
  return best;
}

AskedQuestion questionOf(const World& world, const Judgement& judgement, Binding subject) {
  const std::string text = judgement.question.empty() ? judgement.words : judgement.question;
  Wording assumption;
  if (judgement.assumed == Truth::no) assumption = worded({"verondersteld nee: {0}", "assumed not: {0}"}, {text});
  if (judgement.assumed == Truth::yes) assumption = worded({"verondersteld: {0}", "assumed: {0}"}, {text});
  return {idOf(world.graph, judgement), text, world.keyOf(subject), assumption};
}

Answer ask(World& world, const Judgement& judgement, Binding subject) {
  const QuestionSet question =
      world.questions.ask(&judgement, subject, [&] { return questionOf(world, judgement, subject); });
  Answer answer = judgement.type == Type::truth ? truth(Truth::unknown) : Answer{};
  if (!judgement.assumed) {
    answer.questions = question;
    return answer;
  }
  answer.value = *judgement.assumed;
  answer.assumed = question;
  return answer;
}

}  // namespace

namespace {

std::string wholeLid(const graph::Graph& graph, const graph::Provenance& where) {
  return (where.document.empty() ? graph.document : where.document) + ":" + where.lid;
}

}  // namespace

std::string idOf(const graph::Graph& graph, const Judgement& judgement) {
  return wholeLid(graph, judgement.where) + "/" + judgement.words;
}

bool isNamed(const graph::Graph& graph, const Judgement& judgement, std::string_view norm) {
  if (norm == idOf(graph, judgement)) return true;
  const std::string lid = wholeLid(graph, judgement.where);
  return norm == lid || lid.starts_with(std::string(norm) + ".");
}

std::optional<Value> answerAs(const Value& outcome, Type type) {
  if (outcome == Value(Truth::unknown)) return outcome;
  if (type == Type::truth) return std::holds_alternative<Truth>(outcome) ? std::optional(outcome) : std::nullopt;
  if (std::holds_alternative<Truth>(outcome)) return std::nullopt;
  if (const auto* text = std::get_if<std::string>(&outcome)) return valueFrom(*text, type);
  if (const auto* number = std::get_if<Number>(&outcome); number != nullptr && type == Type::money)
    return Money{*number};
  if (const auto* money = std::get_if<Money>(&outcome); money != nullptr && type != Type::money) return money->euros;
  return isKnown(outcome) ? std::optional(outcome) : std::nullopt;
}

Answer judge(World& world, graph::JudgementId id, Binding subject) {
  const Judgement& judgement = at(world.graph.judgements, id);
  const JudgementAnswer* found = answerTo(world, judgement, world.keyOf(subject));
  // What counts only from the judgement on ("gebleken vrees") is not so while nobody has judged.
  if (found == nullptr && judgement.fromJudgement && judgement.type == Type::truth) return truth(false);
  if (found == nullptr || found->outcome == Value(Truth::unknown)) return ask(world, judgement, subject);
  const Tick from = startTick(found->at);
  Answer answer = known(*answerAs(found->outcome, judgement.type));
  if (judgement.fromJudgement && world.now < from) {
    answer = judgement.type == Type::truth ? truth(false) : Answer{};
    answer.until = from;
  }
  return answer;
}

}  // namespace beding::engine
