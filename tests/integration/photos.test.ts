import { randomUUID } from "node:crypto";
import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createConversation } from "#app/conversations/conversations.server.ts";
import { forgetCustomer, forgetShop } from "#app/conversations/forget.server.ts";
import { dropLeftPhotos } from "#app/conversations/photos/attachments.server.ts";
import { signPhotoLink } from "#app/conversations/photos/photo-link.server.ts";
import { db } from "#app/platform/db.server.ts";
import { type Chat, startChat } from "../support/chat.ts";
import { databaseKinds } from "../support/databases.ts";
import { openTestDatabase, setTestEnvironment } from "../support/open-database.ts";
import { startSystem, type System } from "../support/system.ts";

const SHOP = "sunny-supply.myshopify.com";
const MEGABYTE = 1024 * 1024;

/** A phone's photo: lying on its side, and telling where it was taken. */
async function phonePhoto(): Promise<Buffer> {
  return sharp({ create: { width: 400, height: 300, channels: 3, background: "#a33" } })
    .withExif({
      IFD0: { Make: "Acme", Model: "SecretPhone" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "53/1 47/1 30/1", GPSLongitudeRef: "W", GPSLongitude: "1/1 32/1 0/1" },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

/** A few bytes that say they are a picture of 60,000 by 60,000 pixels. */
function bomb(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(60_000, 0);
  header.writeUInt32BE(60_000, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const mark = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  return Buffer.concat([
    mark,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc(MEGABYTE))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

describe.each(databaseKinds())("Photos on %s", (database) => {
  let system: System;
  const chats: Chat[] = [];

  beforeAll(async () => {
    setTestEnvironment();
    system = await startSystem({ database, env: { CHAT_MESSAGES_PER_MINUTE: "1000" } });
  });
  afterAll(async () => {
    for (const chat of chats) chat.close();
    await system.close();
  });

  const newChat = async () => {
    const chat = await startChat(system.devstore.url);
    chats.push(chat);
    return chat;
  };
  const upload = (chat: Chat, bytes: Uint8Array, name = "photo.jpg", type = "image/jpeg") => {
    const form = new FormData();
    form.set("file", new Blob([new Uint8Array(bytes)], { type }), name);
    return fetch(`${chat.session.apiBase}/api/chat/attachments`, {
      method: "POST",
      headers: { Authorization: `Bearer ${chat.session.token}` },
      body: form,
    });
  };
  const uploaded = async (chat: Chat, bytes?: Uint8Array) => {
    const response = await upload(chat, bytes ?? (await phonePhoto()));
    expect(response.status).toBe(201);
    return (await response.json()) as { attachmentId: string; width: number; height: number };
  };
  const send = (chat: Chat, attachmentIds: string[], text = "", clientMessageId: string = randomUUID()) =>
    chat.request("/api/chat/messages", {
      method: "POST",
      body: JSON.stringify({ clientMessageId, text, attachmentIds }),
    });
  const read = (chat: Chat, id: string) => chat.request(`/api/chat/attachments/${id}`);
  const codeOf = async (response: Response) => {
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    expect(error.message).not.toBe("");
    return `${response.status} ${error.code}`;
  };

  it("are kept upright, without where and with what they were taken", async () => {
    const chat = await newChat();
    const { attachmentId, width, height } = await uploaded(chat);
    expect([width, height]).toEqual([300, 400]);
    const response = await read(chat, attachmentId);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "image/jpeg",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": expect.stringMatching(/^private/) as string,
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const { format, exif, icc, xmp, iptc, orientation } = await sharp(bytes).metadata();
    expect([format, exif, icc, xmp, iptc, orientation]).toEqual([
      "jpeg",
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(bytes.includes("SecretPhone")).toBe(false);
  });

  it("of other kinds and sizes come out as JPEGs of at most 2,000 pixels", async () => {
    const chat = await newChat();
    const picture = sharp({ create: { width: 3_000, height: 1_000, channels: 4, background: "#0000" } });
    for (const bytes of [
      await picture.png().toBuffer(),
      await picture.webp().toBuffer(),
      await picture.gif().toBuffer(),
    ]) {
      expect(await uploaded(chat, bytes)).toMatchObject({ width: 2_000, height: 667 });
    }
  });

  it("are sent with a message, with or without words, which once sent stays the same message", async () => {
    const chat = await newChat();
    const [first, second] = [await uploaded(chat), await uploaded(chat)];
    const id = randomUUID();
    const ids = [second.attachmentId, first.attachmentId];
    const response = await send(chat, ids, "", id);
    expect(response.status).toBe(202);
    const { event } = (await response.json()) as { event: object };
    expect(event).toMatchObject({
      type: "message",
      text: "",
      attachments: ids.map((one) => ({ id: one, width: 300, height: 400 })),
    });
    const again = await send(chat, ids, "", id);
    expect([again.status, await again.json()]).toEqual([202, { event }]);
    expect(await codeOf(await send(chat, [first.attachmentId], "Once more"))).toBe("422 unknown_attachment");
    await chat.waitFor("photo", (one) => one.type === "message" && one.attachments?.length === 2);
  });

  it("are sent once though two messages want them at the same time", async () => {
    const chat = await newChat();
    const { attachmentId } = await uploaded(chat);
    const answers = await Promise.all(["one", "two", "three"].map((text) => send(chat, [attachmentId], text)));
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 422, 422]);
  });

  it("are read and sent by their own conversation only", async () => {
    const [chat, other] = [await newChat(), await newChat()];
    const { attachmentId } = await uploaded(chat);
    expect(await codeOf(await read(other, attachmentId))).toBe("404 not_found");
    expect(await codeOf(await send(other, [attachmentId], "Mine"))).toBe("422 unknown_attachment");
    expect(await codeOf(await read(chat, "not-an-id"))).toBe("404 not_found");
    const stranger = await fetch(`${chat.session.apiBase}/api/chat/attachments/${attachmentId}`);
    expect(stranger.status).toBe(401);
    expect((await send(chat, [attachmentId], "Mine")).status).toBe(202);
  });

  it("are shown to the merchant by a signed link, for a few minutes", async () => {
    const chat = await newChat();
    const { attachmentId } = await uploaded(chat);
    const { shop } = shopOf(chat);
    const link = (over: Date = new Date()) => `${chat.session.apiBase}${signPhotoLink(shop, attachmentId, over)}`;
    const shown = await fetch(link());
    expect([shown.status, shown.headers.get("Content-Disposition"), shown.headers.get("Content-Type")]).toEqual([
      200,
      "inline",
      "image/jpeg",
    ]);
    expect(await codeOf(await fetch(link(new Date(Date.now() - 11 * 60_000))))).toBe("403 link_expired");
    expect(await codeOf(await fetch(link().replace(shop, SHOP === shop ? "other.myshopify.com" : SHOP)))).toBe(
      "403 link_expired",
    );
    expect(await codeOf(await fetch(link().replace(attachmentId, randomUUID())))).toBe("403 link_expired");
  });

  it("that are no photos are refused, whatever they call themselves", async () => {
    const chat = await newChat();
    const page = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");
    expect(await codeOf(await upload(chat, page))).toBe("415 not_an_image");
    expect(await codeOf(await upload(chat, new Uint8Array(0)))).toBe("415 not_an_image");
    const whole = await phonePhoto();
    expect(await codeOf(await upload(chat, whole.subarray(0, whole.length / 2)))).toBe("422 not_decodable");
    expect((await upload(chat, whole, "../../etc/passwd", "text/html")).status).toBe(201);
    const plain = await chat.request("/api/chat/attachments", { method: "POST", body: "{}" });
    expect(await codeOf(plain)).toBe("400 invalid_request");
  });

  it("that would unfold to billions of pixels are refused at once", async () => {
    const chat = await newChat();
    const before = performance.now();
    expect(await codeOf(await upload(chat, bomb()))).toBe("422 not_decodable");
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  it("of more than 10 MB are refused, declared or not", async () => {
    const chat = await newChat();
    expect(await codeOf(await upload(chat, Buffer.alloc(10 * MEGABYTE + 1, 0xff)))).toBe("413 too_large");
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += MEGABYTE;
        controller.enqueue(new Uint8Array(MEGABYTE));
        if (sent >= 200 * MEGABYTE) controller.close();
      },
    });
    const response = await fetch(`${chat.session.apiBase}/api/chat/attachments`, {
      method: "POST",
      headers: { Authorization: `Bearer ${chat.session.token}`, "Content-Type": "multipart/form-data; boundary=x" },
      body: endless,
      duplex: "half",
    }).catch(() => null);
    // The sender may see the answer or only that the line was cut; what counts is that nobody read on.
    expect(response?.status ?? 413).toBe(413);
    expect(sent).toBeLessThan(100 * MEGABYTE);
  });

  it("are at most twenty in a conversation and five in a message", async () => {
    const chat = await newChat();
    const photo = await sharp({ create: { width: 8, height: 8, channels: 3, background: "#fff" } })
      .png()
      .toBuffer();
    const ids: string[] = [];
    for (let count = 0; count < 20; count += 1) ids.push((await uploaded(chat, photo)).attachmentId);
    expect(await codeOf(await upload(chat, photo))).toBe("409 too_many_photos");
    expect(await codeOf(await send(chat, ids.slice(0, 6)))).toBe("400 invalid_request");
    expect(await codeOf(await send(chat, [], ""))).toBe("400 invalid_request");
    expect((await send(chat, ids.slice(0, 5))).status).toBe(202);
  });
});

describe.each(databaseKinds())("Photos that have served (%s)", (database) => {
  let close: () => Promise<void>;
  beforeAll(async () => {
    setTestEnvironment();
    close = await openTestDatabase(database);
  });
  afterAll(() => close());

  const DAY = 24 * 60 * 60 * 1000;
  const keep = async (key: { shop: string; conversationId: string }, sentSeq: number | null, age: number) => {
    const id = randomUUID();
    const createdAt = new Date(Date.now() - age);
    const bytes = new Uint8Array([1]);
    await db().attachment.create({
      data: { ...key, id, mediaType: "image/jpeg", width: 1, height: 1, bytes, sentSeq, createdAt },
    });
    return id;
  };
  const kept = async (...ids: string[]) => {
    const rows = await db().attachment.findMany({ where: { id: { in: ids } }, select: { id: true } });
    return ids.map((id) => rows.some((row) => row.id === id));
  };

  it("are deleted when nobody sent them within a day, or their conversation is gone", async () => {
    const key = await createConversation({ shop: SHOP, customerId: null, locale: "en" });
    const gone = { shop: SHOP, conversationId: randomUUID() };
    const ids = [
      await keep(key, null, DAY / 2),
      await keep(key, null, 2 * DAY),
      await keep(key, 1, 2 * DAY),
      await keep(gone, 1, 0),
    ];
    await dropLeftPhotos();
    expect(await kept(...ids)).toEqual([true, false, true, false]);
  });

  it("are erased with their customer, and with their shop (P10)", async () => {
    const customerId = "gid://shopify/Customer/77";
    const [theirs, guests] = [
      await createConversation({ shop: SHOP, customerId, locale: "en" }),
      await createConversation({ shop: SHOP, customerId: null, locale: "en" }),
    ];
    const ids = [await keep(theirs, 1, 0), await keep(guests, 1, 0)];
    await forgetCustomer(SHOP, customerId, []);
    expect(await kept(...ids)).toEqual([false, true]);
    await forgetShop(SHOP);
    expect(await kept(...ids)).toEqual([false, false]);
  });
});

/** The shop a conversation belongs to, as its token says. */
function shopOf(chat: Chat): { shop: string } {
  const claims = JSON.parse(Buffer.from(chat.session.token.split(".")[1] ?? "", "base64url").toString()) as {
    dest: string;
  };
  return { shop: claims.dest };
}
