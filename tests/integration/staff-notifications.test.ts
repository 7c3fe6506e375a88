import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createConversation } from "#app/conversations/conversations.server.ts";
import { append } from "#app/conversations/log.server.ts";
import { keepingFailures, mailFailures } from "#app/channels/email/mail-failures.server.ts";
import { notifyStaff } from "#app/channels/email/notify-staff.server.ts";
import { assign } from "#app/inbox/assign.server.ts";
import { addNote } from "#app/inbox/notes.server.ts";
import type { ConversationKey } from "#app/identity/scope.ts";
import { db } from "#app/platform/db.server.ts";
import { connectQueue } from "#app/platform/queue.server.ts";
import type { Notification } from "#app/staff/notifications.ts";
import { NOTIFY_QUEUE, notificationPreferences } from "#app/staff/notify.server.ts";
import type { Staff } from "#app/staff/staff.ts";
import { databaseKinds } from "#tests/support/databases.ts";
import { openTestDatabase, setTestEnvironment } from "#tests/support/open-database.ts";
import { smtpServer } from "../../devstore/web/mail/smtp.ts";

const ROBIN: Staff = { id: "101", name: "Robin Marsh", role: "lead", limit: null };
const SAM = "102";
const SECRET = "the shopper moved to 12 Elm Street";

type Sent = { text: string; to: string[] };

const sent: Sent[] = [];
const asked: Notification[] = [];
let isRefusing = false;
let mail: Server;

/** A mail server that takes what it is sent, or hangs up on who comes. */
beforeAll(async () => {
  const taking = smtpServer((source, envelope) => void sent.push({ text: source, to: envelope.to }));
  mail = createServer((socket) => {
    if (isRefusing) socket.destroy();
    else taking.emit("connection", socket);
  });
  await new Promise<void>((resolve) => mail.listen(0, "127.0.0.1", resolve));
  const at = mail.address();
  setTestEnvironment({ SMTP_URL: `smtp://127.0.0.1:${typeof at === "object" && at ? at.port : 0}` });
});
afterAll(() => void mail.close());

describe.each(databaseKinds())("Telling people by email, on %s", (kind) => {
  let closeDatabase: () => Promise<void>;
  let key: ConversationKey;

  beforeAll(async () => {
    closeDatabase = await openTestDatabase(kind);
    connectQueue((queue, data) => Promise.resolve(queue === NOTIFY_QUEUE && asked.push(data as Notification)));
  });
  afterAll(async () => {
    connectQueue(undefined);
    await closeDatabase();
  });
  afterEach(() => {
    isRefusing = false;
    sent.length = 0;
    asked.length = 0;
  });

  async function shop(): Promise<void> {
    const name = `store-${randomUUID()}.myshopify.com`;
    await db().shop.create({ data: { shop: name, name: "Tea & Lamps", profileReadAt: new Date() } });
    const member = (staffId: string, called: string, role: string) => ({
      ...{ shop: name, staffId, name: called, role },
      email: `${called.split(" ")[0]?.toLowerCase() ?? ""}@store.example`,
    });
    await db().staffMember.createMany({
      data: [member("101", "Robin Marsh", "lead"), member(SAM, "Sam Okafor", "agent"), member("103", "Kit", "viewer")],
    });
    key = await createConversation({ shop: name, customerId: null, locale: "en" });
  }
  const mention = () => addNote(key, ROBIN, { noteId: randomUUID(), text: `@Sam ${SECRET}`, mentions: [SAM, "101"] });
  const work = async () => {
    for (const job of asked.splice(0)) await notifyStaff(job);
  };

  test("says who and where, and nothing of what was written; once for a conversation in some minutes", async () => {
    await shop();
    await mention();
    await mention();
    expect(JSON.stringify(asked)).not.toContain("Elm");
    await work();
    expect(sent).toHaveLength(1);
    expect(sent[0]?.to).toEqual(["sam@store.example"]);
    expect(sent[0]?.text).toContain("Robin Marsh mentioned you");
    expect(sent[0]?.text.replaceAll("=\r\n", "")).toContain(`/app/conversations/${key.conversationId}`);
    expect(sent[0]?.text).not.toContain("Elm");
  });

  test("tells whom somebody else gave it to, and leads of what is urgent, and nobody who does not want it", async () => {
    await shop();
    await assign(key, ROBIN, { id: SAM, name: "Sam Okafor" });
    await assign(key, ROBIN, { id: "101", name: "Robin Marsh" });
    expect(asked.map(({ kind: what, staffId }) => [what, staffId])).toEqual([["assigned", SAM]]);
    await notificationPreferences(SAM).replace(key.shop, { mentioned: true, assigned: false, urgent: true }, null);
    await work();
    expect(sent).toEqual([]);
    const escalation = { type: "escalation", author: "system", reason: "other", text: "Passed on." } as const;
    await append(key, [escalation], { handOver: { reason: "safety", priority: 1, dueAt: new Date() } });
    await append(key, [escalation], { handOver: { reason: "other", priority: 3, dueAt: new Date() } });
    await work();
    await work();
    expect(sent.map(({ to }) => to)).toEqual([["robin@store.example"]]);
  });

  test("fails without harm: the note is there, the merchant sees that an email was given up, and it is tried again", async () => {
    await shop();
    isRefusing = true;
    expect((await mention()).kind).toBe("noted");
    const job = asked.at(-1);
    if (!job) throw new Error("nobody was to be told");
    const tried = (retryCount: number) =>
      keepingFailures("notification", { data: job, retryCount, retryLimit: 4 }, () => notifyStaff(job));
    await expect(tried(0)).rejects.toThrow("unreachable");
    expect(await mailFailures(key.shop)).toBeNull();
    await expect(tried(4)).rejects.toThrow("unreachable");
    expect(await mailFailures(key.shop)).toMatchObject({ count: 1, last: "unreachable" });
    isRefusing = false;
    await tried(1);
    expect(sent).toHaveLength(1);
  });

  test("fails without harm where no queue can be reached", async () => {
    await shop();
    connectQueue(() => Promise.reject(new Error("the database restarts")));
    expect((await mention()).kind).toBe("noted");
    expect((await assign(key, ROBIN, { id: SAM, name: "Sam Okafor" })).kind).toBe("ok");
    connectQueue((queue, data) => Promise.resolve(queue === NOTIFY_QUEUE && asked.push(data as Notification)));
  });
});
