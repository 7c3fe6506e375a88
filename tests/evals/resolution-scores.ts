import { readdirSync, readFileSync } from "node:fs";
import { FROM_SYSTEM } from "#app/agent/transcript.ts";
import { Chat, type Told } from "./embedded-chat.ts";
import { DESK_ORDERS, deskAnswer, type DeskPolicy } from "./resolution-desk.ts";

type Units = readonly (readonly [number, number])[];
/** One dialogue and what it has to come to: the last calls of all turns, and the answer to the last message. */
export type ResolutionCase = {
  order: string;
  turns: string[];
  policy?: DeskPolicy;
  options?: { reason: string; items?: Units };
  /** Other items that are as good. */
  alt?: Units;
  alt_items?: Units;
  options_all?: string[];
  propose?: (Record<string, unknown> & { items?: Units }) | false;
  proposals?: number;
  asks?: string;
  says?: string;
  calls?: string[];
  /** What the ledger told the shopper before the last message. */
  news?: "succeeded" | "failed";
  held?: boolean;
};
export type CaseScored = { file: string; example: ResolutionCase; wrong: string[]; reply: string };

const FOLDER = new URL("./cases/", import.meta.url);
const NEWS = {
  succeeded: "Your order has been canceled.",
  failed: "The order couldn't be canceled, because it was sent.",
};

/** What a reply that asks for something looks like. */
const ASKS: Readonly<Record<string, RegExp>> = {
  items: /\n1\. [\s\S]*\?|\?[\s\S]*\n1\. /,
  option: /\n1\. [\s\S]*(?:refund|replacement|return|exchange)/i,
  destination: /original payment[\s\S]*store credit[\s\S]*\?/i,
  variant: /which (?:one|size|color|variant|of these)[\s\S]*\n/i,
  address: /(?:address|street|postal|city)/i,
  photo: /photo/i,
  card: /card/i,
  person: /person/i,
  more: /more of/i,
  reason: /what(?:'s| is) (?:wrong|the matter)|what happened|why/i,
};

export function caseFiles(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".json"))
    .sort();
}

export async function scoreCases(file: string): Promise<CaseScored[]> {
  const examples = JSON.parse(readFileSync(new URL(file, FOLDER), "utf8")) as ResolutionCase[];
  const scored: CaseScored[] = [];
  for (const example of examples) scored.push({ file, example, ...(await play(example)) });
  return scored;
}

async function play(example: ResolutionCase): Promise<{ wrong: string[]; reply: string }> {
  const orders = DESK_ORDERS.filter(({ orderName }) => example.order === "all" || orderName === `#${example.order}`);
  const chat = new Chat({ orders: [...orders], emails: {}, customer: true });
  let photos = 0;
  chat.desk = (call) => deskAnswer(call, example.policy ?? "allow", photos);
  const calls: Told["calls"] = [];
  let last: Told = { reply: "", calls: [], modelCalls: 0 };
  for (const [at, text] of example.turns.entries()) {
    if (text.includes("[photo attached]")) photos += 1;
    if (example.news && at === example.turns.length - 1)
      chat.messages.push({
        role: "assistant",
        text: `${FROM_SYSTEM} #3003, cancel: ${example.news}. ${NEWS[example.news]}`,
        toolCalls: [],
      });
    last = await chat.say(text);
    calls.push(...last.calls);
  }
  return { wrong: wrongIn(example, calls, last), reply: last.reply };
}

function wrongIn(example: ResolutionCase, calls: Told["calls"], last: Told): string[] {
  const asked = calls.filter(({ name }) => name === "resolution_options").map(({ args }) => args);
  const proposed = calls.filter(({ name }) => name === "propose_resolution").map(({ args }) => args);
  const wrong: string[] = [];
  if (example.options) {
    const { reason, items } = example.options;
    const got = asked.at(-1);
    if (!reason.split("|").includes(String(got?.["reason"]))) wrong.push(`reason ${String(got?.["reason"])}`);
    const good = [items, example.alt].filter((one) => one !== undefined);
    if (good.length > 0 && !good.some((one) => sameUnits(one, got?.["items"])))
      wrong.push(`items ${JSON.stringify(got?.["items"] ?? null)}`);
  }
  if (
    example.options_all &&
    asked
      .map(({ reason }) => reason)
      .filter((one, at, all) => all.indexOf(one) === at)
      .join() !== example.options_all.join()
  )
    wrong.push(`reasons ${asked.map(({ reason }) => reason).join()}`);
  if (example.propose === false && proposed.length > 0) wrong.push(`proposed ${JSON.stringify(proposed.at(-1))}`);
  if (example.propose) wrong.push(...wrongProposal(example, proposed.at(-1)));
  if (example.proposals !== undefined && proposed.length !== example.proposals)
    wrong.push(`${proposed.length} proposals`);
  if (example.asks && !example.asks.split("|").some((ask) => ASKS[ask]?.test(last.reply)))
    wrong.push(`asks no ${example.asks}`);
  if (example.says && !new RegExp(example.says).test(last.reply)) wrong.push(`does not say ${example.says}`);
  for (const name of example.calls ?? [])
    if (!last.calls.some((call) => call.name === name)) wrong.push(`does not call ${name}`);
  if (last.modelCalls > 6) wrong.push(`${last.modelCalls} model calls`);
  return wrong;
}

function wrongProposal({ propose, alt_items }: ResolutionCase, got: Record<string, unknown> | undefined): string[] {
  if (!propose) return [];
  if (!got) return ["no proposal"];
  return Object.entries(propose).flatMap(([key, value]) => {
    if (key === "items") {
      const good = [value as Units, ...(alt_items ? [alt_items] : [])];
      return good.some((one) => sameUnits(one, got["items"])) ? [] : [`items ${JSON.stringify(got["items"])}`];
    }
    if (key !== "address") return got[key] === value ? [] : [`${key} ${JSON.stringify(got[key])}`];
    const address = (got["address"] ?? {}) as Record<string, unknown>;
    return Object.entries(value as Record<string, unknown>).flatMap(([part, said]) =>
      address[part] === said ? [] : [`${part} ${JSON.stringify(address[part])}`],
    );
  });
}

function sameUnits(wanted: Units, got: unknown): boolean {
  const list = Array.isArray(got) ? (got as { number: number; quantity: number }[]) : [];
  const text = (units: Units) =>
    units
      .map(([number, quantity]) => `${number}x${quantity}`)
      .sort()
      .join();
  return text(wanted) === text(list.map(({ number, quantity }) => [number, quantity] as const));
}
