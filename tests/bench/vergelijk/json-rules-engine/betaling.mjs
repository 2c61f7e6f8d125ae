// The payment clause with json-rules-engine: rules decide which powers there are, whether they are used validly, what is
// performed and what status every claim has; the arithmetic of interest and payments is that of ../node/clause.mjs.
//
//   npm install && node betaling.mjs IN UIT PEILDATUM RENTETABEL
import { createWriteStream } from "node:fs";
import { Engine } from "json-rules-engine";
import { Contract, dayOf, readRates } from "../node/clause.mjs";
import { eachContract } from "../node/lines.mjs";

const fact = (name, operator, value) => ({ fact: name, operator, value });
const is = (name, value) => fact(name, "equal", value);
const rule = (type, ...all) => ({ conditions: { all }, event: { type } });

/** Before each event: what the clock has brought about. After it: what has gone. */
const powerRules = [
  rule("grant suspension", is("suspension", false), is("reminded in vain", true), is("ended", false)),
  rule("grant dissolution", is("dissolution", false), is("noticed in vain", true), is("ended", false)),
  rule("withdraw suspension", is("suspension", true), is("reminded in vain", false)),
  rule("withdraw dissolution", is("dissolution", true), is("noticed in vain", false)),
];

const eventRules = [
  rule("valid suspension", is("type", "opschorting ingeroepen"), is("suspension", true), is("ended", false)),
  rule("invalid suspension", is("type", "opschorting ingeroepen"), is("suspension", false)),
  rule("valid dissolution", is("type", "ontbinding ingeroepen"), is("dissolution", true), is("ended", false)),
  rule("invalid dissolution", is("type", "ontbinding ingeroepen"), is("dissolution", false)),
  rule("perform", is("type", "werkzaamheden voltooid"), is("performed", false), is("ended", false)),
];

const statusRules = [
  rule("nagekomen", is("settled", true), fact("lateness", "lessThanInclusive", 0)),
  rule("te-laat-nagekomen", is("settled", true), fact("lateness", "greaterThan", 0)),
  rule("open", is("settled", false), fact("lateness", "lessThanInclusive", 0)),
  rule("geschonden", is("settled", false), fact("lateness", "greaterThan", 0)),
];

const powers = new Engine(powerRules), events = new Engine(eventRules), statuses = new Engine(statusRules);

const decisions = async (engine, facts) => (await engine.run(facts)).events.map(({ type }) => type);

class RuledContract extends Contract {
  async take(event) {
    const day = dayOf(event.op), type = event.gebeurtenis;
    await this.passDays(day);
    if (!(await this.decide(day, event))) this.handle(type, day, event);
    if (type === "betaling ontvangen") await this.updatePowers(day);
  }

  async passDays(day) {
    this.passMoney(day);
    await this.updatePowers(day);
  }

  async updatePowers(day) {
    const facts = {
      suspension: this.suspension.available,
      dissolution: this.dissolution.available,
      "reminded in vain": this.groundSince(this.suspension, day) <= day,
      "noticed in vain": this.groundSince(this.dissolution, day) <= day,
      ended: this.ended !== null,
    };
    for (const decision of await decisions(powers, facts)) {
      const [verb, name] = decision.split(" ");
      this[verb](this[name], day);
    }
    if (!this.suspension.available) this.suspended = null;
  }

  /** True when a rule was about the event. */
  async decide(day, event) {
    const facts = {
      type: event.gebeurtenis,
      suspension: this.suspension.available,
      dissolution: this.dissolution.available,
      performed: this.performed !== null,
      ended: this.ended !== null,
    };
    const found = await decisions(events, facts);
    for (const decision of found) this.carryOut(decision, day, event);
    return found.length > 0;
  }

  carryOut(decision, day, event) {
    if (decision === "perform") this.performed = day;
    const valid = decision.startsWith("valid");
    if (decision.endsWith("suspension")) this.exercise("2.1", "opschorten", day, event, valid);
    if (decision.endsWith("dissolution")) this.exercise("3.1", "ontbinden", day, event, valid);
    if (decision === "valid suspension") this.suspend(day);
    if (decision === "valid dissolution") this.dissolve(day);
  }

  async statusesOn(asOf) {
    await this.passDays(asOf);
    const found = this.outcomes(asOf);
    for (const [index, { settled, due }] of this.invoices.entries()) {
      const facts = { settled: settled !== null, lateness: (settled ?? asOf) - due };
      [found[index].status] = await decisions(statuses, facts);
    }
    return found;
  }
}

const [source, target, asOf, table] = process.argv.slice(2);
const rates = readRates(table);
const out = createWriteStream(target);
let contract;

await eachContract(
  source,
  () => (contract = new RuledContract(rates)),
  (event) => (event.op <= asOf ? contract.take(event) : undefined),
  async (overeenkomst) => {
    out.write(JSON.stringify({ overeenkomst, uitkomsten: await contract.statusesOn(dayOf(asOf)) }) + "\n");
  },
);
out.end();
