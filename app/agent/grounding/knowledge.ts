import type { ResolutionKind } from "../../policy/kinds.ts";
import { cleanText } from "../clean-text.ts";
import { record } from "../condense.ts";
import type { Evidence } from "../../orders/evidence.ts";
import type { DayTold, Figure } from "./figure.ts";
import { figuresIn } from "./figures.ts";
import { compact, compactOrder } from "./identifiers.ts";

/** What the ledger says has succeeded. */
export type Done = { kind: ResolutionKind; orderName: string };

type Prose = {
  durations: Set<string>;
  times: Set<number>;
  offsets: Set<number>;
  days: DayTold[];
  amounts: Set<string>;
};

/**
 * What a conversation knows: the evidence of everything read in it, the words of its tools and of the shop's people,
 * and what the shopper wrote. Texts are only looked into when a figure asks for it.
 */
export class Knowledge {
  readonly now: Date;
  private readonly timeZone: string;
  private readonly evidence = new Map<string, Evidence>();
  private readonly dates = new Map<string, Evidence>();
  private readonly titles = new Set<string>();
  private readonly shopperTexts: string[] = [];
  private readonly outcomes: unknown[] = [];
  private readonly unread: string[] = [];
  private readonly prose: Prose = {
    durations: new Set(),
    times: new Set(),
    offsets: new Set(),
    days: [],
    amounts: new Set(),
  };
  private told = "";
  private readonly offers: unknown[] = [];
  private readonly succeeded: Done[] = [];
  private proposed = false;

  /** @param timeZone IANA name: the zone in which dates are told. */
  constructor(now: Date, timeZone: string) {
    this.now = now;
    this.timeZone = timeZone;
  }

  addEvidence(evidence: readonly Evidence[]): void {
    for (const one of evidence) {
      if (one.kind === "date") this.dates.set(one.value, one);
      else this.evidence.set(keyOf(one.kind, one.value), one);
    }
  }

  /** A tool's outcome as stored: all its sentences were made by code from what was read. */
  addOutcome(outcome: unknown): void {
    // What was wrong with a call may quote the call, which is the model's own words.
    if (record(outcome)["kind"] !== "invalid") this.outcomes.push(outcome);
  }

  /** Words of people of the shop, or of code. */
  addProse(text: string): void {
    this.unread.push(text);
    this.told += `\n${text}`;
  }

  /** What may be done, or was tried: its figures may be said, but its words say nothing about what has happened. */
  addOffer(offer: unknown): void {
    if (record(offer)["kind"] !== "invalid") this.offers.push(offer);
  }

  /** A card was shown that waits for the shopper's confirmation. */
  addProposal(): void {
    this.proposed = true;
  }

  /** The ledger says that it was done. */
  addDone(done: Done): void {
    this.succeeded.push(done);
  }

  get hasProposed(): boolean {
    return this.proposed;
  }

  get done(): readonly Done[] {
    return this.succeeded;
  }

  addShopperText(text: string): void {
    this.shopperTexts.push(cleanText(text));
  }

  /** Whether a tool or a person of the shop has spoken of something in this conversation. */
  spokeOf(pattern: RegExp): boolean {
    this.readOutcomes();
    return pattern.test(this.told);
  }

  shopperWrote(test: (text: string) => boolean): boolean {
    return this.shopperTexts.some(test);
  }

  /** Names of products may hold anything that looks like a figure ("Advent calendar, 24 December"). */
  withoutTitles(text: string): string {
    this.readOutcomes();
    let rest = text;
    for (const title of this.titles) {
      if (title.length >= 4 && rest.includes(title)) rest = rest.split(title).join(" ".repeat(title.length));
    }
    return rest;
  }

  findEvidence(kind: Exclude<Evidence["kind"], "date">, value: string): Evidence | undefined {
    return this.evidence.get(keyOf(kind, value));
  }

  findDate(test: (isoDate: string) => boolean): Evidence | undefined {
    for (const [date, evidence] of this.dates) if (test(date)) return evidence;
    return undefined;
  }

  links(): string[] {
    return [...this.evidence.values()].filter(({ kind }) => kind === "link").map(({ value }) => value);
  }

  /** Figures in the sentences that tools and people of the shop wrote. */
  get fromProse(): Prose {
    this.readOutcomes();
    for (const text of this.unread.splice(0)) {
      for (const figure of figuresIn(this.withoutTitles(text))) this.learn(figure);
    }
    return this.prose;
  }

  /** Today's date where dates are told, moved by some days. */
  dayFromToday(offset: number): string {
    return isoDay(new Date(this.now.getTime() + offset * DAY_MS), this.timeZone);
  }

  private readOutcomes(): void {
    for (const outcome of this.outcomes.splice(0)) this.read(outcome, (text) => this.addProse(text));
    for (const offer of this.offers.splice(0)) this.read(offer, (text) => this.unread.push(text));
  }

  private read(outcome: unknown, found: (text: string) => void): void {
    collect(outcome, (key, text) => {
      if (key === "title" || key === "variant") this.titles.add(cleanText(text).normalize("NFKC"));
      else found(text);
    });
  }

  private learn(figure: Figure): void {
    const { durations, times, offsets, days, amounts } = this.prose;
    if (figure.kind === "duration") figure.counts.forEach((count) => durations.add(`${count} ${figure.unit}`));
    else if (figure.kind === "time") figure.readings.forEach((reading) => times.add(reading));
    else if (figure.kind === "relative") offsets.add(figure.offset);
    else if (figure.kind === "date") days.push(...figure.readings);
    else if (figure.kind === "amount") figure.readings.forEach((reading) => amounts.add(reading));
  }
}

export const DAY_MS = 86_400_000;
const MOST_TEXTS = 2_000;

function keyOf(kind: Evidence["kind"], value: string): string {
  if (kind === "tracking") return `tracking ${compact(value)}`;
  if (kind === "order") return `order ${compactOrder(value)}`;
  return `${kind} ${value}`;
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

function isoDay(at: Date, timeZone: string): string {
  let format = dayFormats.get(timeZone);
  if (!format) {
    // The Swedish locale writes dates as ISO 8601 does.
    format = new Intl.DateTimeFormat("sv", { timeZone });
    dayFormats.set(timeZone, format);
  }
  return format.format(at);
}

/** Every text in a stored outcome, with the property it is in. */
function collect(
  value: unknown,
  found: (key: string, text: string) => void,
  key = "",
  budget = { left: MOST_TEXTS },
): void {
  if (budget.left-- <= 0) return;
  if (typeof value === "string") found(key, value);
  else if (Array.isArray(value)) for (const one of value) collect(one, found, key, budget);
  else for (const [name, one] of Object.entries(record(value))) collect(one, found, name, budget);
}
