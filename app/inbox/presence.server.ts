import { topicOf } from "../conversations/log.server.ts";
import type { ConversationKey } from "../identity/scope.ts";
import { follow, publishPassing } from "../platform/live.server.ts";
import type { Person } from "../staff/audit.ts";
import type { Doing, Present } from "./presence.ts";

/** A page that somebody has a conversation open on. One person may have several. */
export type Seat = { tab: string; person: Person };

/** What seats tell each other, in every process; nothing of it is stored. `asks`: who else is there says so at once. */
type Sign = Seat & { doing: Doing | "gone"; asks: boolean };

const BEAT_MS = 15_000;
/** Without a sign of life for two beats and some, a seat is empty: its process has died. */
const GONE_MS = 40_000;
/** Who types says so every few seconds; without that they have stopped. */
const WRITING_MS = 9_000;

const presenceTopic = (key: ConversationKey) => `${topicOf(key)}/presence`;

/**
 * Takes a seat at a conversation: colleagues hear of it, and `tell` hears of them whenever somebody comes, goes, or begins or
 * stops writing. What got lost between processes is mended by the next beat.
 *
 * @param tell the colleagues who are there, whoever writes first; oneself on another page is not among them
 * @returns leaves the seat
 */
export function takeSeat(key: ConversationKey, me: Seat, tell: (present: Present[]) => void): () => void {
  const topic = presenceTopic(key);
  const others = new Map<string, Seat & { doing: Doing; until: number; writingUntil: number }>();
  let doing: Doing = "looking";
  let writingUntil = 0;
  let told = "[]";
  const now = () => performance.now();
  const mine = () => (doing !== "looking" && writingUntil <= now() ? "looking" : doing);
  let sending = false;
  const send = (sign: Omit<Sign, keyof Seat>) => {
    sending = true;
    publishPassing(topic, [{ ...me, ...sign } satisfies Sign]);
    sending = false;
  };

  const look = () => {
    const at = now();
    const present = new Map<string, Present>();
    for (const [tab, seat] of others) {
      if (seat.until <= at) others.delete(tab);
      else {
        const active = seat.writingUntil > at ? seat.doing : "looking";
        const known = present.get(seat.person.id);
        if (!known || known.doing === "looking") present.set(seat.person.id, { person: seat.person, doing: active });
      }
    }
    const list = [...present.values()].toSorted(
      (a, b) => Number(a.doing === "looking") - Number(b.doing === "looking") || a.person.id.localeCompare(b.person.id),
    );
    const text = JSON.stringify(list);
    if (text === told) return;
    told = text;
    tell(list);
  };

  const hear = (sign: Sign) => {
    const active = sign.doing !== "looking" && sign.doing !== "gone";
    if (sign.tab === me.tab) {
      // What was typed comes from outside; this seat's own beats say nothing new.
      if (sending || sign.doing === "gone") return;
      doing = sign.doing;
      writingUntil = active ? now() + WRITING_MS : 0;
      return;
    }
    if (sign.asks) send({ doing: mine(), asks: false });
    if (sign.person.id === me.person.id) return;
    if (sign.doing === "gone") others.delete(sign.tab);
    else {
      const { tab, person } = sign;
      const until = now() + GONE_MS;
      others.set(tab, { tab, person, doing: sign.doing, until, writingUntil: active ? now() + WRITING_MS : 0 });
    }
    look();
  };

  const unfollow = follow<Sign>(topic, (message) => {
    if (message.kind === "events") for (const sign of message.events) hear(sign);
  });
  const beat = setInterval(() => send({ doing: mine(), asks: false }), BEAT_MS);
  const watch = setInterval(look, WRITING_MS / 3);
  beat.unref();
  watch.unref();
  send({ doing: "looking", asks: true });
  return () => {
    clearInterval(beat);
    clearInterval(watch);
    unfollow();
    send({ doing: "gone", asks: false });
  };
}

/** What the person in a seat does now, whichever process holds it. */
export function sayDoing(key: ConversationKey, seat: Seat, doing: Doing): void {
  publishPassing(presenceTopic(key), [{ ...seat, doing, asks: false } satisfies Sign]);
}
