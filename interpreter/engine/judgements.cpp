// Open norms, answered by `oordeel vastgelegd`: not events in the order of the timeline, but answers for the whole life
// of their subject.
#include "engine/expressions.h"

namespace beding::engine {

namespace {

using graph::Judgement;

std::string idOf(const World& world, const Judgement& judgement) {
  return lidOf(world, judgement.where) + "/" + judgement.words;
}

/// A judgement names the open norm, or only the lid (then also its parts).
bool names(const World& world, const JudgementAnswer& answer, const Judgement& judgement) {
  if (answer.norm == idOf(world, judgement)) return true;
  const std::string lid = lidOf(world, judgement.where);
  return answer.norm == lid || lid.starts_with(answer.norm + ".");
}

std::optional<Value> parsed(const std::string& text, Type type) {
  const auto some = [](const auto& found) { return found ? std::optional<Value>(*found) : std::nullopt; };
  switch (type) {
    case Type::money:
      return some(parseMoney(text));
    case Type::number:
    case Type::percentage:
      return some(parseDecimal(text));
    case Type::date:
    case Type::instant:
      return some(parseMoment(text));
    case Type::duration:
      return some(parseDuration(text));
    default:
      return Value(text);
  }
}

/// The outcome as a value of the judgement's type, if it can be one: who names only the lid answers its conditions,
/// not its amounts.
std::optional<Value> asType(const Value& value, Type type) {
  if (value == Value(Truth::unknown)) return value;
  if (type == Type::truth) return std::holds_alternative<Truth>(value) ? std::optional(value) : std::nullopt;
  if (std::holds_alternative<Truth>(value)) return std::nullopt;
  if (const auto* text = std::get_if<std::string>(&value)) return parsed(*text, type);
  if (const auto* number = std::get_if<Number>(&value); number != nullptr && type == Type::money) return Money{*number};
  if (const auto* money = std::get_if<Money>(&value); money != nullptr && type != Type::money) return money->euros;
  return isKnown(value) ? std::optional(value) : std::nullopt;
}

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
    if (answer.at.day > world.asOf || !about || !names(world, answer, judgement)) continue;
    if (!asType(answer.outcome, judgement.type)) continue;
    if (best == nullptr || goesBefore(answer, *best)) best = &answer;
  }
  return best;
}

Answer ask(World& world, const Judgement& judgement, Binding subject) {
  const std::string text = judgement.question.empty() ? judgement.words : judgement.question;
  const std::string taken = judgement.assumed == Truth::no ? "verondersteld nee: " : "verondersteld: ";
  const std::string assumption = judgement.assumed ? taken + text : "";
  const auto question = world.questions.ask({idOf(world, judgement), text, world.keyOf(subject), assumption});
  Answer answer = judgement.type == Type::truth ? truth(Truth::unknown) : Answer{};
  if (!judgement.assumed) {
    add(answer.questions, question);
    return answer;
  }
  answer.value = *judgement.assumed;
  add(answer.assumed, question);
  return answer;
}

}  // namespace

Answer judge(World& world, graph::JudgementId id, Binding subject) {
  const Judgement& judgement = at(world.graph.judgements, id);
  const JudgementAnswer* found = answerTo(world, judgement, world.keyOf(subject));
  // What counts only from the judgement on ("gebleken vrees") is not so while nobody has judged.
  if (found == nullptr && judgement.fromJudgement && judgement.type == Type::truth) return truth(false);
  if (found == nullptr || found->outcome == Value(Truth::unknown)) return ask(world, judgement, subject);
  const Tick from = startTick(found->at);
  Answer answer = known(*asType(found->outcome, judgement.type));
  if (judgement.fromJudgement && world.now < from) {
    answer = judgement.type == Type::truth ? truth(false) : Answer{};
    answer.until = from;
  }
  return answer;
}

}  // namespace beding::engine
