// A file of events, contract after contract.
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/** Calls `take(event)` for every line, and `finish(name)` after the last line of every contract. */
export async function eachContract(path, begin, take, finish) {
  let name;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    const event = JSON.parse(line);
    if (event.overeenkomst !== name) {
      if (name !== undefined) await finish(name);
      name = event.overeenkomst;
      begin();
    }
    const waits = take(event);
    if (waits) await waits;
  }
  if (name !== undefined) await finish(name);
}
