import { shopTime } from "../../components/shop-time.ts";
import type { ConversationEvent, PassingEvent } from "../../conversations/events.ts";
import { streamEvents } from "../../conversations/follow.server.ts";
import { signPhotoLink } from "../../conversations/photos/photo-link.server.ts";
import type { ConversationKey } from "../../identity/scope.ts";
import { type Seat, takeSeat } from "../../inbox/presence.server.ts";
import { readDesk } from "../../inbox/read-desk.server.ts";
import { errorFields, log } from "../../platform/log.server.ts";
import type { ClientConnection } from "../../platform/sse.server.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import type { DeskFrame } from "../app.conversations.$id/frames.ts";
import { pieceOf } from "../app.conversations.$id/pieces.ts";
import { shownDesk } from "../app.conversations.$id/shown-desk.ts";

/** A page asks anew so often, and with it who asks and what they may read. */
const LONGEST_MS = 5 * 60_000;

/** Events after which where the conversation stands may be another; the rest is the agent at work. */
const MOVES: ReadonlySet<ConversationEvent["type"]> = new Set([
  "message",
  "takeover",
  "handling",
  "escalation",
  "closed",
  "contact",
  "verification",
  "brief",
]);

/** Null when the shop has no such conversation. */
export async function streamDesk(
  key: ConversationKey,
  seat: Seat,
  after: number,
  client: { connection: ClientConnection; signal: AbortSignal },
): Promise<Response | null> {
  const [desk, { timeZone }] = await Promise.all([readDesk(key), shopProfile(key.shop)]);
  if (!desk) return null;
  const when = shopTime(timeZone);
  const text = (frame: DeskFrame) => JSON.stringify(frame);
  let moved: () => void = () => undefined;
  return streamEvents(key, Math.min(after, desk.lastSeq), client, new Date(Date.now() + LONGEST_MS), {
    stored(event) {
      if (MOVES.has(event.type)) moved();
      const piece = pieceOf(event, when, (id) => signPhotoLink(key.shop, id));
      return piece ? text({ kind: "piece", piece }) : text({ kind: "passed", seq: event.seq });
    },
    passing: (event) => frameOfPassing(event, text),
    also(send) {
      send(text({ kind: "desk", desk: shownDesk(desk, when) }));
      const look = whenAsked(async () => {
        const now = await readDesk(key);
        if (now) send(text({ kind: "desk", desk: shownDesk(now, when) }));
      });
      moved = look;
      return takeSeat(key, seat, (present) => send(text({ kind: "present", present })));
    },
  });
}

/** Colleagues' typing is told by their presence. */
function frameOfPassing(event: PassingEvent, text: (frame: DeskFrame) => string): string | null {
  if (event.type === "delta") return text({ kind: "delta", messageId: event.messageId, text: event.text });
  return event.author === "shopper" ? text({ kind: "typing", on: event.on }) : null;
}

/** Runs the work when asked; asked for while it runs, it runs once more after. */
function whenAsked(work: () => Promise<void>): () => void {
  let reasons = 0;
  const run = async () => {
    let followed: number;
    do {
      followed = reasons;
      // Where it fails, what the page shows is a moment old; the next event, or the next stream, brings it up to date.
      await work().catch((error: unknown) => log.warn(errorFields(error), "a desk could not be read"));
    } while (followed !== reasons);
    reasons = 0;
  };
  return () => {
    reasons += 1;
    if (reasons === 1) void run();
  };
}
