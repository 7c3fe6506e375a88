import type { Evidence } from "../orders/evidence.ts";
import { formatMoney } from "../orders/money.ts";
import type { Money } from "../orders/money.ts";
import { zoneOf } from "../orders/judging.ts";
import { createTeller } from "../orders/tell.ts";
import type { Teller } from "../orders/tell.ts";
import { figuresInTitle } from "../orders/title-figures.ts";
import type { RequestReason, ResolutionKind } from "../policy/kinds.ts";
import { PERSON } from "../policy/texts.en.ts";
import type { PricedOption, Ruled, Verdict } from "../policy/verdict.ts";
import { dateWords } from "../policy/words.en.ts";
import type { Chosen } from "./choose-items.ts";
import { addressLines } from "./facts/address.ts";
import type { ReadFacts } from "./facts/read-facts.server.ts";
import { plainValue } from "./plans/planned.ts";
import { optionTold } from "./option-words.ts";
import type { ChoosableItem, OptionsTold } from "./tool-answers.ts";

type Reader = "resolution_options" | "propose_resolution";
type Telling = {
  read: ReadFacts;
  reader: Reader;
  locale: string;
  timeZone: string;
  /** What was asked for, where something was. */
  wanted?: ResolutionKind;
};
/** `ruled` is for the record, and null where nothing was decided. */
export type Told = { told: OptionsTold; evidence: Evidence[]; ruled: Ruled | null };

const MOST_VARIANTS = 30;
/** Of all items together: what a model reads has a limit. */
const MOST_VARIANTS_IN_ALL = 120;
/** Only these can end in another variant. */
const WITH_VARIANTS: ReadonlySet<RequestReason> = new Set([
  "wrong_item",
  "defective",
  "damaged",
  "changed_mind",
  "wrong_size",
  "change_items",
]);

/** For the model all is in English, in the order's own time zone, as `get_order` tells it. */
export function tellerFor({ read, reader, locale, timeZone }: Telling): Teller {
  return createTeller({
    orderName: read.snapshot.name,
    reader,
    timeZone: zoneOf(read.snapshot, timeZone),
    locale: locale.toLowerCase().startsWith("en") ? locale : "en",
    now: read.at,
  });
}

/** A policy's verdict in words, with the items to choose from and the evidence of every figure. */
export function tellVerdict(
  telling: Telling,
  reason: RequestReason,
  chosen: readonly Chosen[],
  verdict: Verdict,
): Told {
  const { read } = telling;
  const options = optionsOf(verdict);
  const { kind, merchant, rules } = verdict;
  const ruled = { reason, wanted: telling.wanted ?? null, verdict: kind, sentence: merchant, rules };
  const told = tell(telling, reason, {
    chosen,
    options,
    verdict: verdict.kind,
    sentence: verdict.shopper,
    needs:
      verdict.kind === "needs_evidence"
        ? { photo: verdict.photo, description: verdict.description }
        : { photo: false, description: false },
    until: verdict.kind === "wait_until" ? verdict.until : null,
    dates: datesIn(read),
  });
  return { ...told, ruled };
}

/** Nothing was chosen where something has to be. */
export function tellChoice(telling: Telling, reason: RequestReason): Told {
  const sentence = "Which items is it about, and how many of each?";
  return { ...tell(telling, reason, { ...NOTHING, verdict: "choose_items", sentence }), ruled: null };
}

/** A person has to look: what Shopify says and what was decided do not go together. */
export function tellPerson(telling: Telling, reason: RequestReason, chosen: readonly Chosen[]): Told {
  const told = tell(telling, reason, { ...NOTHING, chosen, verdict: "escalate", sentence: PERSON });
  const sentence = "What Shopify would carry out is not what was decided, so a person has to look.";
  return { ...told, ruled: { reason, wanted: telling.wanted ?? null, verdict: "escalate", sentence, rules: [] } };
}

/** It was made good already, which only the ledger knows. */
export function tellDone(telling: Telling, reason: RequestReason): Told {
  const sentence = "Something was already done, or is being done, about this, so it can't be done a second time.";
  const told = tell(telling, reason, { ...NOTHING, verdict: "deny", sentence });
  return { ...told, ruled: { reason, wanted: telling.wanted ?? null, verdict: "deny", sentence, rules: [] } };
}

type Words = {
  chosen: readonly Chosen[];
  options: readonly PricedOption[];
  verdict: OptionsTold["verdict"];
  sentence: string;
  needs: OptionsTold["needs"];
  until: Date | null;
  dates: readonly { at: Date; source: string }[];
};

const NOTHING: Omit<Words, "verdict" | "sentence"> = {
  chosen: [],
  options: [],
  needs: { photo: false, description: false },
  until: null,
  dates: [],
};

function tell(telling: Telling, reason: RequestReason, words: Words): Omit<Told, "ruled"> {
  const { read } = telling;
  const teller = tellerFor(telling);
  const { material, facts } = read;
  const { chosen, options, sentence, until } = words;
  let room = WITH_VARIANTS.has(reason) ? MOST_VARIANTS_IN_ALL : 0;
  const items = material.lines.map((line, index): ChoosableItem => {
    const otherVariants = line.variants
      .filter(({ id, inStock }) => id !== line.variantId && inStock !== 0)
      .slice(0, Math.min(MOST_VARIANTS, room))
      .map(({ title }) => title);
    room -= otherVariants.length;
    for (const figure of figuresInTitle(`${line.title} ${line.variant ?? ""}`, material.presentment)) {
      teller.quoted(figure.kind, figure.value, "lineItems");
    }
    return {
      number: index + 1,
      title: line.title,
      variant: line.variant,
      quantity: line.quantity,
      free: line.free,
      unitPrice: teller.money(line.unitPaid.presentment, `lineItems[${String(index)}].discountedTotal`),
      otherVariants,
    };
  });
  const told: OptionsTold = {
    orderName: read.snapshot.name,
    reason,
    items,
    chosen: chosen.map(({ number, quantity, line }) => ({ number, quantity, title: line.title })),
    verdict: words.verdict,
    sentence,
    needs: words.needs,
    until: until && teller.date(until, "policy"),
    options: options.map((option) => optionTold(option, teller)),
    address:
      material.address && options.some(({ kind }) => kind === "replacement" || kind === "exchange")
        ? addressLines(material.address, "en").join(", ")
        : null,
  };
  for (const money of amountsOf(options)) {
    if (sentence.includes(formatMoney(money, "en"))) teller.money(money, "policy");
  }
  for (const { at, source } of [...words.dates, ...(until ? [{ at: until, source: "policy" }] : [])]) {
    if (sentence.includes(dateWords(at, facts.timeZone))) recordDay(teller, at, source, facts.timeZone);
  }
  return { told, evidence: teller.evidence() };
}

/** The policy's sentences have the shop's own days, which may be others than those of the order's time zone. */
function recordDay(teller: Teller, at: Date, source: string, timeZone: string): void {
  teller.quoted("date", new Intl.DateTimeFormat("sv", { timeZone }).format(at), source);
}

function optionsOf(verdict: Verdict): readonly PricedOption[] {
  switch (verdict.kind) {
    case "allow":
    case "needs_approval":
    case "needs_evidence":
    case "wait_until":
      return verdict.options;
    case "deny":
      return verdict.alternatives;
    case "escalate":
      return [];
  }
}

function amountsOf(options: readonly PricedOption[]): Money[] {
  return options.flatMap((option) => [option.value.presentment, plainValue(option).presentment]);
}

function datesIn({ facts }: ReadFacts): { at: Date; source: string }[] {
  const dates = facts.lines.flatMap(({ places }) =>
    places.flatMap(({ deliveredAt, dueBy, sentAt, lastScanAt }) => [
      { at: deliveredAt, source: "fulfillments.deliveredAt" },
      { at: dueBy, source: "fulfillments.estimatedDeliveryAt" },
      { at: sentAt, source: "fulfillments.createdAt" },
      { at: lastScanAt, source: "fulfillments.events.happenedAt" },
    ]),
  );
  const known = dates.filter((dated): dated is { at: Date; source: string } => dated.at !== null);
  return [...known, { at: facts.order.placedAt, source: "processedAt" }];
}
