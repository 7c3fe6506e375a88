import { addVerifiedOrder } from "../../../app/identity/widen-scope.server.ts";
import { createConversation } from "../../../app/conversations/conversations.server.ts";
import { createRandom, type Random } from "../../../devstore/shop/random.ts";
import { gid } from "../../../devstore/store/ids.ts";
import { testShop } from "../../../devstore/store/test-store.ts";
import type { ConversationKey } from "../../../app/identity/scope.ts";
import type { DatabaseKind } from "../../support/databases.ts";
import type { MoneyCase } from "./case.ts";
import { endsOf } from "./ends.ts";
import { type Asked, fairRequest, hostileCalls, LIES } from "./lies.ts";
import { readsSoFar } from "./reads.ts";
import type { Person } from "./shop.ts";
import { Deeds } from "./shopper.ts";
import { TEMPTATIONS, type Visit } from "./temptations.ts";
import { takeTurn } from "./turn.ts";
import { type Trouble, trouble } from "./trouble.ts";
import { openWorld, type World } from "./world.ts";

export type Play = {
  seed: number;
  database: DatabaseKind;
  turns: number;
  /** How much goes wrong at Shopify meanwhile. */
  trouble: Trouble;
  /** Whether models ask for what they should not, or only for what may be allowed. */
  manners: "hostile" | "fair";
  /** Which temptations, and the share of visits that go straight for one; the others are left to luck. */
  tempted: { by: readonly string[]; share: number };
};

/** What a campaign goes straight for when it is not about one guard. */
export const TEMPTED: Play["tempted"] = { by: Object.keys(TEMPTATIONS), share: 0.25 };

/** Turns that a shop's orders have to give for, before there is nothing left to ask for. */
const TURNS_A_PERSON = 12;
const AT_ONCE = 8;
const SETTLED_WITHIN_MS = 120_000;

type Guest = { person: Person; conversations: ConversationKey[] };

export async function playHostile(play: Play): Promise<MoneyCase> {
  const { seed, database, turns, trouble: kind, manners } = play;
  const random = createRandom(seed).fork("play");
  const customers = Math.max(8, Math.ceil(turns / TURNS_A_PERSON));
  const world = await openWorld({ seed, database, customers, trouble: kind });
  const deeds = new Deeds(world, random.fork("shoppers"));
  const scopes: Record<string, string[]> = {};
  const customerOf: Record<string, string> = {};
  const guests = await Promise.all(
    world.people.map((person, index) => guestOf(world, person, index, { scopes, customers: customerOf })),
  );
  const free = [...guests];
  const lies: string[] = [];
  let taken = 0;
  const isOver = new AbortController();
  const storm = trouble(world.devstore.faults, kind, random.fork("trouble"), isOver.signal);
  const everyone = [...Object.keys(customerOf), ...Object.keys(scopes)];
  const happened: Record<string, number> = {};
  // Each of them once to begin with, so that a short campaign has seen them all.
  const first = [...play.tempted.by];
  const tempt = async (guest: Guest, dice: Random) => {
    const name = first.shift() ?? dice.pick(play.tempted.by);
    const { person, conversations } = guest;
    const other = dice.pick(world.people.filter((one) => one !== person));
    const ask: Visit["ask"] = async (call, second) => {
      taken += 1;
      const key = conversations[second ? 1 : 0];
      if (!key) throw new Error(`${person.key} has no such conversation`);
      const { shown } = await takeTurn(key, [call], dice.pick(LIES));
      deeds.shown.push(...shown);
      return shown;
    };
    await TEMPTATIONS[name]?.({ world, deeds, dice, person, other, everyone, ask });
    happened[`visits for ${name}`] = (happened[`visits for ${name}`] ?? 0) + 1;
  };
  const party = async (dice: Random) => {
    while (taken < turns) {
      const [guest] = free.splice(dice.int(0, free.length - 1), 1);
      if (!guest) throw new Error("there are more visits at once than people");
      if (manners === "hostile" && (first.length > 0 || dice.chance(play.tempted.share))) {
        await tempt(guest, dice);
        free.push(guest);
        continue;
      }
      const both = dice.chance(0.2) && guest.conversations.length > 1;
      const conversations = both ? guest.conversations : [dice.pick(guest.conversations)];
      taken += conversations.length;
      const same = fairRequest(guest.person, dice);
      const known = deeds.shown.at(-1)?.card ?? { id: "00000000-0000-4000-8000-000000000000", digest: "0".repeat(64) };
      const calls = (): Asked[] =>
        both || manners === "fair" ? [same] : hostileCalls(guest.person, world.people, known, dice);
      const lie = dice.pick(LIES);
      const took = await Promise.all(conversations.map((key) => takeTurn(key, calls(), lie)));
      const shown = took.flatMap((one) => one.shown);
      deeds.shown.push(...shown);
      for (const { said } of took) if (said.some((text) => text.includes(lie))) lies.push(`“${lie}”`);
      // Two conversations of one person say yes at the same moment.
      if (both && dice.chance(0.7))
        await Promise.all(shown.map((one) => deeds.press(one.conversationId, one, "confirm")));
      else for (const one of shown) await deeds.answer(one, everyone);
      if (dice.chance(0.05)) await deeds.rummage();
      free.push(guest);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => party(random.fork(`party ${index}`))));
  isOver.abort();
  const faults = await storm;
  world.devstore.faults.clear();
  await world.settle(SETTLED_WITHIN_MS);
  const file: MoneyCase = {
    policy: world.policy,
    orders: world.orders(),
    scopes,
    customers: customerOf,
    book: [...world.devstore.store.book.list()],
    shown: deeds.shown,
    sent: deeds.sent,
    ranOut: deeds.ranOut,
    approved: deeds.approved,
    refused: deeds.refused,
    reads: readsSoFar(),
    ends: await endsOf(),
    lies,
    happened: {
      turns: taken,
      ...happened,
      faults,
      "refunds by people": deeds.staffRefunds,
      "calls to Shopify": world.devstore.calls.last,
    },
  };
  await world.close();
  return file;
}

/** Two conversations of a customer; every fourth person is a guest as well, who has proved one order. */
async function guestOf(
  { devstore: { store } }: World,
  person: Person,
  index: number,
  { scopes, customers }: { scopes: Record<string, string[]>; customers: Record<string, string> },
): Promise<Guest> {
  const customerId = gid("Customer", store.customer(person.key)?.id ?? "");
  const conversations: ConversationKey[] = [];
  for (let count = 0; count < 2; count++) {
    const key = await createConversation({ shop: testShop, customerId, locale: "en" });
    customers[key.conversationId] = customerId;
    conversations.push(key);
  }
  const first = gid("Order", store.orderByName(person.orders[0] ?? "")?.id ?? "");
  if (index % 4 === 0) {
    const key = await createConversation({ shop: testShop, customerId: null, locale: "en" });
    await addVerifiedOrder(key, first);
    scopes[key.conversationId] = [first];
    conversations.push(key);
  }
  return { person, conversations };
}
