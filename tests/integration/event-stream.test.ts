import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PublicEvent } from "../../app/conversations/events.ts";
import { isPublic, type NewEvent } from "../../app/conversations/events.ts";
import { createConversation } from "../../app/conversations/conversations.server.ts";
import { streamEvents } from "../../app/conversations/follow.server.ts";
import { append, passDelta } from "../../app/conversations/log.server.ts";
import type { ConversationKey } from "../../app/identity/scope.ts";
import type { ClientConnection } from "../../app/platform/sse.server.ts";
import { databaseKinds } from "../support/databases.ts";
import { blocksOf } from "../support/event-source.ts";
import { openTestDatabase, setTestEnvironment } from "../support/open-database.ts";

const SHOP = "stream-test.myshopify.com";
const SEED = Number(process.env["SEED"] ?? 20_261_121);
const SEEDS = Array.from({ length: 12 }, (_, index) => SEED + index);
const LATER = () => new Date(Date.now() + 60_000);

/** A small seeded generator of numbers in [0, 1). */
function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A client that takes everything at once. */
const quick: ClientConnection = {
  unsentBytes: () => 0,
  drained: () => new Promise((resolve) => setImmediate(resolve)),
  cut: () => undefined,
};

function openStream(key: ConversationKey, after: number, connection = quick) {
  const leaving = new AbortController();
  const { body } = streamEvents(key, after, { connection, signal: leaving.signal }, LATER());
  if (!body) throw new Error("The stream has no body.");
  const blocks = blocksOf(body);
  return {
    /** The next stored event; null at the end. Its id is its number, and deltas have none. */
    async next(): Promise<PublicEvent | null> {
      for (let block = await blocks.next(); block; block = await blocks.next()) {
        if (block.comment) continue;
        expect(block.id).toBe(block.event.type === "delta" ? null : block.event.seq);
        if (block.event.type !== "delta") return block.event;
      }
      return null;
    },
    leave() {
      leaving.abort();
      void blocks.leave().catch(() => undefined);
    },
  };
}

const said = (text: string): NewEvent => ({ type: "message", author: "agent", messageId: randomUUID(), text });
const internal = (text: string): NewEvent => ({ type: "brief", author: "agent", reason: "other", text });

describe.each(databaseKinds())("The event stream on %s", (kind) => {
  let close: () => Promise<void>;
  beforeAll(async () => {
    setTestEnvironment();
    close = await openTestDatabase(kind);
  });
  afterAll(() => close());
  const begin = () => createConversation({ shop: SHOP, customerId: null, locale: "en" });

  it.each(SEEDS)(
    "gives every reader each event once and in order, however it is cut and resumed (seed %i)",
    async (seed) => {
      const roll = dice(seed);
      const upTo = (most: number) => Math.floor(roll() * most);
      const key = await begin();
      const written: number[] = [];
      const writers = Array.from({ length: 5 }, async (_, writer) => {
        for (let turn = 0; turn < 12; turn++) {
          const events = Array.from({ length: 1 + upTo(3) }, (_, n) =>
            roll() < 0.25 ? internal("between us") : said(`${writer}/${turn}/${n}`),
          );
          passDelta(key, 0, "m", "…");
          const stored = await append(key, events);
          for (const event of stored ?? []) if (isPublic(event)) written.push(event.seq);
        }
      });
      const end = Promise.all(writers).then(() => append(key, [{ type: "closed", author: "system" }]));

      const readers = Array.from({ length: 6 }, async () => {
        const got: number[] = [];
        for (;;) {
          const stream = openStream(key, got.at(-1) ?? 0);
          for (let left = 1 + upTo(9); left > 0; left--) {
            const event = await stream.next();
            if (!event) break;
            got.push(event.seq);
            if (event.type === "closed") {
              stream.leave();
              return got;
            }
          }
          stream.leave();
        }
      });
      const [closed] = (await end) ?? [];
      const expected = [...written.sort((a, b) => a - b), closed?.seq];
      for (const got of await Promise.all(readers)) expect(got).toEqual(expected);
    },
  );

  it("waits for a client that is slow to take a long log, and loses nothing of it", async () => {
    const key = await begin();
    for (let page = 0; page < 4; page++) {
      await append(
        key,
        Array.from({ length: 100 }, (_, n) => said(`${page}/${n} ${"x".repeat(4_000)}`)),
      );
    }
    let unsent = 0;
    let release: () => void = () => undefined;
    const connection: ClientConnection = {
      unsentBytes: () => unsent,
      drained: () => (unsent === 0 ? quick.drained() : new Promise((resolve) => (release = resolve))),
      cut: () => expect.unreachable("It only had to wait."),
    };
    const stream = openStream(key, 0, connection);
    const seqs = [(await stream.next())?.seq];
    unsent = 100 * 1024;
    // What was on the way arrives; then nothing does until there is room again.
    let arrived = stream.next();
    for (;;) {
      const next = await Promise.race([arrived, quiet()]);
      if (next === "quiet") break;
      seqs.push(next?.seq);
      arrived = stream.next();
    }
    expect(seqs.length).toBeLessThan(150);
    unsent = 0;
    release();
    seqs.push((await arrived)?.seq);
    while (seqs.length < 400) seqs.push((await stream.next())?.seq);
    expect(seqs).toEqual(Array.from({ length: 400 }, (_, index) => index + 1));
    stream.leave();
  });

  it("cuts off a client that does not read what happens, and gives it the rest when it comes back", async () => {
    const key = await begin();
    let unsent = 0;
    let cuts = 0;
    const connection: ClientConnection = { ...quick, unsentBytes: () => unsent, cut: () => void (cuts += 1) };
    const stream = openStream(key, 0, connection);
    await append(key, [said("Hello")]);
    expect(await stream.next()).toMatchObject({ seq: 1 });
    unsent = 600 * 1024;
    await append(key, [said("Are you there?")]);
    expect(cuts).toBe(1);
    expect(await stream.next()).toBeNull();
    await append(key, [said("Never mind.")]);
    const again = openStream(key, 1);
    expect(await again.next()).toMatchObject({ seq: 2, text: "Are you there?" });
    expect(await again.next()).toMatchObject({ seq: 3, text: "Never mind." });
    again.leave();
  });
});

/** Nothing more comes by itself: everything that was under way has had its turn many times over. */
async function quiet(): Promise<"quiet"> {
  for (let turns = 0; turns < 200; turns++) await new Promise((resolve) => setImmediate(resolve));
  return "quiet";
}
