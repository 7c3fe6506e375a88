/**
 * All that the panel shows, as one value, and how each thing that happens changes it. Pure: no clock, no network, no
 * page. Stored events arrive in the order of the log and count once; streamed text is only ever a draft of a message
 * that will be stored.
 */
import type { Card } from "#app/orders/facts.ts";
import type { News, Photo, Settings, WireEvent } from "./decode.ts";

export type Entry = { key: string; at: string } & (
  | {
      kind: "message";
      author: "shopper" | "agent" | "staff" | "system";
      text: string;
      name: string;
      quickReplies: string[];
      photos: readonly Photo[];
    }
  | { kind: "card"; card: Card }
  | { kind: "proposal"; id: string; card: Record<string, unknown> }
  | { kind: "note"; note: Note }
);

export type Note =
  | { kind: "found"; orderName: string | null }
  | { kind: "not_found"; state: "failed" | "limited" | "code_sent" | "login_needed" }
  | { kind: "person"; joined: boolean; name: string }
  | { kind: "said"; tone: "info" | "problem"; text: string };

/** A message of the shopper's that the log does not have yet. */
export type Outgoing = {
  id: string;
  text: string;
  photos: readonly Photo[];
  at: string;
  state: "sending" | "sent" | "failed";
  reason: SendFailure | null;
};
export type SendFailure = "unreachable" | "too_fast" | "too_long" | "photo_lost" | "refused";

export type Connection = "connecting" | "live" | "lost";

export type State = {
  phase: "loading" | "ready" | "unavailable";
  settings: Settings;
  /** Where the app is; its own pages may be linked to. */
  apiHost: string | null;
  entries: readonly Entry[];
  outbox: readonly Outgoing[];
  draft: { messageId: string; text: string } | null;
  /** The beginning of the text now being streamed was missed; it is shown when it is whole. */
  torn: boolean;
  status: string | null;
  /** A reply is being made. */
  working: boolean;
  /** Number of the newest stored event seen; reading goes on after it. */
  last: number;
  connection: Connection;
  offline: boolean;
  /** With people: whether and when an answer comes is up to them. */
  escalated: boolean;
  /** Who of them writes in it, by name; empty for one without, null for nobody. The agent is silent then. */
  person: string | null;
  /** Who of them is writing right now. */
  typist: string | null;
  /** The address at which the shopper wants to be answered. */
  contact: string | null;
  /** Ended by people; whatever is said next opens it again. */
  closed: boolean;
  open: boolean;
  unread: number;
  /** Addresses the server vouched for, in a card or as evidence. */
  links: ReadonlySet<string>;
  /** The newest that is known of each resolution: a card shows it, wherever in the log it stands. */
  news: Readonly<Record<string, News>>;
};

export type Action =
  | { type: "session"; settings: Settings; apiHost: string }
  | { type: "phase"; phase: State["phase"] }
  | { type: "events"; events: readonly WireEvent[]; last?: number; seen?: number }
  | { type: "send"; id: string; text: string; photos: readonly Photo[]; at: string }
  /** Heard as the answer to a post: its place in the log is yet to come. */
  | { type: "news"; id: string; news: News }
  | { type: "retry"; id: string }
  | { type: "accepted"; id: string }
  | { type: "send_failed"; id: string; reason: SendFailure }
  /** Nothing more was heard of who is writing. */
  | { type: "hush" }
  | { type: "connection"; connection: Connection }
  | { type: "offline"; offline: boolean }
  | { type: "open"; open: boolean }
  /** Another conversation begins; what is still to be sent goes into it. */
  | { type: "fresh"; keepOutbox: boolean };

export const initial: State = {
  phase: "loading",
  settings: {
    agentName: null,
    shopName: "",
    greeting: null,
    quickReplies: [],
    tagline: null,
    avatar: null,
    personLater: false,
    mail: false,
    colors: {},
  },
  apiHost: null,
  entries: [],
  outbox: [],
  draft: null,
  torn: false,
  status: null,
  working: false,
  last: 0,
  connection: "connecting",
  offline: false,
  escalated: false,
  person: null,
  typist: null,
  contact: null,
  closed: false,
  open: false,
  unread: 0,
  links: new Set(),
  news: {},
};

const UNDER_WAY = new Set(["confirmed", "approved", "executing"]);

/** Something the shopper said yes to is being done. */
export function isBusy({ news }: State): boolean {
  return Object.values(news).some(({ state }) => UNDER_WAY.has(state));
}

export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case "session":
      return { ...state, settings: action.settings, apiHost: action.apiHost };
    case "phase":
      return { ...state, phase: action.phase };
    case "events": {
      const next = action.events.reduce((now, event) => receive(now, event, action.seen ?? 0), state);
      return action.last !== undefined && action.last > next.last ? { ...next, last: action.last } : next;
    }
    case "send": {
      const { id, text, photos, at } = action;
      return { ...state, outbox: [...state.outbox, { id, text, photos, at, state: "sending", reason: null }] };
    }
    case "news":
      return { ...state, news: newer(state.news, action.id, action.news) };
    case "retry":
      return { ...state, outbox: mark(state.outbox, action.id, "sending", null) };
    case "accepted": {
      // The log may have been quicker than the answer to the post.
      const waiting = state.outbox.some(({ id }) => id === action.id);
      const outbox = mark(state.outbox, action.id, "sent", null);
      return waiting ? { ...state, outbox, working: !state.escalated } : state;
    }
    case "send_failed":
      return { ...state, outbox: mark(state.outbox, action.id, "failed", action.reason) };
    case "hush":
      return { ...state, typist: null };
    case "connection":
      // Text streamed while nobody listened is not sent again, so what follows in the stream would lack its beginning.
      return action.connection === "connecting"
        ? { ...state, draft: null, torn: state.working }
        : { ...state, connection: action.connection };
    case "offline":
      return { ...state, offline: action.offline };
    case "open":
      return { ...state, open: action.open, unread: action.open ? 0 : state.unread };
    case "fresh":
      return {
        ...initial,
        phase: action.keepOutbox ? state.phase : "loading",
        settings: state.settings,
        open: state.open,
        offline: state.offline,
        outbox: action.keepOutbox
          ? state.outbox.map((one) => (one.state === "sent" ? { ...one, state: "sending" } : one))
          : [],
      };
  }
}

function mark(outbox: readonly Outgoing[], id: string, state: Outgoing["state"], reason: SendFailure | null) {
  return outbox.map((one) => (one.id === id ? { ...one, state, reason } : one));
}

function receive(state: State, event: WireEvent, seen: number): State {
  if (event.type === "delta") return draft(state, event.messageId, event.text);
  if (event.type === "typing") return { ...state, typist: event.on ? event.name : null };
  if (event.seq <= state.last) return state;
  const next = store({ ...state, last: event.seq }, event);
  const speaks =
    event.type === "escalation" ||
    (event.type === "message" && event.author !== "shopper") ||
    (event.type === "resolution" && event.text);
  return speaks && !state.open && event.seq > seen ? { ...next, unread: next.unread + 1 } : next;
}

function newer(known: State["news"], id: string, news: News): State["news"] {
  return (known[id]?.seq ?? 0) > news.seq ? known : { ...known, [id]: news };
}

function draft(state: State, messageId: string, text: string): State {
  // What the agent was saying when a person took over is not said to its end.
  if (state.torn || state.person !== null || state.entries.some(({ key }) => key === messageId)) return state;
  const before = state.draft?.messageId === messageId ? state.draft.text : "";
  return { ...state, draft: { messageId, text: before + text }, status: null, working: true };
}

const AT_REST = { typist: null, draft: null, torn: false, status: null, working: false } as const;

function store(state: State, event: Exclude<WireEvent, { type: "delta" | "typing" }>): State {
  const { at } = event;
  const add = (entry: Entry, change: Partial<State> = {}): State => ({
    ...state,
    ...change,
    entries: [...state.entries, entry],
  });
  const note = (said: Note, change: Partial<State> = {}) =>
    add({ kind: "note", key: `note-${event.seq}`, at, note: said }, change);

  switch (event.type) {
    case "message": {
      const key = event.clientMessageId ?? event.messageId;
      const links = event.links.length > 0 ? new Set([...state.links, ...event.links]) : state.links;
      const entry: Entry = {
        kind: "message",
        key,
        at,
        author: event.author,
        text: event.text,
        name: event.name,
        quickReplies: event.quickReplies,
        photos: event.photos,
      };
      const closed = state.closed && event.author !== "shopper" && event.author !== "staff";
      if (event.author !== "shopper") return add(entry, { ...AT_REST, links, closed });
      const outbox = state.outbox.filter(({ id }) => id !== event.clientMessageId);
      // Once people have been asked, whether and when a reply comes is up to them.
      return add(entry, { outbox, working: !state.escalated, closed });
    }
    case "status":
      if (state.person !== null) return state;
      return { ...state, status: event.text || null, working: true };
    case "card":
      return add(
        { kind: "card", key: `card-${event.seq}`, at, card: event.card },
        { links: new Set([...state.links, ...event.links]) },
      );
    case "verification":
      return note(
        event.state === "verified"
          ? { kind: "found", orderName: event.orderName }
          : { kind: "not_found", state: event.state },
      );
    case "proposal":
      return add({ kind: "proposal", key: `proposal-${event.seq}`, at, id: event.id, card: event.card });
    case "resolution": {
      const { id, seq, state: standing, text, outcome } = event;
      const news = newer(state.news, id, { seq, state: standing, text, outcome });
      return text ? note({ kind: "said", tone: "info", text }, { news }) : { ...state, news };
    }
    case "escalation":
      return note(
        { kind: "said", tone: "info", text: event.text },
        { ...AT_REST, escalated: true, person: null, closed: false },
      );
    case "error":
      return note({ kind: "said", tone: "problem", text: event.text }, AT_REST);
    case "takeover": {
      const { taken, name } = event;
      const change = { ...AT_REST, escalated: taken, person: taken ? name : null, closed: false };
      return note({ kind: "person", joined: taken, name }, change);
    }
    case "contact":
      return note({ kind: "said", tone: "info", text: event.text }, { contact: event.email });
    case "closed":
      // It is opened again for the people who closed it.
      return { ...state, ...AT_REST, escalated: true, person: null, closed: true };
    case "unknown":
      return state;
  }
}
