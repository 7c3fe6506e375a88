import { randomUUID } from "node:crypto";
import type { Backend } from "./backend.ts";
import { errorFields, log } from "./log.server.ts";

/**
 * Live events: what is appended or streamed in one process reaches the open streams of all of them.
 * Inside a process an event is handed over as it is; to other processes goes a PostgreSQL notification with its
 * topic, and the text of a delta where it fits, because a delta cannot be read anywhere later.
 */
export type LiveMessage<Event> =
  | { kind: "events"; events: Event[] }
  /** Something was stored elsewhere, or may have been: read the log. */
  | { kind: "stored_elsewhere" };

type Listener = (message: LiveMessage<unknown>) => void;

export const LIVE_CHANNEL = "wherewithal_live";
/** PostgreSQL refuses notifications of 8,000 bytes and more. */
const MOST_BYTES = 7_500;

const node = randomUUID();
const listeners = new Map<string, Set<Listener>>();
let backend: Backend | undefined;
let unlisten: (() => Promise<void>) | undefined;

export async function startLive(on: Backend): Promise<void> {
  backend = on;
  unlisten = await on.listen(LIVE_CHANNEL, {
    message: hear,
    gap: () => {
      for (const topic of listeners.keys()) tell(topic, { kind: "stored_elsewhere" });
    },
  });
}

export async function stopLive(): Promise<void> {
  await unlisten?.();
  unlisten = undefined;
  backend = undefined;
}

/** Follows a topic until the returned function is called. */
export function follow<Event>(topic: string, listener: (message: LiveMessage<Event>) => void): () => void {
  const set = listeners.get(topic) ?? new Set();
  listeners.set(topic, set);
  set.add(listener as Listener);
  return () => {
    set.delete(listener as Listener);
    if (set.size === 0 && listeners.get(topic) === set) listeners.delete(topic);
  };
}

/** Hands events over to this process's followers only; `noteFor` is how the statement that stored them tells the rest. */
export function publishHere(topic: string, events: unknown[]): void {
  tell(topic, { kind: "events", events });
}

/**
 * What a statement that stores events passes to `pg_notify`, so that storing and telling are one round trip.
 * Null where no other process can be listening.
 */
export function noteFor(topic: string): string | null {
  return backend?.kind === "postgres" ? JSON.stringify({ node, topic }) : null;
}

/** Hands over events that are stored nowhere, to the followers in every process. */
export function publishPassing(topic: string, events: unknown[]): void {
  tell(topic, { kind: "events", events });
  if (backend?.kind !== "postgres") return;
  const payload = JSON.stringify({ node, topic, events });
  if (Buffer.byteLength(payload) > MOST_BYTES) return;
  backend.sql
    .query("SELECT pg_notify($1, $2)", [LIVE_CHANNEL, payload])
    .catch((error: unknown) => log.warn(errorFields(error), "other processes could not be told"));
}

function hear(payload: string): void {
  const message = JSON.parse(payload) as { node: string; topic: string; events?: unknown[] };
  if (message.node === node) return;
  tell(message.topic, message.events ? { kind: "events", events: message.events } : { kind: "stored_elsewhere" });
}

function tell(topic: string, message: LiveMessage<unknown>): void {
  for (const listener of listeners.get(topic) ?? []) {
    try {
      listener(message);
    } catch (error) {
      log.error(errorFields(error), "a follower failed");
    }
  }
}
