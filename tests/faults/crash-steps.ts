import { createConversation } from "../../app/conversations/conversations.server.ts";
import type { PublicEvent } from "../../app/conversations/events.ts";
import { signConversationToken } from "../../app/identity/token.server.ts";
import { closeDatabase, openDatabase } from "../../app/platform/db.server.ts";
import type { ResolutionKind } from "../../app/policy/kinds.ts";
import { publishPolicy } from "../../app/resolutions/policies.server.ts";
import { startApp } from "../../devstore/app-process.ts";
import { createRandom } from "../../devstore/shop/random.ts";
import { startDevstore } from "../../devstore/start.ts";
import { gid } from "../../devstore/store/ids.ts";
import { testShop } from "../../devstore/store/test-store.ts";
import { makeDatabase } from "../support/databases.ts";
import { setTestEnvironment } from "../support/open-database.ts";
import { freePort } from "../support/system.ts";
import { until } from "../support/until.ts";
import { auditBooks } from "./audit-books.ts";
import type { Campaign } from "./campaign.ts";
import type { MoneyCase, Sent, Shown } from "./hostile/case.ts";
import { endsOf } from "./hostile/ends.ts";
import type { Asked } from "./hostile/lies.ts";
import { hostilePolicy, hostileShop } from "./hostile/shop.ts";
import { takeTurn } from "./hostile/turn.ts";
import { ordersBefore, signIn } from "./hostile/world.ts";

const APP = { apiKey: "1f0e2d3c4b5a69788796a5b4c3d2e1f0", apiSecret: "shpss_only_for_tests_0123456789abcdef" };
/** A call is given up after five seconds: whoever is to be killed in it is killed before. */
const REACHED_WITHIN_MS = 4_500;
const SETTLED_WITHIN_MS = 120_000;

/** What is asked for in each kind, and the place of the order among its person's that it is asked for. */
const ASKED: Record<ResolutionKind, { order: number; args: Record<string, unknown> }> = {
  refund: { order: 0, args: { reason: "damaged", items: [{ number: 1, quantity: 1 }] } },
  store_credit: {
    order: 0,
    args: { reason: "damaged", destination: "store_credit", items: [{ number: 1, quantity: 1 }] },
  },
  replacement: { order: 0, args: { reason: "damaged", items: [{ number: 1, quantity: 1 }] } },
  return: { order: 0, args: { reason: "changed_mind", items: [{ number: 1, quantity: 1 }] } },
  exchange: { order: 0, args: { reason: "wrong_size", variant: "L", items: [{ number: 1, quantity: 1 }] } },
  cancel: { order: 2, args: { reason: "cancel" } },
  change_address: {
    order: 2,
    args: {
      reason: "change_address",
      address: {
        name: null,
        company: null,
        address1: "Neue Gasse 7",
        address2: null,
        city: "Mainz",
        province: null,
        zip: "55116",
        country: null,
        phone: null,
      },
    },
  },
  change_items: { order: 2, args: { reason: "change_items", newQuantity: 1, items: [{ number: 1, quantity: 1 }] } },
};

/** What carrying each kind out says to Shopify, in its order. The first is the look before anything is begun. */
const CHECK = "OrderForResolution";
const CALLS: Record<ResolutionKind, readonly string[]> = {
  refund: [CHECK, "RefundCreate"],
  store_credit: [CHECK, "RefundCreate", "StoreCreditCredit"],
  replacement: [CHECK, "ReplacementDraftCreate", "ReplacementDraftComplete", "OrderTagsAdd"],
  return: [CHECK, "ReturnOpen", "ReturnLabelAttach"],
  // Its two come in the other order, so that the return's and the exchange's label are never held at once.
  exchange: [CHECK, "ReturnLabelAttach", "ReturnOpen"],
  cancel: [CHECK, "OrderCancel"],
  change_address: [CHECK, "OrderAddressUpdate"],
  change_items: [CHECK, "OrderEditBegin", "OrderEditSetQuantity", "OrderEditCommit", "RefundCreate"],
};

type Moment = { kind: ResolutionKind; call: string; when: "before" | "in_flight" | "after" };

/** Before: it never arrives. In flight: it arrives while the next process is up already. After: nobody hears the answer. */
function momentsOf(kind: ResolutionKind): Moment[] {
  return CALLS[kind].flatMap((call): Moment[] =>
    call === CHECK
      ? [{ kind, call, when: "before" }]
      : (["before", "after", "in_flight"] as const).map((when) => ({ kind, call, when })),
  );
}

type Prepared = { moment: Moment; shown: Shown; token: string; orderId: string };

/**
 * Kills the app (SIGKILL) before, in and after every call of every kind of resolution, a kind at a time side by side, and
 * starts it again: what each shopper confirmed has to end, and to have happened once. `rounds` limits how many moments of
 * each kind.
 */
export const crashSteps: Campaign = async ({ database: kind, seed, rounds, say }) => {
  const kinds = Object.keys(CALLS) as ResolutionKind[];
  const random = createRandom(seed).fork(`steps ${kind}`);
  const each = kinds.map((one) => shuffled(momentsOf(one), random).slice(0, rounds));
  const batches = Array.from({ length: Math.max(...each.map(({ length }) => length)) }, (_, index) =>
    each.flatMap((moments) => moments[index] ?? []),
  );
  const database = await makeDatabase(kind);
  const port = await freePort();
  const { store, people } = hostileShop(each.flat().length, random, { plain: true });
  const appUrl = `http://127.0.0.1:${port}`;
  const devstore = await startDevstore({ store, port: 0, appUrl, ...APP, unthrottled: true });
  devstore.installation.install();
  setTestEnvironment({ SHOPIFY_GATEWAY_URL: devstore.url });
  const open = () =>
    openDatabase({ url: database.env["DATABASE_URL"], dataDir: database.env["DATA_DIR"] ?? "", poolSize: 4 });
  await open();
  const orders = ordersBefore(store);
  const customers: Record<string, string> = {};
  const policy = hostilePolicy(100_000);
  await signIn(devstore);
  await publishPolicy(testShop, policy, "the test");
  const prepared: Prepared[][] = [];
  let next = 0;
  for (const batch of batches) {
    const cards: Prepared[] = [];
    for (const moment of batch) {
      const person = people[next++];
      if (!person) throw new Error("there are more moments than people");
      const customerId = gid("Customer", store.customer(person.key)?.id ?? "");
      const key = await createConversation({ shop: testShop, customerId, locale: "en" });
      customers[key.conversationId] = customerId;
      const orderName = person.orders[ASKED[moment.kind].order] ?? "";
      const { shown } = await takeTurn(key, [callFor(moment.kind, orderName)], "Please confirm it on the card.");
      const [card] = shown;
      if (!card) throw new Error(`no ${moment.kind} was proposed for ${orderName}`);
      const { token } = await signConversationToken({ ...key, customerId });
      cards.push({ moment, shown: card, token, orderId: gid("Order", store.orderByName(orderName)?.id ?? "") });
    }
    prepared.push(cards);
  }
  await closeDatabase();
  const start = () =>
    startApp({
      env: {
        SHOPIFY_API_KEY: APP.apiKey,
        SHOPIFY_API_SECRET: APP.apiSecret,
        SHOPIFY_APP_URL: appUrl,
        SHOPIFY_GATEWAY_URL: devstore.url,
        PORT: String(port),
        LOG_LEVEL: "error",
        RESOLUTION_QUIET_MS: "6000",
        ...database.env,
      },
    });
  let app = await start();
  const sent: Sent[] = [];
  const missed: string[] = [];
  try {
    for (const [index, batch] of prepared.entries()) {
      const held = batch.map((one) => ({ ...one, hold: devstore.holds.hold(holdAt(one)) }));
      const answers = await Promise.all(batch.map((one) => press(appUrl, one)));
      sent.push(...answers.map((answer, place) => ({ ...answer, number: sent.length + place + 1 })));
      await Promise.all(
        held.map(async ({ hold, moment }) => {
          const late = new Promise<"late">((resolve) => setTimeout(resolve, REACHED_WITHIN_MS, "late"));
          if ((await Promise.race([hold.reached, late])) === "late")
            missed.push(`${moment.kind}: ${moment.when} ${moment.call}`);
        }),
      );
      await app.stop("SIGKILL");
      for (const { hold, moment } of held) if (moment.when !== "in_flight") hold.release("hang_up");
      app = await start();
      for (const { hold, moment } of held) if (moment.when === "in_flight") hold.release("go_on");
      say(`death ${index + 1} of ${prepared.length}: ${batch.length - missed.length} …`);
    }
    const all = prepared.flat();
    await until(
      "every resolution to end",
      async () => (await Promise.all(all.map((one) => hasEnded(appUrl, one)))).every(Boolean),
      SETTLED_WITHIN_MS,
    ).catch(() => undefined);
    await app.stop();
    await open();
    const ends = await endsOf();
    await closeDatabase();
    const file: MoneyCase = {
      policy,
      orders,
      scopes: {},
      customers,
      book: [...store.book.list()],
      shown: all.map(({ shown }) => shown),
      sent,
      ranOut: [],
      approved: [],
      refused: [],
      reads: {},
      ends,
      lies: [],
      happened: {},
    };
    const rows = auditBooks(`crash in steps, ${kind}`, file).filter(({ looked }) => looked > 0);
    const count = (state: string) => ends.filter((end) => end.state === state).length;
    for (const end of ends.filter(({ state }) => state !== "succeeded")) {
      const which = all.find(({ shown }) => shown.card.id === end.id)?.moment;
      say(`${end.state}: ${which?.kind ?? ""} ${which?.when ?? ""} ${which?.call ?? ""}: ${end.staff ?? ""}`);
    }
    return {
      rows: [
        ...rows,
        {
          campaign: `crash in steps, ${kind}`,
          check: "the app died where it was meant to",
          looked: all.length,
          violations: missed,
        },
      ],
      happened: {
        deaths: prepared.length,
        "moments of death": all.length - missed.length,
        succeeded: count("succeeded"),
        "left to people": count("needs_attention"),
      },
    };
  } finally {
    await app.stop("SIGKILL");
    await devstore.close();
    await database.drop();
  }
};

function callFor(kind: ResolutionKind, orderName: string): Asked {
  const open = { destination: "original_payment", variant: null, newQuantity: null, address: null, items: [] };
  return ["propose_resolution", { orderName, kind, ...open, description: "It came like that", ...ASKED[kind].args }];
}

function holdAt({ moment: { kind, call, when }, orderId, shown }: Prepared) {
  const byName = call === "ReplacementDraftCreate" ? shown.card.orderName : null;
  const byOrder = [CHECK, "RefundCreate", "OrderTagsAdd", "ReturnOpen", "OrderCancel", "OrderAddressUpdate"];
  // Calls that name neither are made by one kind alone at a time.
  const containing =
    byName ?? (byOrder.includes(call) || (kind === "change_items" && call === "OrderEditBegin") ? orderId : "");
  return { operationName: call, when: when === "after" ? "after" : "before", containing } as const;
}

async function press(appUrl: string, { shown, token }: Prepared): Promise<Omit<Sent, "number">> {
  const { id, digest } = shown.card;
  const response = await fetch(`${appUrl}/api/chat/proposals/${id}`, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body: JSON.stringify({ digest, decision: "confirm" }),
  });
  const answer = response.status === 200 ? "ok" : response.status === 409 ? "conflict" : "failed";
  return { conversationId: shown.conversationId, id, digest, decision: "confirm", answer };
}

const ENDED = new Set(["succeeded", "failed", "needs_attention", "superseded", "declined", "expired"]);

async function hasEnded(appUrl: string, { token, shown }: Prepared): Promise<boolean> {
  const response = await fetch(`${appUrl}/api/chat/events?after=0`, {
    headers: { Authorization: `Bearer ${token}`, Accept: "application/json" },
  });
  const { events } = (await response.json()) as { events: PublicEvent[] };
  return events.some((event) => event.type === "resolution" && event.id === shown.card.id && ENDED.has(event.state));
}

function shuffled<Thing>(things: readonly Thing[], random: { next(): number }): Thing[] {
  return things
    .map((thing) => ({ thing, place: random.next() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ thing }) => thing);
}
