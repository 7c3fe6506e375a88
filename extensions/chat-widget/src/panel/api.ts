/**
 * The chat API as the widget uses it: a session through the shop's own origin, then requests with its token to the
 * app. A token that ran out is exchanged for a new one without anybody noticing.
 */
import { decodeSession } from "./decode.ts";
import type { Session } from "./decode.ts";

/** `reason` null: nothing came back at all. */
export type Outcome = { ok: true; response: Response } | { ok: false; status: number | null };

export type Memory = { token: string | null; conversationId: string | null };

export type Api = {
  /** Opens a session, resuming the remembered conversation where its token still allows it. */
  connect: () => Promise<Session | null>;
  /** Forgets the conversation; the next `connect` begins another. */
  forget: () => void;
  /** The session in use, opened where there is none; another one than `stale` where that was refused. */
  session: (stale?: Session) => Promise<Session | null>;
  /** By how many milliseconds the server's clock is ahead of this one. */
  skew: () => number;
  post: (path: string, body: object) => Promise<Outcome>;
  read: (path: string, accept: string, signal: AbortSignal) => Promise<Outcome>;
};

export type ApiOptions = {
  proxy: string;
  locale: string;
  memory: { read: () => Memory; write: (memory: Memory) => void };
  /** Called for every new session; `resumed` when it is the conversation we already had. */
  onSession: (session: Session, resumed: boolean) => void;
};

const TIMEOUT = 20_000;

export function createApi({ proxy, locale, memory, onSession }: ApiOptions): Api {
  let session: Session | null = null;
  let skew = 0;
  let opening: Promise<Session | null> | null = null;

  const open = async (): Promise<Session | null> => {
    const { token, conversationId } = memory.read();
    const body = { ...(token ? { conversationToken: token } : {}), locale };
    const url = `${proxy}/session?n=${Math.random().toString(36).slice(2)}`;
    const outcome = await attempt(url, { method: "POST", headers: JSON_TYPE, body: JSON.stringify(body) });
    const opened = outcome.ok ? decodeSession(await outcome.response.json().catch(() => null)) : null;
    if (outcome.ok) skew = Date.parse(outcome.response.headers.get("Date") ?? "") - Date.now() || 0;
    if (opened) {
      session = opened;
      memory.write({ token: opened.token, conversationId: opened.conversationId });
      onSession(opened, opened.conversationId === conversationId);
    }
    return opened;
  };
  const connect = () => (opening ??= open().finally(() => (opening = null)));

  const request = async (path: string, init: RequestInit, timeout: number | null): Promise<Outcome> => {
    for (let renewed = false; ; renewed = true) {
      const used = session ?? (await connect());
      if (!used) return { ok: false, status: null };
      const headers = { ...(init.headers as Record<string, string>), Authorization: `Bearer ${used.token}` };
      const outcome = await attempt(`${used.apiBase}/api/chat/${path}`, { ...init, headers }, timeout);
      const status = outcome.ok ? 200 : outcome.status;
      if ((status !== 401 && status !== 410) || renewed) return outcome;
      // 410: the conversation itself is gone, so its token must not be offered again.
      if (session === used) {
        session = null;
        if (status === 410) memory.write({ token: null, conversationId: null });
      }
    }
  };

  return {
    connect,
    skew: () => skew,
    session: async (stale) => {
      if (stale && session === stale) session = null;
      return session ?? (await connect());
    },
    forget() {
      session = null;
      memory.write({ token: null, conversationId: null });
    },
    // keepalive: a message sent just before leaving the page still arrives.
    post: (path, body) =>
      request(path, { method: "POST", headers: JSON_TYPE, body: JSON.stringify(body), keepalive: true }, TIMEOUT),
    read: (path, accept, signal) => request(path, { headers: { Accept: accept }, signal, cache: "no-store" }, null),
  };
}

const JSON_TYPE = { "Content-Type": "application/json" };

/** Cookies go to the shop's own origin only (fetch's default): by them Shopify knows a logged-in customer. */
async function attempt(url: string, init: RequestInit, timeout: number | null = TIMEOUT): Promise<Outcome> {
  const limit = new AbortController();
  const timer = timeout === null ? undefined : setTimeout(() => limit.abort(), timeout);
  try {
    const response = await fetch(url, { signal: limit.signal, ...init });
    return response.ok ? { ok: true, response } : { ok: false, status: response.status };
  } catch {
    return { ok: false, status: null };
  } finally {
    clearTimeout(timer);
  }
}
