import { z } from "zod";
import { REASONS, RESOLUTION_KINDS } from "../../policy/kinds.ts";
import { choiceText, readChoice } from "../../resolutions/policy-choice.ts";

const LONGEST = 60;
const text = z
  .string()
  .nullable()
  .transform((typed) => (typed ?? "").trim().slice(0, LONGEST));
const yes = z
  .string()
  .nullable()
  .transform((said) => said === "yes");

const schema = z.object({
  order: text,
  /** Null until somebody chose. */
  reason: z.enum(REASONS).nullable().catch(null),
  wanted: z.enum(RESOLUTION_KINDS).nullable().catch(null),
  to: z.enum(["original_payment", "store_credit"]).nullable().catch(null),
  photo: yes,
  words: yes,
  variant: text,
});

/** What an address asks to try. `policy` is a choice as addresses have it; `units`: by an item's number, from 1. */
export type TrialQuery = z.infer<typeof schema> & {
  policy: string;
  units: { number: number; quantity: number }[];
};

/** Whatever is not sound is as if it had not been said: people edit addresses. */
export function readTrialQuery(search: URLSearchParams): TrialQuery {
  const read = schema.parse(Object.fromEntries(Object.keys(schema.shape).map((name) => [name, search.get(name)])));
  const choice = readChoice(search.get("policy")) ?? { kind: "in_force" };
  return { ...read, policy: choiceText(choice), units: readUnits(search) };
}

const MOST_LINES = 250;

function readUnits(search: URLSearchParams): TrialQuery["units"] {
  const units: TrialQuery["units"] = [];
  for (const [name, value] of search) {
    const [, number] = /^units-([1-9]\d{0,3})$/.exec(name) ?? [];
    if (number === undefined || !/^[1-9]\d{0,3}$/.test(value) || units.length >= MOST_LINES) continue;
    units.push({ number: Number(number), quantity: Number(value) });
  }
  return units;
}
