import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createConversation } from "#app/conversations/conversations.server.ts";
import { askForPerson } from "#app/conversations/escalate.server.ts";
import { readAfter } from "#app/conversations/log.server.ts";
import { postMessage } from "#app/conversations/post-message.server.ts";
import type { ConversationKey } from "#app/identity/scope.ts";
import { briefOf } from "#app/inbox/brief/brief.server.ts";
import { sumUp } from "#app/inbox/brief/sum-up.server.ts";
import { listQueue } from "#app/inbox/queue/list-queue.server.ts";
import { indexAll } from "#app/inbox/search/index-search.server.ts";
import { learnWhoItIs } from "#app/inbox/who-is-it.server.ts";
import { db } from "#app/platform/db.server.ts";
import { presetPolicy } from "#app/policy/presets.ts";
import { publishPolicy } from "#app/resolutions/policies.server.ts";
import { listedModel, text } from "#tests/support/agent-turn.ts";
import { databaseKinds } from "#tests/support/databases.ts";
import { freshOrder, shop, signIn, startTeaShop } from "#tests/support/executions.ts";
import { openTestDatabase } from "#tests/support/open-database.ts";

const devstore = await startTeaShop();
afterAll(() => devstore.close());

describe.each(databaseKinds())("What people are told besides, on %s", (kind) => {
  let close: () => Promise<void>;
  beforeAll(async () => {
    close = await openTestDatabase(kind);
    await signIn(devstore);
  });
  afterAll(() => close());
  const anaRecord = () => devstore.store.customers.find(({ email }) => email === "ana@example.com");
  afterEach(() => {
    devstore.faults.clear();
    anaRecord()?.tags.splice(0);
  });

  const row = ({ conversationId: id }: ConversationKey) =>
    db().conversation.findUniqueOrThrow({ where: { shop_id: { shop, id } } });
  async function handedOver(customerId: string | null = null): Promise<ConversationKey> {
    const key = await createConversation({ shop, customerId, locale: "en" });
    await postMessage(key, { clientMessageId: randomUUID(), text: "Where is #1001?" }, randomUUID());
    await askForPerson(key);
    return key;
  }
  const ana = async () => {
    const order = await freshOrder(devstore, "sent");
    const id = order.customer?.id;
    if (!id) throw new Error("The order has no customer.");
    return { orderId: order.id, customerId: id };
  };

  test("is the name and address of a customer, and of who placed a proven order", async () => {
    const { customerId, orderId } = await ana();
    const customer = await handedOver(customerId);
    expect(await learnWhoItIs(customer)).toBe("known");
    const { shopperName, shopperEmail, vip } = await row(customer);
    expect({ shopperName, shopperEmail, vip }).toMatchObject({
      shopperEmail: expect.stringContaining("@") as string,
      vip: false,
    });
    const guest = await handedOver();
    expect(await learnWhoItIs(guest)).toBe("unknown");
    await db().conversation.updateMany({ where: { shop, id: guest.conversationId }, data: { orderIds: [orderId] } });
    expect(await learnWhoItIs(guest)).toBe("known");
    expect(await row(guest)).toMatchObject({ shopperName, shopperEmail });
    expect((await briefOf(shop, guest.conversationId))?.who).toMatchObject({ name: shopperName, isCustomer: false });
  });

  test("is what they are searched by, however long the search has known the rest", async () => {
    const { customerId } = await ana();
    const key = await handedOver(customerId);
    const found = async (q: string) =>
      (await listQueue({ shop, me: "1", view: "all", filters: { q } })).rows.some(
        ({ id }) => id === key.conversationId,
      );
    await indexAll(10);
    await learnWhoItIs(key);
    const { shopperEmail } = await row(key);
    await indexAll(10);
    expect([await found(shopperEmail ?? ""), await found("#1001")]).toEqual([true, true]);
    const { indexedSeq, lastSeq } = await row(key);
    await learnWhoItIs(key);
    expect([indexedSeq, (await row(key)).indexedSeq]).toEqual([lastSeq, lastSeq]);
  });

  test("is nothing where the shop keeps its customers to itself, or does not answer", async () => {
    const { customerId } = await ana();
    const key = await handedOver(customerId);
    devstore.faults.set({ hideProtected: ["name", "email"] });
    expect(await learnWhoItIs(key)).not.toBe("unavailable");
    expect(await row(key)).toMatchObject({ status: "escalated", shopperEmail: null });
  });

  test("is that they count more, which makes it more urgent", async () => {
    const { customerId } = await ana();
    const policy = presetPolicy("balanced", "EUR");
    anaRecord()?.tags.push("Gold");
    await publishPolicy(shop, { ...policy, vip: { ...policy.vip, customerTags: ["gold"] } }, "Robin");
    const key = await handedOver(customerId);
    expect(await row(key)).toMatchObject({ priority: 3 });
    await learnWhoItIs(key);
    expect(await row(key)).toMatchObject({ vip: true, priority: 2 });
  });

  test("is a model's few words, once, if the log has every figure in them", async () => {
    const signal = AbortSignal.timeout(10_000);
    const key = await handedOver();
    const pick = (words: string) => () => Promise.resolve([listedModel(text(words))] as const);
    expect(await sumUp(key, signal, pick("They want €500.00 back for #1001."))).toBe("left");
    expect(await sumUp(key, signal, pick(""))).toBe("left");
    expect(await sumUp(key, signal, pick("They ask where #1001 is. Nothing was found yet."))).toBe("stored");
    expect(await sumUp(key, signal, pick("They ask where #1001 is, again."))).toBe("left");
    const briefs = (await readAfter(key, 0)).filter((event) => event.type === "brief");
    expect(briefs.map(({ by }) => by)).toEqual([undefined, "model"]);
    expect((await briefOf(shop, key.conversationId))?.summary).toMatchObject({
      text: expect.stringContaining("#1001") as string,
    });
  });

  test("is what code wrote alone, with the embedded model", async () => {
    expect(await sumUp(await handedOver(), AbortSignal.timeout(10_000))).toBe("left");
  });
});
