/**
 * A storefront page with the widget in it, and a chat API on another origin, both over real HTTP and both doing what a
 * test tells them. The page is the extension's own Liquid block, rendered as Shopify would; the API speaks the events
 * of the contract, and can refuse, stall, cut off, forget a token or stop streaming.
 */
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { NewEvent, PublicEvent } from "#app/conversations/events.ts";
import { readAsset, renderStorefront } from "./widget-page.ts";
import type { PageOptions } from "./widget-page.ts";

/** How requests to one path are answered, once per entry: a status, or a connection that breaks before or after the work. */
export type Fault = number | "cut_before" | "cut_after";

export type FakeChat = Awaited<ReturnType<typeof startFakeChat>>;

type Conversation = { id: string; events: PublicEvent[]; streams: Set<ServerResponse> };
type Posted = { path: string; body: Record<string, unknown> };

export async function startFakeChat() {
  const conversations = new Map<string, Conversation>();
  const tokens = new Map<string, string>();
  const expired = new Set<string>();
  const posted: Posted[] = [];
  const reads: { accept: string; after: number }[] = [];
  const faults = new Map<string, Fault[]>();
  const photos = new Map<string, Buffer>();
  const state = {
    page: {} as PageOptions,
    settings: {} as Record<string, unknown>,
    /** Of every photo that was uploaded, as the server would have measured it. */
    photoSize: { width: 600, height: 800 },
    /** `none`: streams are refused; `held`: they open and nothing gets through, as behind a buffering proxy. */
    streaming: "open" as "open" | "none" | "held",
    /** Called with the text of each message taken in. */
    onMessage: (() => {}) as (text: string) => void,
    current: null as Conversation | null,
  };

  const shop = createServer((request, response) => void answerShop(request, response));
  const api = createServer((request, response) => void answerApi(request, response));
  const [shopUrl, apiUrl] = await Promise.all([listen(shop), listen(api)]);

  async function answerShop(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? "/", shopUrl);
    if (url.pathname === "/apps/wherewithal/session") return openSession(request, response);
    const asset = /^\/assets\/([\w.-]+)$/.exec(url.pathname)?.[1];
    if (asset) {
      if (trip(asset, response)) return;
      const found = readAsset(asset);
      send(response, found ? 200 : 404, found?.body ?? "", { "Content-Type": found?.type ?? "text/plain" });
      return;
    }
    if (url.pathname === "/favicon.ico") {
      send(response, 204, "");
      return;
    }
    const page = await renderStorefront({ ...state.page, path: url.pathname });
    send(response, 200, page, { "Content-Type": "text/html; charset=utf-8" });
  }

  async function openSession(request: IncomingMessage, response: ServerResponse) {
    const body = await readBody(request);
    posted.push({ path: "session", body });
    if (trip("session", response)) return;
    const known = conversations.get(tokens.get(String(body.conversationToken)) ?? "");
    const conversation = known ?? { id: randomUUID(), events: [], streams: new Set() };
    conversations.set(conversation.id, conversation);
    state.current = conversation;
    const token = `token-${randomUUID()}`;
    tokens.set(token, conversation.id);
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    sendJson(response, 200, {
      token,
      conversationId: conversation.id,
      apiBase: apiUrl,
      expiresAt,
      settings: { agentName: "Mira", quickReplies: ["Where is my order?", "Show all my orders"], ...state.settings },
    });
  }

  async function answerApi(request: IncomingMessage, response: ServerResponse) {
    response.setHeader("Access-Control-Allow-Origin", request.headers.origin ?? "*");
    response.setHeader("Access-Control-Allow-Headers", "Authorization, Content-Type, Last-Event-ID");
    if (request.method === "OPTIONS") {
      send(response, 204, "");
      return;
    }
    const url = new URL(request.url ?? "/", apiUrl);
    const path = url.pathname.replace("/api/chat/", "");
    const token = request.headers.authorization?.replace("Bearer ", "") ?? "";
    const conversation = expired.has(token) ? undefined : conversations.get(tokens.get(token) ?? "");
    const isUpload = path === "attachments";
    const bytes = isUpload ? await readBytes(request) : null;
    const body = request.method === "POST" && !isUpload ? await readBody(request) : {};
    if (request.method === "POST") posted.push({ path, body });
    if (faults.get(path)?.[0] !== "cut_after" && trip(path, response)) return;
    if (!conversation) {
      sendJson(response, 401, { error: { code: "token_expired", message: "Expired." } });
      return;
    }
    if (path === "events") {
      follow(conversation, request, response, Number(url.searchParams.get("after") ?? 0));
      return;
    }
    if (bytes && request.method === "POST") {
      const attachmentId = randomUUID();
      photos.set(attachmentId, fileOf(bytes));
      sendJson(response, 201, { attachmentId, ...state.photoSize });
      return;
    }
    const photo = photos.get(/^attachments\/([\w-]+)$/.exec(path)?.[1] ?? "");
    if (photo) {
      send(response, 200, photo, { "Content-Type": "image/jpeg" });
      return;
    }
    const event = accept(conversation, path, body);
    if (trip(path, response)) return;
    if (path === "rating" || path === "typing" || path === "transcript") {
      send(response, path === "transcript" ? 202 : 204, "");
      return;
    }
    sendJson(response, path === "messages" ? 202 : 200, { event });
  }

  /** The work behind a post: exactly once per client message id. */
  function accept(conversation: Conversation, path: string, body: Record<string, unknown>): PublicEvent | null {
    if (path === "messages") {
      const clientMessageId = String(body.clientMessageId);
      const known = conversation.events.find(
        (event) => event.type === "message" && event.clientMessageId === clientMessageId,
      );
      if (known) return known;
      const text = String(body.text);
      const ids = (body.attachmentIds ?? []) as string[];
      const attachments = ids.map((id) => ({ id, ...state.photoSize }));
      const messageId = randomUUID();
      const event = emit({ type: "message", author: "shopper", messageId, clientMessageId, text, attachments });
      queueMicrotask(() => state.onMessage(text));
      return event;
    }
    const proposal = /^proposals\/(.+)$/.exec(path)?.[1];
    if (proposal) {
      const known = conversation.events.find((event) => event.type === "resolution" && event.id === proposal);
      if (known) return known;
      const decision = body.decision === "confirm" ? "confirmed" : "declined";
      const text = decision === "confirmed" ? "" : "All right, nothing was changed.";
      return emit({
        type: "resolution",
        author: "system",
        id: proposal,
        kind: "refund",
        orderName: "#1001",
        state: decision,
        text,
        outcome: null,
      });
    }
    if (path === "contact") {
      const email = String(body.email);
      return emit({ type: "contact", author: "shopper", email, text: `We will write to ${email}.` });
    }
    if (path === "human") {
      return emit({ type: "escalation", author: "system", reason: "asked", text: "Our team will reply here." });
    }
    if (path === "verification") {
      const verified = body.email === "ana@example.com";
      return emit({
        type: "verification",
        author: "system",
        state: verified ? "verified" : "failed",
        orderName: verified ? String(body.orderName) : null,
      });
    }
    return null;
  }

  function follow(conversation: Conversation, request: IncomingMessage, response: ServerResponse, after: number) {
    const accepted = request.headers.accept ?? "";
    reads.push({ accept: accepted, after });
    if (!accepted.includes("event-stream")) {
      const events = conversation.events.filter(({ seq }) => seq > after);
      sendJson(response, 200, { events, last: conversation.events.at(-1)?.seq ?? after });
      return;
    }
    if (state.streaming === "none") {
      sendJson(response, 503, { error: { code: "no_stream", message: "No." } });
      return;
    }
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-cache, no-transform" });
    response.flushHeaders();
    if (state.streaming === "held") return;
    response.write(": hello\n\n");
    for (const event of conversation.events) if (event.seq > after) response.write(frame(event));
    conversation.streams.add(response);
    response.on("close", () => conversation.streams.delete(response));
  }

  /** Stores an event in the newest conversation and streams it. */
  function emit(event: NewEvent): PublicEvent {
    const conversation = present();
    const seq = (conversation.events.at(-1)?.seq ?? 0) + 1;
    const stored = { ...event, seq, at: new Date().toISOString() } as PublicEvent;
    conversation.events.push(stored);
    for (const stream of conversation.streams) stream.write(frame(stored));
    return stored;
  }

  /** Streams text that is not stored. */
  function stream(messageId: string, text: string) {
    const { events, streams } = present();
    const seq = events.at(-1)?.seq ?? 0;
    const delta = { type: "delta", seq, at: new Date().toISOString(), author: "agent", messageId, text };
    for (const one of streams) one.write(`data: ${JSON.stringify(delta)}\n\n`);
  }

  /** Somebody at the desk writes, or has stopped. */
  function typing(name: string, on = true) {
    const { events, streams } = present();
    const event = {
      type: "typing",
      seq: events.at(-1)?.seq ?? 0,
      at: new Date().toISOString(),
      author: "staff",
      name,
      on,
    };
    for (const one of streams) one.write(`data: ${JSON.stringify(event)}\n\n`);
  }

  function present(): Conversation {
    if (!state.current) throw new Error("No session has been opened yet.");
    return state.current;
  }

  function trip(path: string, response: ServerResponse): boolean {
    const fault = faults.get(path)?.shift();
    if (fault === undefined) return false;
    if (typeof fault === "number") sendJson(response, fault, { error: { code: "fault", message: "As asked." } });
    else response.destroy();
    return true;
  }

  return {
    state,
    shopUrl,
    apiUrl,
    posted,
    reads,
    emit,
    stream,
    typing,
    /** The agent's whole message. */
    say: (text: string, more: { messageId?: string; quickReplies?: string[] } = {}) =>
      emit({ type: "message", author: "agent", messageId: randomUUID(), text, ...more }),
    events: () => present().events,
    /** The next requests to a path (`session`, `messages`, `events`, `panel.js`...) go wrong, one by one. */
    fail: (path: string, ...how: Fault[]) => void faults.set(path, how),
    cutStreams() {
      for (const one of present().streams) one.destroy();
    },
    streams: () => present().streams.size,
    /** As after an hour: no token works any more, but each still names its conversation. */
    expireTokens() {
      for (const token of tokens.keys()) expired.add(token);
    },
    reset() {
      posted.length = 0;
      reads.length = 0;
      faults.clear();
      Object.assign(state, { page: {}, settings: {}, streaming: "open", onMessage: () => {} });
    },
    async close() {
      for (const server of [shop, api]) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}

const frame = (event: PublicEvent) => `id: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`;

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  return JSON.parse((await readBytes(request)).toString() || "{}") as Record<string, unknown>;
}

/** The one file of a multipart body: what stands between its header and the last boundary. */
function fileOf(body: Buffer): Buffer {
  return body.subarray(body.indexOf("\r\n\r\n") + 4, body.lastIndexOf("\r\n--"));
}

function send(response: ServerResponse, status: number, body: string | Buffer, headers: Record<string, string> = {}) {
  response.writeHead(status, headers).end(body);
}

function sendJson(response: ServerResponse, status: number, body: object) {
  send(response, status, JSON.stringify(body), { "Content-Type": "application/json" });
}
