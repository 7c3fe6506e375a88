import { readdirSync, readFileSync } from "node:fs";
import { understand } from "#app/agent/models/embedded/understand.ts";

/** `intents`: what is meant, in any order; a later entry after `|` begins another reading that is as good. */
export type Example = {
  text: string;
  intents: string[];
  orders?: string[];
  emails?: string[];
  trackings?: string[];
  language?: string;
  upset?: boolean;
  orders_any?: boolean;
};
export type Scored = { file: string; example: Example; right: boolean; got: string };

const FOLDER = new URL("./embedded/", import.meta.url);

export function files(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".json"))
    .sort();
}

/** Compares what is understood with what is meant, message by message. */
export function score(file: string): Scored[] {
  const examples = JSON.parse(readFileSync(new URL(file, FOLDER), "utf8")) as Example[];
  return examples.map((example) => {
    const { wishes, entities, language, upset } = understand(example.text);
    const intents = wishes.map(({ intent }) => intent);
    const orders = entities.orders.filter(({ strength }) => strength !== "weak").map(({ name }) => name);
    const readings = example.intents.join(" ").split("|");
    const right =
      readings.some((reading) => same(reading.split(" ").filter(Boolean), intents)) &&
      (example.orders_any === true || same(example.orders ?? [], orders)) &&
      same(example.emails ?? [], entities.emails) &&
      same(example.trackings ?? [], entities.trackings) &&
      (language?.code ?? null) === (example.language ?? null) &&
      (example.upset === undefined || example.upset === upset);
    const how = wishes.map(({ intent, score: sure, like }) => `${intent} ${sure.toFixed(2)} (${like})`).join(", ");
    const got = [
      how || "nothing",
      orders.join(" "),
      entities.emails.join(" "),
      entities.trackings.join(" "),
      language?.code ?? "",
      upset ? "upset" : "",
    ];
    return { file, example, right, got: got.filter(Boolean).join(" | ") };
  });
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.toSorted().join("\n") === b.toSorted().join("\n");
}
