/**
 * One shopper's conversation: the state, what happens to it, and what it remembers. It knows the network and the
 * browser's storage, and nothing of how it is shown.
 */
import { readStored, storageKey, writeStored } from "../shared/handover.ts";
import type { Visit } from "../shared/handover.ts";
import { createApi } from "./api.ts";
import type { Api, Memory, Outcome } from "./api.ts";
import { decodeEvent, photosOf } from "./decode.ts";
import type { Photo } from "./decode.ts";
import { createFollower } from "./follow.ts";
import { initial, isBusy, reduce } from "./state.ts";
import type { Action, SendFailure, State } from "./state.ts";

export type Conversation = {
  state: () => State;
  /** Connects and brings back what was said; again after a failure. */
  start: () => Promise<void>;
  show: (open: boolean) => void;
  send: (text: string, photos?: readonly Photo[]) => void;
  retry: (id: string) => void;
  askForPerson: () => Promise<boolean>;
  startOver: () => void;
  /** Posts something, connecting before where that is needed; what comes of it is in the log. */
  ask: (path: string, body: object) => Promise<Outcome>;
  /** For what is loaded later: the way to the server, which conversation it is, and an answer that is an event. */
  api: Api;
  id: () => string | null;
  hear: (event: unknown) => void;
  /** What is written and not sent, kept from page to page. */
  draft: (text?: string) => string;
};

/** People are told at most this often that the shopper writes, and show it a little longer; in milliseconds. */
const TYPING = 3_000;
/** After this long without news nobody is writing any more. */
const HUSH = 6_000;
/** How long an unwatched conversation is still followed. */
const LINGER = 30_000;

export function createConversation(host: HTMLElement, locale: string, onChange: (state: State) => void): Conversation {
  const key = storageKey(host);
  const visit: Visit = readStored("sessionStorage", key);
  const stored: Partial<Memory & { seen: number }> = readStored("localStorage", key);
  let seen = stored.seen ?? 0;
  let written = visit.draft ?? "";
  let memory: Memory = { token: stored.token ?? null, conversationId: stored.conversationId ?? null };
  let state = initial;
  let started: Promise<void> | null = null;
  let posts = Promise.resolve();
  let leaving: ReturnType<typeof setTimeout> | undefined;
  let hush: ReturnType<typeof setTimeout> | undefined;
  let told = 0;

  const isAwaited = () => state.escalated && !state.closed;
  const remember = () => {
    const { token, conversationId } = memory;
    writeStored("localStorage", key, { token, conversationId, seen });
    const outbox = state.outbox
      .filter((one) => one.state !== "sent")
      .map(({ id, text, photos }) => ({ id, text, photos }));
    const follow = state.working || isBusy(state) || isAwaited();
    writeStored("sessionStorage", key, { open: state.open, unread: state.unread, follow, draft: written, outbox });
  };

  const dispatch = (action: Action) => {
    const before = state;
    state = reduce(state, action);
    if (state === before) return;
    if (state.open) seen = state.last;
    remember();
    reconsider();
    onChange(state);
  };

  const api = createApi({
    proxy: host.dataset.proxy ?? "/apps/wherewithal",
    locale,
    memory: {
      read: () => memory,
      write(next) {
        memory = next;
        remember();
      },
    },
    onSession({ settings, apiBase }, resumed) {
      if (!resumed) {
        seen = 0;
        dispatch({ type: "fresh", keepOutbox: true });
      }
      dispatch({ type: "session", settings, apiHost: new URL(apiBase).host });
      if (state.phase === "ready") postAll();
    },
  });

  const follower = createFollower({
    api,
    after: () => state.last,
    working: () => state.working || isBusy(state),
    onEvents(events, last) {
      dispatch({ type: "events", events, seen, ...(last === undefined ? {} : { last }) });
      if (events.at(-1)?.type !== "typing") return;
      clearTimeout(hush);
      hush = setTimeout(() => dispatch({ type: "hush" }), HUSH);
    },
    onConnection: (connection) => dispatch({ type: "connection", connection }),
  });

  /** Follows while somebody looks or a reply is due; lets go of the server otherwise. */
  const reconsider = () => {
    const sending = state.outbox.length > 0;
    const visible = document.visibilityState === "visible";
    const wanted = state.working || isBusy(state) || sending || (visible && (state.open || isAwaited()));
    clearTimeout(leaving);
    leaving = undefined;
    if (state.phase !== "ready") return;
    if (wanted) follower.start();
    else leaving = setTimeout(() => follower.stop(), LINGER);
  };

  const connect = async () => {
    const before = memory.conversationId;
    dispatch({ type: "phase", phase: "loading" });
    if (!(await api.connect())) {
      dispatch({ type: "phase", phase: "unavailable" });
      for (const { id } of state.outbox) dispatch({ type: "send_failed", id, reason: "unreachable" });
      started = null;
      return;
    }
    if (before && memory.conversationId === before && state.last === 0) await recall();
    dispatch({ type: "phase", phase: "ready" });
    postAll();
  };

  const postAll = () => {
    for (const { id } of state.outbox) post(id);
  };

  /** The whole of what was said so far in one piece, before it is shown and before the stream adds to it. */
  const recall = async () => {
    const outcome = await api.read("events?after=0", "application/json", new AbortController().signal);
    const body = outcome.ok
      ? ((await outcome.response.json().catch(() => null)) as Record<string, unknown> | null)
      : null;
    if (!Array.isArray(body?.events)) return;
    const events = body.events.map(decodeEvent).filter((event) => event !== null);
    dispatch({ type: "events", events, seen, ...(typeof body.last === "number" ? { last: body.last } : {}) });
  };

  const start = () => (started ??= connect());

  /** One after the other, so that messages arrive in the order they were written. */
  const post = (id: string) => {
    posts = posts.then(async () => {
      const message = state.outbox.find((one) => one.id === id && one.state === "sending");
      if (!message) return;
      const { text, photos } = message;
      const attachmentIds = photos.map((photo) => photo.id);
      const outcome = await api.post("messages", {
        clientMessageId: id,
        text,
        ...(photos.length > 0 ? { attachmentIds } : {}),
      });
      dispatch(outcome.ok ? { type: "accepted", id } : { type: "send_failed", id, reason: failure(outcome) });
      follower.nudge();
    });
  };

  const retry = (id: string) => {
    dispatch({ type: "retry", id });
    if (state.phase === "ready") post(id);
    else void start();
  };

  const ask = async (path: string, body: object): Promise<Outcome> => {
    await start();
    const outcome = await api.post(path, body);
    follower.nudge();
    return outcome;
  };

  addEventListener("online", () => {
    dispatch({ type: "offline", offline: false });
    if (state.phase === "unavailable") void start();
    for (const { id, state: sent, reason } of state.outbox)
      if (sent === "failed" && reason === "unreachable") retry(id);
    follower.nudge();
  });
  addEventListener("offline", () => dispatch({ type: "offline", offline: true }));
  document.addEventListener("visibilitychange", reconsider);
  addEventListener("pagehide", () => follower.stop());
  addEventListener("pageshow", reconsider);

  state = { ...state, offline: !navigator.onLine };
  for (const { id, text, photos } of visit.outbox ?? []) {
    state = reduce(state, { type: "send", id, text, photos: photosOf(photos), at: new Date().toISOString() });
  }

  return {
    state: () => state,
    start,
    retry,
    show(open) {
      dispatch({ type: "open", open });
      if (open) void start();
    },
    send(text, photos = []) {
      const id = uuid();
      dispatch({ type: "send", id, text, photos, at: new Date().toISOString() });
      if (state.phase === "ready") post(id);
      else void start();
    },
    askForPerson: async () => (await ask("human", {})).ok,
    ask,
    startOver() {
      follower.stop();
      api.forget();
      dispatch({ type: "fresh", keepOutbox: false });
      started = null;
      void start();
    },
    api,
    id: () => memory.conversationId,
    hear(value) {
      const event = decodeEvent(value);
      if (event?.type === "resolution") dispatch({ type: "news", id: event.id, news: event });
      follower.nudge();
    },
    draft(text) {
      if (text !== undefined) {
        written = text;
        remember();
        if (isAwaited() && Date.now() - told > TYPING) {
          told = Date.now();
          void api.post("typing", { on: text !== "" });
        }
      }
      return written;
    },
  };
}

function failure(outcome: Outcome & { ok: false }): SendFailure {
  const { status } = outcome;
  if (status === null || status >= 500) return "unreachable";
  if (status === 429) return "too_fast";
  if (status === 422) return "photo_lost";
  return status === 413 || status === 400 ? "too_long" : "refused";
}

/** `randomUUID` is missing on pages without https, such as a shop seen over a local network. */
function uuid(): string {
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- see above
  if (crypto.randomUUID) return crypto.randomUUID();
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
