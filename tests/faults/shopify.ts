import { createRandom, type Random } from "../../devstore/shop/random.ts";
import type { PublicEvent } from "../../app/conversations/events.ts";
import { startSystem, type System } from "../support/system.ts";
import { audit, auditAuditor, type Row } from "./audit.ts";
import type { Campaign } from "./campaign.ts";
import { readLog, type CaseFile } from "./case-file.ts";
import { pause } from "./shopper.ts";
import { storeBooks, type Visitor, visitorsOf } from "./shop-visitors.ts";

const NO_LIMITS = { CHAT_MESSAGES_PER_MINUTE: "100000", CHAT_SESSIONS_PER_HOUR: "100000" };
/** In so many milliseconds a bucket of points fills by as many points as a few answers cost. */
const REFILL_MS = 3_000;
const TRIES_AFTERWARDS = 5;
const OPERATIONS = [null, "FindOrderByName", "OrderForAnswer", "OrderBySearchForAnswer", "OrdersForList"];

/** What may go wrong with Shopify, by weight. Counts are of calls; a fault lasts until the next one takes its place. */
const TROUBLES: readonly (readonly [weight: number, trouble: (random: Random) => object])[] = [
  [2, () => ({})],
  [2, (random) => ({ latencyMs: random.int(50, 2_500), jitterMs: random.int(0, 1_000) })],
  [3, (random) => ({ status5xx: { next: random.int(1, 6), status: random.pick([500, 502, 503, 504]) } })],
  [1, () => ({ status5xx: { rate: 0.7 } })],
  [1, (random) => ({ throttle: { next: random.int(1, 2) } })],
  [3, (random) => ({ networkCut: { next: random.int(1, 6) } })],
  [3, (random) => ({ dropAnswer: { next: random.int(1, 4) } })],
  [3, (random) => ({ malformed: { next: random.int(1, 4) } })],
  [1, (random) => ({ hideProtected: random.chance(0.5) ? ["email"] : ["name", "address", "phone", "email"] })],
  [1, (random) => ({ denyScopes: [random.pick(["read_returns", "read_customers", "read_orders"])] })],
];

/** Shoppers ask, some for what is not theirs, while Shopify fails in every way the devstore knows; then it is well again. */
export const shopify: Campaign = async ({ database, seed, rounds, shoppers, say }) => {
  const random = createRandom(seed).fork(`shopify ${database}`);
  const system = await startSystem({ database, env: { ...NO_LIMITS, LOG_LEVEL: "warn" } });
  try {
    const visitors = await visitorsOf(system, shoppers, { random: random.fork("visitors"), marked: false });
    const isOver = new AbortController();
    const storm = trouble(system, random.fork("storm"), isOver.signal);
    await Promise.all(
      visitors.map(async (visitor, index) => {
        const moments = random.fork(`questions ${index}`);
        for (let round = 1; round <= rounds; round++) {
          await visitor.shopper.ask(questionOf(visitor, moments)).catch(() => undefined);
          await pause(moments.int(0, 300));
        }
        say(`${visitor.shopper.book.who} has asked ${rounds} times`);
      }),
    );
    isOver.abort();
    const faults = await storm;
    system.devstore.faults.clear();
    const wellAgain = await Promise.all(visitors.map(isWellAgain));
    await Promise.all(visitors.map(({ shopper }) => shopper.catchUp().catch(() => undefined)));
    await system.app.stop();
    await Promise.all(visitors.map(({ shopper }) => shopper.leave()));
    const file: CaseFile = {
      conversations: await readLog(system.database),
      books: visitors.map(({ shopper }) => shopper.book),
      store: storeBooks(system),
      echoes: false,
      forged: [],
      modelRequests: {},
    };
    const campaign = `shopify, ${database}`;
    const afterwards: Row = {
      campaign,
      check: "every conversation works once Shopify is well again",
      looked: wellAgain.length,
      violations: wellAgain.filter((one) => one !== null),
    };
    return {
      rows: [...audit(campaign, file), afterwards, ...auditAuditor(campaign, file)],
      happened: {
        faults,
        "calls to Shopify": system.devstore.calls.last,
        messages: file.books.reduce((sum, { sent }) => sum + sent.length, 0),
        "conversations with people": file.conversations.filter(({ status }) => status === "escalated").length,
      },
    };
  } finally {
    await system.close();
  }
};

/** One trouble after the other, until it is over; how many there were. */
async function trouble(system: System, random: Random, isOver: AbortSignal): Promise<number> {
  let faults = 0;
  for (; !isOver.aborted; faults++) {
    const operationName = random.pick(OPERATIONS);
    if (random.chance(0.15)) system.devstore.faults.clear();
    system.devstore.faults.set({
      ...random.weighted(TROUBLES)(random),
      ...(operationName === null ? {} : { operationName }),
    });
    await pause(random.int(100, 900));
  }
  return faults;
}

function questionOf(visitor: Visitor, random: Random): string {
  const { orderName, foreignName, email } = visitor;
  const proof = proofOf(visitor);
  return random.weighted([
    [4, `Where is my order ${orderName}?${proof}`],
    [2, `When will ${orderName} arrive?`],
    [2, "Can I have the tracking link, please?"],
    [2, "Show me all my orders"],
    [1, `What is in the parcel of order ${orderName}, and when was it paid?`],
    // Somebody else's: with the asker's own email, or none at all.
    [1, `Where is order ${foreignName}? My email is ${email}.`],
    [1, `I ordered ${foreignName} for a friend, what is its tracking number?`],
    [1, "Thanks!"],
  ]);
}

/** Tries to prove an order are limited: a guest gives their email until they are known. */
function proofOf({ shopper, email, isGuest }: Visitor): string {
  const isKnown = shopper.book.heard.some((event) => event.type === "verification" && event.state === "verified");
  return isGuest && !isKnown ? ` My email is ${email}.` : "";
}

/**
 * Asks once more, and again as a shopper who was told to try later: after a storm the shop's bucket of points is empty.
 * @returns what is wrong, or null.
 */
async function isWellAgain(visitor: Visitor): Promise<string | null> {
  const { shopper, orderName } = visitor;
  let heard: PublicEvent[] = [];
  for (let tries = 0; tries < TRIES_AFTERWARDS; tries++) {
    heard = await shopper.ask(`Where is my order ${orderName}?${proofOf(visitor)}`).catch(() => []);
    if (heard.some((event) => event.type === "message" && event.text.includes(orderName))) return null;
    await pause(REFILL_MS);
  }
  return `${shopper.book.who} heard: ${heard.map((event) => ("text" in event ? event.text : event.type)).join(" / ")}`;
}
