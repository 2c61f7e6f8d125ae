// The payment clause in JavaScript: days as numbers since 1970, money in cents; both stay far below 2^53.
import { readFileSync } from "node:fs";

const TERM = 14;
const MILLISECONDS = 86_400_000;

export const dayOf = (text) => Date.parse(text) / MILLISECONDS;
export const textOf = (day) => new Date(day * MILLISECONDS).toISOString().slice(0, 10);
const centsOf = (text) => Math.round(Number(text) * 100);
const moneyOf = (cents) => (cents / 100).toFixed(2);

/** [from, hundredths of a per cent], in order; a row with the rate of the row before it is no change. */
export function readRates(path) {
  const rates = [];
  for (const line of readFileSync(path, "utf8").trim().split("\n").slice(1)) {
    const [from, percentage] = line.split(",");
    const rate = centsOf(percentage);
    if (rates.length === 0 || rates.at(-1).rate !== rate) rates.push({ from: dayOf(from), rate });
  }
  return rates;
}

function yearsLater(day, years) {
  const date = new Date(day * MILLISECONDS);
  const later = Date.UTC(date.getUTCFullYear() + years, date.getUTCMonth(), date.getUTCDate());
  const moved = new Date(later).getUTCDate() !== date.getUTCDate(); // 29 February
  return later / MILLISECONDS - (moved ? 1 : 0);
}

/** Interest over one invoice; what is closed is rounded and posted. */
class Interest {
  constructor(rates, first, principal) {
    Object.assign(this, { rates, first, start: first, principal, last: null, years: 0 });
    Object.assign(this, { capitalised: 0, ofYear: 0, posted: 0, paid: 0, nextYear: yearsLater(first, 1) });
  }

  running(day) {
    const rate = this.rates.findLast((row) => row.from <= this.start).rate;
    const days = Math.max(day - this.start + 1, 0);
    return Math.floor(((this.principal + this.capitalised) * rate * days + 1_825_000) / 3_650_000);
  }

  border() {
    return Math.min(this.nextYear, this.rates.find((row) => row.from > this.start)?.from ?? Infinity);
  }

  passBorders(day) {
    for (let border = this.border(); border <= day; border = this.border()) {
      this.close(border - 1);
      if (border !== this.nextYear) continue;
      this.nextYear = yearsLater(this.first, ++this.years + 1);
      this.capitalised += this.ofYear;
      this.ofYear = 0;
    }
  }

  close(day) {
    if (day < this.start) return;
    const cents = this.running(day);
    this.posted += cents;
    this.ofYear += cents;
    this.start = day + 1;
  }

  through(day) {
    if (this.last !== null) return this.posted;
    this.passBorders(day);
    return this.posted + this.running(day);
  }

  payInterest(day, most) {
    const part = Math.min(most, this.through(day) - this.paid);
    if (part <= 0) return 0;
    this.paid += part;
    const met = Math.min(part, this.ofYear + this.running(day));
    this.ofYear -= met;
    if (part > met) {
      this.close(day);
      this.capitalised -= Math.min(part - met, this.capitalised);
    }
    return part;
  }

  payPrincipal(day, cents) {
    this.passBorders(day);
    this.close(day);
    this.principal -= cents;
  }

  end(day) {
    this.passBorders(day);
    this.close(day);
    this.last = day;
  }
}

/** One contract: take its events in order, then ask for its outcomes. */
export class Contract {
  constructor(rates) {
    Object.assign(this, { rates, invoices: [], costs: [], exercises: [], credit: 0 });
    Object.assign(this, { started: null, ended: null, performed: null, suspended: null });
    this.suspension = { ground: "reminded", available: false, used: false, since: null, start: null, end: null };
    this.dissolution = { ...this.suspension, ground: "noticed" };
  }

  take(event) {
    const day = dayOf(event.op);
    this.passDays(day);
    this.handle(event.gebeurtenis, day, event);
  }

  handle(type, day, event) {
    handlers[type]?.call(this, day, event);
  }

  passDays(day) {
    this.passMoney(day);
    this.grant(this.suspension, day);
    this.grant(this.dissolution, day);
  }

  /** Credit meets what falls due, and interest begins over what is late. */
  passMoney(day) {
    for (const invoice of this.invoices)
      if (this.credit > 0 && invoice.open > 0 && invoice.due <= day)
        this.credit = this.payInvoice(invoice, invoice.due, this.credit);
    for (const invoice of this.invoices)
      if (invoice.due < day && invoice.open > 0 && !invoice.interest)
        invoice.interest = new Interest(this.rates, invoice.due + 1, invoice.open);
  }

  /** Since when invoices give ground for a power; Infinity when none does. */
  groundSince(power, day) {
    let since = Infinity;
    for (const invoice of this.invoices) {
      const from = Math.max(invoice[power.ground], invoice.due + 1);
      if (invoice.open > 0 && from <= day) since = Math.min(since, from);
    }
    return since;
  }

  grant(power, day) {
    if (power.available || power.used || this.ended !== null) return;
    const since = this.groundSince(power, day);
    if (since !== Infinity) Object.assign(power, { available: true, start: since, since });
  }

  withdraw(power, day) {
    if (!power.available || (this.ended === null && this.groundSince(power, day) !== Infinity)) return;
    Object.assign(power, { available: false, end: day, since: day });
  }

  addInvoice(day, event) {
    const open = centsOf(event.bedrag);
    this.invoices.push({ key: event.factuur, sent: day, due: day + TERM, open, settled: null, interest: null,
      reminded: Infinity, noticed: Infinity });
  }

  /** Costs, then interest, then the oldest invoice; what is left stays as credit. */
  allocate(day, event) {
    let rest = this.payCosts(day, centsOf(event.bedrag));
    for (const { interest } of this.invoices)
      if (rest > 0 && interest && interest.last === null) rest -= interest.payInterest(day, rest);
    for (const invoice of this.invoices) if (rest > 0 && invoice.open > 0) rest = this.payInvoice(invoice, day, rest);
    this.credit += rest;
  }

  payCosts(day, rest) {
    for (const costs of this.costs) {
      if (costs.open === 0) continue;
      const part = Math.min(rest, costs.open);
      costs.open -= part;
      rest -= part;
      if (costs.open === 0) costs.settled = day;
    }
    return rest;
  }

  payInvoice(invoice, day, rest) {
    const part = Math.min(rest, invoice.open);
    invoice.open -= part;
    invoice.interest?.payPrincipal(day, part);
    if (invoice.open === 0) {
      invoice.settled = day;
      invoice.interest?.end(day);
    }
    return rest - part;
  }

  addCosts(day, event) {
    const cents = centsOf(event.bedrag);
    this.costs.push({ key: event.id, day, cents, open: cents, settled: null });
    this.credit = this.payCosts(day, this.credit);
  }

  expire(day, event, about, ground) {
    const invoice = this.invoices.find(({ key }) => key === event[about]);
    if (invoice) invoice[ground] = Math.min(invoice[ground], day + parseInt(event.termijn, 10) + 1);
  }

  suspend(day) {
    this.suspended ??= day;
  }

  dissolve(day) {
    this.ended = day;
    Object.assign(this.dissolution, { available: false, used: true, since: day });
    this.withdraw(this.suspension, day);
    this.suspended = null;
  }

  exercise(lid, name, day, event, valid) {
    this.exercises.push(outcome(lid, name, "uitoefening", event.id, valid ? "geldig" : "ongeldig", false,
      { sinds: textOf(day) }));
    return valid;
  }

  /** Everything as it is at the end of that day, through which the clock has passed. */
  outcomes(asOf) {
    const found = [...this.payments(asOf), ...this.interests(asOf)];
    for (const { key, day, cents, open, settled } of this.costs)
      found.push(outcome("1.3", "kosten", "bedrag", key, open > 0 ? "verschuldigd" : "voldaan", true,
        { bedrag: moneyOf(cents), open: moneyOf(open), vanaf: textOf(day), sinds: textOrNothing(settled) }));
    found.push(...powerOutcome("2.1", "opschorten", this.suspension), this.performance());
    return [...found, ...powerOutcome("3.1", "ontbinden", this.dissolution), ...this.exercises];
  }

  payments(asOf) {
    return this.invoices.map(({ key, sent, due, settled }) => {
      const late = (settled ?? asOf) > due;
      const status = settled !== null ? (late ? "te-laat-nagekomen" : "nagekomen") : late ? "geschonden" : "open";
      return outcome("1.1", "betaling", "plicht", key, status, true,
        { vanaf: textOf(sent), uiterlijk: textOf(due), sinds: textOf(settled ?? (late ? due + 1 : sent)) });
    });
  }

  interests(asOf) {
    return this.invoices.filter(({ interest }) => interest).map(({ key, interest }) => {
      const total = interest.through(asOf), open = total - interest.paid;
      return outcome("1.2", "rente", "bedrag", key, total > 0 && open <= 0 ? "voldaan" : "verschuldigd", true,
        { bedrag: moneyOf(total), open: moneyOf(open), vanaf: textOf(interest.first), tot: textOrNothing(interest.last) });
    });
  }

  performance() {
    const status = this.performed !== null ? "nagekomen" : this.ended !== null ? "vervallen"
      : this.suspended !== null ? "opgeschort" : "open";
    return outcome("2.2", "leveren", "plicht", undefined, status, false, { vanaf: textOrNothing(this.started),
      sinds: textOrNothing(this.performed ?? this.ended ?? this.suspended ?? this.started) });
  }
}

/** What each event does to a contract. */
const handlers = {
  "overeenkomst gesloten"(day) {
    this.started = day;
  },
  "factuur verzonden"(day, event) {
    this.addInvoice(day, event);
  },
  "betaling ontvangen"(day, event) {
    this.allocate(day, event);
    this.withdraw(this.suspension, day);
    this.withdraw(this.dissolution, day);
    if (!this.suspension.available) this.suspended = null;
  },
  "aanmaning verzonden"(day, event) {
    this.expire(day, event, "verplichting", "reminded");
  },
  "kosten gemaakt"(day, event) {
    this.addCosts(day, event);
  },
  "ingebrekestelling verzonden"(day, event) {
    this.expire(day, event, "tekortkoming", "noticed");
  },
  "opschorting ingeroepen"(day, event) {
    if (this.exercise("2.1", "opschorten", day, event, this.suspension.available)) this.suspend(day);
  },
  "ontbinding ingeroepen"(day, event) {
    if (this.exercise("3.1", "ontbinden", day, event, this.dissolution.available)) this.dissolve(day);
  },
  "werkzaamheden voltooid"(day) {
    if (this.ended === null) this.performed ??= day;
  },
};

const textOrNothing = (day) => (day === null ? undefined : textOf(day));

export function powerOutcome(lid, name, power) {
  if (power.start === null) return [];
  const status = power.used ? "uitgeoefend" : power.available ? "beschikbaar" : "vervallen";
  const tot = status === "vervallen" ? textOf(power.end) : undefined;
  return [outcome(lid, name, "bevoegdheid", undefined, status, false,
    { vanaf: textOf(power.start), tot, sinds: textOf(power.since) })];
}

function outcome(lid, naam, soort, sleutel, status, clientOwes, fields) {
  const [drager, jegens] = clientOwes ? ["Opdrachtgever", "Opdrachtnemer"] : ["Opdrachtnemer", "Opdrachtgever"];
  return { lid: `betaling:${lid}`, naam, soort, sleutel, status, drager, jegens, ...fields };
}
