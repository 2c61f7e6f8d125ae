// The ledger: what is open, and what a payment goes to (docs/taal.md 6.5, 6.10; art. 6:43 and 6:44 BW).
#include <algorithm>
#include <tuple>

#include "oracle/reference_instant.h"

namespace beding::oracle {

using graph::PostKind;

InterestResult interestThrough(const View& view, const Account& account, Date day) {
  const graph::Amount& amount = view.graph().amounts[account.amount];
  const RateTable agreed = fixedRate("overeengekomen rente", account.rate);
  InterestTerms terms;
  terms.table = amount.table ? &at(view.graph().rateTables, amount.table) : &agreed;
  terms.daysPerYear = amount.daysPerYear;
  terms.capitalises = amount.capitalises;
  const Date last = account.lastDay ? std::min(*account.lastDay, day) : day;
  if (last < account.firstDay) return {};
  return interest(account.base, account.firstDay, last, terms, account.payments);
}

namespace {

std::optional<std::uint32_t> postOf(const Books& books, const std::string& key, PostKind kind) {
  for (std::uint32_t index = 0; index < books.posts.size(); ++index)
    if (books.posts[index].kind == kind && books.posts[index].key == key) return index;
  return std::nullopt;
}

Money openInterest(const View& view, const Account& account, Date day) {
  return interestThrough(view, account, day).total - account.paid;
}

}  // namespace

std::optional<std::uint32_t> principalOf(const Books& books, const std::string& key) {
  return postOf(books, key, PostKind::principal);
}

std::optional<std::uint32_t> claimOf(const Books& books, const std::string& key) {
  const auto invoice = principalOf(books, key);
  return invoice ? invoice : postOf(books, key, PostKind::advance);
}

Money openPrincipal(const Books& books, const std::string* key) {
  Money sum;
  for (const Post& post : books.posts)
    if (post.kind == PostKind::principal && (key == nullptr || post.key == *key)) sum = sum + post.open();
  return sum;
}

/// An advance is no debt beside the invoice that is still to come.
Money openEverything(const View& view, const std::string* key) {
  const Books& books = view.facts.books;
  Money sum;
  for (const Post& post : books.posts) {
    const bool belongs = key != nullptr && post.principal != noPost && books.posts[post.principal].key == *key;
    const bool counts = key == nullptr ? post.kind != PostKind::advance : post.key == *key || belongs;
    if (counts) sum = sum + post.open();
  }
  bool grows = false;
  for (const Account& account : books.accounts) {
    grows = grows || !account.lastDay;
    if (key == nullptr || books.posts[account.principal].key == *key)
      sum = sum + openInterest(view, account, dayOf(view.now));
  }
  if (grows) lookAt(view, momentOf(dayOf(view.now)));
  return sum;
}

// -------------------------------------------------------------------------------------------------------- allocation

namespace {

/// A post, or the interest of an account.
struct Target {
  bool isInterest = false;
  std::uint32_t index = 0;
  PostKind kind = PostKind::principal;
  std::uint32_t claim = 0;  ///< the principal post that it belongs to, else itself
};

std::vector<Target> targetsOf(const Books& books) {
  std::vector<Target> targets;
  for (std::uint32_t index = 0; index < books.posts.size(); ++index) {
    const Post& post = books.posts[index];
    if (post.payable) targets.push_back({false, index, post.kind, post.principal == noPost ? index : post.principal});
  }
  for (std::uint32_t index = 0; index < books.accounts.size(); ++index)
    targets.push_back({true, index, PostKind::interest, books.accounts[index].principal});
  return targets;
}

/// What a payment can go to: interest that may only be charged, as far as it has been.
Money payable(const View& view, const Books& books, const Target& target, Date day) {
  if (!target.isInterest) return books.posts[target.index].open();
  const Account& account = books.accounts[target.index];
  const Money open = openInterest(view, account, day);
  return account.owed ? open : std::max(Money{}, std::min(open, account.charged - account.paid));
}

void pay(Books& books, const Target& target, Money part, Date day) {
  if (target.isInterest) {
    books.accounts[target.index].payments.push_back({day, part, true});
    books.accounts[target.index].paid = books.accounts[target.index].paid + part;
    return;
  }
  Post& post = books.posts[target.index];
  post.paid = post.paid + part;
  if (post.open() <= Money{}) post.settledOn = day;
  for (Account& account : books.accounts) {
    const bool runs = account.firstDay <= day && (!account.lastDay || day <= *account.lastDay);
    if (account.principal == target.index && runs) account.payments.push_back({day, part, false});
  }
}

Money allocate(const View& view, Books& books, const std::vector<Target>& targets, Money amount, Date day) {
  for (const Target& target : targets) {
    const Money part = std::min(amount, payable(view, books, target, day));
    if (part <= Money{}) continue;
    pay(books, target, part, day);
    amount = amount - part;
  }
  return amount;
}

Date dueDay(const Post& post) { return post.due ? post.due->day : post.date; }

/// Oldest: due date, then invoice date, then position on the timeline.
auto age(const Books& books, const Target& target) {
  const Post& post = books.posts[target.claim];
  return std::tuple(dueDay(post), post.date, post.order, target.claim);
}

/// Art. 6:44 BW: costs, then interest, then the principal. An advance stands behind every invoice.
int rankByLaw(PostKind kind) {
  if (kind == PostKind::costs) return 0;
  if (kind == PostKind::interest) return 1;
  return kind == PostKind::advance ? 3 : 2;
}

void sortByLaw(const Books& books, std::vector<Target>& targets) {
  std::stable_sort(targets.begin(), targets.end(), [&](const Target& a, const Target& b) {
    return std::tuple(age(books, a), rankByLaw(a.kind)) < std::tuple(age(books, b), rankByLaw(b.kind));
  });
}

/// The clause's order over all claims, and without a clause the law's.
void sort(const View& view, const Books& books, std::vector<Target>& targets) {
  sortByLaw(books, targets);
  const graph::LedgerRules& rules = view.graph().ledger;
  if (!rules.orderFromClause || rules.order.empty()) return;
  const auto rank = [&](const Target& target) {
    return std::find(rules.order.begin(), rules.order.end(), target.kind) - rules.order.begin();
  };
  std::stable_sort(targets.begin(), targets.end(), [&](const Target& a, const Target& b) {
    return std::tuple(rank(a), age(books, a)) < std::tuple(rank(b), age(books, b));
  });
}

bool isNamed(const Books& books, const Target& target, const std::vector<std::string>& keys) {
  const std::string& claim = books.posts[target.claim].key;
  const std::string& own = target.isInterest ? claim : books.posts[target.index].key;
  return std::any_of(keys.begin(), keys.end(), [&](const auto& key) { return key == own || key == claim; });
}

void keepDue(const Books& books, std::vector<Target>& targets, Date day) {
  std::erase_if(targets, [&](const Target& target) { return dueDay(books.posts[target.claim]) > day; });
}

/// What the payment names first; what is then left, to what has fallen due.
void receive(const View& view, Books& books, Date day, Money amount, const std::vector<std::string>& named) {
  std::vector<Target> targets = targetsOf(books);
  sort(view, books, targets);
  if (!named.empty() && !view.graph().ledger.ignoreDesignation) {
    std::vector<Target> own;
    for (const Target& target : targets)
      if (isNamed(books, target, named)) own.push_back(target);
    sortByLaw(books, own);
    amount = allocate(view, books, own, amount, day);
    keepDue(books, targets, day);
  }
  books.credit = books.credit + allocate(view, books, targets, amount, day);
}

}  // namespace

// ------------------------------------------------------------------------------------------- what comes in by events

namespace {

std::optional<Post> claimFor(const View& view, std::uint32_t instance, graph::ExpressionId asked, const Place& place) {
  const Answer amount = valueOf(view, asked, place);
  if (moneyIn(amount) == nullptr) return std::nullopt;
  Post post;
  post.key = view.facts.instances[instance].key;
  post.debtor = graph::Party::client;
  post.amount = roundedToCents(*moneyIn(amount));
  post.date = dayOf(view.now);
  post.order = view.facts.instances[instance].bornOf;
  return post;
}

/// An invoice or advance, once its amount is known.
std::optional<Post> bookedFor(const View& view, std::uint32_t instance, bool isInvoice) {
  const graph::LedgerRules& rules = view.graph().ledger;
  const Place place = Place{}.with(0, {Thing::Kind::instance, instance});
  auto post = claimFor(view, instance, isInvoice ? rules.amount : rules.advanceAmount, place);
  if (!post) return post;
  const Answer day = valueOf(view, isInvoice ? rules.invoiceDate : rules.advanceDue, place);
  if (!isInvoice) post->kind = PostKind::advance;
  if (momentIn(day) != nullptr && isInvoice) post->date = momentIn(day)->day;
  if (momentIn(day) != nullptr && !isInvoice) post->due = *momentIn(day);
  return post;
}

void bookClaims(const View& view, Books& books) {
  const graph::LedgerRules& rules = view.graph().ledger;
  for (std::uint32_t index = 2; index < view.facts.instances.size(); ++index) {
    const Instance& each = view.facts.instances[index];
    const bool isInvoice = rules.invoice && each.entity == rules.invoice;
    if (!isInvoice && !(rules.advance && each.entity == rules.advance)) continue;
    if (std::find(books.booked.begin(), books.booked.end(), index) != books.booked.end()) continue;
    const bool known = (isInvoice ? principalOf(books, each.key) : claimOf(books, each.key)).has_value();
    const auto post = known ? std::nullopt : bookedFor(view, index, isInvoice);
    if (post) books.posts.push_back(*post);
    if (known || post) books.booked.push_back(index);
  }
}

/// An invoice falls due on the last day of the duty to pay it; while that sleeps, by its term all the same.
void takeDueDates(const View& view, const Facts& facts, Books& books) {
  const graph::NormId payment = paymentNorm(view);
  if (!payment) return;
  for (const NormFact& fact : facts.norms[payment.index]) {
    const auto post = principalOf(books, keyOf(view, fact.place.at(0)));
    if (!post) continue;
    Place place = fact.place;
    if (!place.arose) place.arose = view.moment;
    const Answer last = valueOf(view, at(view.graph().norms, payment).term.last, place);
    if (fact.deadline) books.posts[*post].due = fact.deadline;
    if (!books.posts[*post].due && momentIn(last) != nullptr) books.posts[*post].due = *momentIn(last);
  }
}

std::vector<std::string> textsAt(const View& view, std::uint32_t event, std::uint32_t index) {
  const Value* value = attribute(view, event, index);
  return value != nullptr ? textsOf(*value) : std::vector<std::string>{};
}

void receivePayment(const View& view, std::uint32_t event, Books& books) {
  const graph::LedgerRules& rules = view.graph().ledger;
  const Value* amount = attribute(view, event, rules.paymentAmount);
  const auto* money = amount != nullptr ? std::get_if<Money>(amount) : nullptr;
  const auto currency = textsAt(view, event, rules.paymentCurrency);
  if (money == nullptr || (!currency.empty() && currency.front() != "EUR")) return;
  auto named = textsAt(view, event, rules.paymentFor);
  const Event& said = view.in.happenings[event].event;
  receive(view, books, said.at.day, *money, named.empty() ? said.about : named);
}

std::uint32_t firstOf(const View& view, EventTypeId type, Type wanted, std::uint32_t given) {
  const auto& attributes = at(view.graph().events, type).attributes;
  if (given < attributes.size()) return given;
  for (std::uint32_t index = 0; index < attributes.size(); ++index)
    if (attributes[index].type == wanted) return index;
  return given;
}

/// Interest that may be charged takes payments once it has been: so much as is said, else all that has accrued.
void charge(const View& view, std::uint32_t event, Books& books) {
  const graph::LedgerRules& rules = view.graph().ledger;
  const Event& said = view.in.happenings[event].event;
  auto keys = textsAt(view, event, firstOf(view, said.type, Type::reference, rules.chargedFor));
  if (keys.empty()) keys = said.about;
  const Value* value = attribute(view, event, firstOf(view, said.type, Type::money, rules.chargedAmount));
  const auto* money = value != nullptr ? std::get_if<Money>(value) : nullptr;
  for (Account& account : books.accounts) {
    const std::string& key = books.posts[account.principal].key;
    if (!keys.empty() && std::find(keys.begin(), keys.end(), key) == keys.end()) continue;
    const Money accrued = interestThrough(view, account, said.at.day).total;
    account.charged = money != nullptr ? account.charged + *money : accrued;
  }
}

}  // namespace

void useCredit(const View& view, Books& books) {
  if (books.credit <= Money{}) return;
  std::vector<Target> targets = targetsOf(books);
  keepDue(books, targets, dayOf(view.now));
  sort(view, books, targets);
  books.credit = allocate(view, books, targets, books.credit, dayOf(view.now));
  for (const Post& post : books.posts)
    if (books.credit > Money{} && post.open() > Money{}) lookAt(view, post.due.value_or(momentOf(post.date)));
}

Books booksAfter(const View& view, const Facts& before) {
  Books books = before.books;
  bookClaims(view, books);
  takeDueDates(view, view.facts, books);  // of what comes in now
  takeDueDates(view, before, books);
  if (view.event && view.event->happens) {
    const EventTypeId type = view.in.happenings[view.event->event].event.type;
    const graph::LedgerRules& rules = view.graph().ledger;
    if (rules.paymentReceived && type == rules.paymentReceived) receivePayment(view, view.event->event, books);
    if (rules.interestCharged && type == rules.interestCharged) charge(view, view.event->event, books);
  }
  useCredit(view, books);
  return books;
}

}  // namespace beding::oracle
