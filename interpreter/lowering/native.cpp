#include "lowering/native.h"

#include <algorithm>
#include <array>

#include "lowering/lowering.h"

namespace beding::lowering {

namespace {

using names::PhraseKind;

constexpr std::array<Native, 14> natives{{
    {"openstaande bedrag van", NativeValue::outstanding, {}},
    {"openstaande vorderingen", NativeValue::outstandingTotal, {}},
    {"uiterste betaaldag van", NativeValue::dueDay, {}},
    {"begin van overeenkomst", NativeValue::contractStart, {}},
    {"start van overeenkomst", NativeValue::contractStart, {}},
    {"einde van overeenkomst", NativeValue::contractEnd, {}},
    {"begin van lopende periode", NativeValue::periodStart, {}},
    {"einde van lopende periode", NativeValue::periodEnd, {}},
    {"einde van looptijd", NativeValue::periodEnd, {}},
    {"wettelijke handelsrente", NativeValue::tradeInterest, {}},
    {"wettelijke rente", NativeValue::legalInterest, {}},
    {"voldaan", NativeValue::outstanding, PhraseKind::settled},
    {"vorderingen op opdrachtgever voldaan", NativeValue::outstanding, PhraseKind::allSettled},
    {"overeenkomst van kracht", NativeValue::outstanding, PhraseKind::inForce},
}};

}  // namespace

std::vector<std::string> nativeNames() {
  std::vector<std::string> all;
  all.reserve(natives.size());
  for (const Native& native : natives) all.emplace_back(native.words);
  return all;
}

std::optional<Native> findNative(std::string_view words) {
  const auto found = std::find_if(natives.begin(), natives.end(), [&](const Native& n) { return n.words == words; });
  return found == natives.end() ? std::nullopt : std::optional(*found);
}

graph::ExpressionId native(Lowering& lowering, std::uint32_t kind, const std::vector<graph::ExpressionId>& arguments) {
  switch (static_cast<NativeValue>(kind)) {
    case NativeValue::outstanding:
      return lowering.operation(Op::outstanding, Type::money, arguments, 0);
    case NativeValue::outstandingTotal:
      return lowering.operation(Op::outstanding, Type::money, {}, 1);
    case NativeValue::dueDay:
      return lowering.operation(Op::deadlineOf, Type::date, arguments, graph::NormId::nothing);
    case NativeValue::contractStart:
      return lowering.operation(Op::contractStart, Type::date, {});
    case NativeValue::contractEnd:
      return lowering.operation(Op::contractEnd, Type::date, {});
    case NativeValue::periodStart:
      return lowering.operation(Op::periodStart, Type::date, {});
    case NativeValue::periodEnd:
      return lowering.operation(Op::runningPeriodEnd, Type::date, {});
    case NativeValue::tradeInterest:
    case NativeValue::legalInterest:
    case NativeValue::collectionCosts:
      break;
  }
  return {};
}

}  // namespace beding::lowering
