import { randomUUID } from "node:crypto";
import { type PublicEvent, publicEventSchema } from "../../app/conversations/events.ts";

/** A client of the chat API that knows nothing but its contract: plain HTTP and server-sent events. */
export type ChatSession = {
  token: string;
  conversationId: string;
  apiBase: string;
  expiresAt: string;
  settings: Record<string, unknown>;
};

export type Chat = {
  session: ChatSession;
  /** Resolves when the stream of events is open: what happens from then on is seen as it happens. */
  opened: Promise<void>;
  /** Every stored event and delta received, in order. */
  events: PublicEvent[];
  post(text: string, clientMessageId?: string): Promise<Response>;
  request(path: string, init?: RequestInit): Promise<Response>;
  /** Waits for the first event received that fits, from the given place in `events`. */
  waitFor(what: string, fits: (event: PublicEvent) => boolean, from?: number): Promise<PublicEvent>;
  /** Posts a message and waits until the agent has answered it. */
  ask(text: string): Promise<Extract<PublicEvent, { type: "message" }>>;
  close(): void;
};

/** Asks for a session as the widget does: at the storefront, through the app proxy. */
export async function openSession(
  storefront: string,
  body: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${storefront}/apps/wherewithal/session?n=${randomUUID()}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

export async function startChat(
  storefront: string,
  options: { body?: Record<string, unknown>; headers?: Record<string, string>; apiBase?: string } = {},
): Promise<Chat> {
  const response = await openSession(storefront, options.body, options.headers);
  if (response.status !== 200) throw new Error(`No session: ${response.status} ${await response.text()}`);
  const session = (await response.json()) as ChatSession;
  if (options.apiBase) session.apiBase = options.apiBase;
  return chatOver(session);
}

export function chatOver(session: ChatSession, after = 0): Chat {
  const events: PublicEvent[] = [];
  const controller = new AbortController();
  const waiting = new Set<() => void>();
  let failure: unknown;
  let sayOpen: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (sayOpen = resolve));

  const request = (path: string, init: RequestInit = {}) =>
    fetch(`${session.apiBase}${path}`, {
      ...init,
      headers: {
        Authorization: `Bearer ${session.token}`,
        "Content-Type": "application/json",
        ...(init.headers as Record<string, string> | undefined),
      },
    });
  const post = (text: string, clientMessageId: string = randomUUID()) =>
    request("/api/chat/messages", { method: "POST", body: JSON.stringify({ clientMessageId, text }) });

  const followed = follow(
    () =>
      request(`/api/chat/events?after=${after}`, {
        headers: { Accept: "text/event-stream" },
        signal: controller.signal,
      }),
    sayOpen,
    (event) => {
      events.push(event);
      for (const wake of waiting) wake();
    },
  ).catch((error: unknown) => {
    if (!controller.signal.aborted) failure = error;
    for (const wake of waiting) wake();
  });

  const waitFor = (what: string, fits: (event: PublicEvent) => boolean, from = 0): Promise<PublicEvent> =>
    new Promise((resolve, reject) => {
      const giveUp = setTimeout(() => {
        waiting.delete(look);
        reject(new Error(`No ${what} came. Events: ${JSON.stringify(events.slice(from), null, 1).slice(0, 4_000)}`));
      }, 30_000);
      const look = () => {
        const found = events.slice(from).find(fits);
        if (!found && failure === undefined) return;
        clearTimeout(giveUp);
        waiting.delete(look);
        if (found) resolve(found);
        else reject(failure instanceof Error ? failure : new Error(String(failure)));
      };
      waiting.add(look);
      look();
    });

  return {
    session,
    opened,
    events,
    post,
    request,
    waitFor,
    async ask(text) {
      const from = events.length;
      const response = await post(text);
      if (response.status !== 202) throw new Error(`Not accepted: ${response.status} ${await response.text()}`);
      const answer = await waitFor("answer", (event) => event.type === "message" && event.author === "agent", from);
      return answer as Extract<PublicEvent, { type: "message" }>;
    },
    close() {
      controller.abort();
      void followed;
    },
  };
}

async function follow(
  open: () => Promise<Response>,
  onOpen: () => void,
  hear: (event: PublicEvent) => void,
): Promise<void> {
  const response = await open();
  if (!response.ok || !response.body) throw new Error(`No stream: ${response.status} ${await response.text()}`);
  onOpen();
  let text = "";
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
      const data = text
        .slice(0, end)
        .split("\n")
        .filter((line) => line.startsWith("data: "))
        .map((line) => line.slice(6))
        .join("\n");
      text = text.slice(end + 2);
      // Whatever a shopper is sent is as the contract says.
      if (data) hear(publicEventSchema.parse(JSON.parse(data)));
    }
  }
}
