// The payment clause in Node.js, coded by hand.   node betaling.mjs IN UIT PEILDATUM RENTETABEL
import { createWriteStream } from "node:fs";
import { Contract, dayOf, readRates } from "./clause.mjs";
import { eachContract } from "./lines.mjs";

const [source, target, asOf, table] = process.argv.slice(2);
const rates = readRates(table);
const out = createWriteStream(target);
let contract, text = "";

await eachContract(
  source,
  () => (contract = new Contract(rates)),
  (event) => {
    if (event.op <= asOf) contract.take(event);
  },
  (overeenkomst) => {
    contract.passDays(dayOf(asOf));
    text += JSON.stringify({ overeenkomst, uitkomsten: contract.outcomes(dayOf(asOf)) }) + "\n";
    if (text.length > 1 << 18) {
      out.write(text);
      text = "";
    }
  },
);
out.end(text);
