import type { LiveTracking, LiveTrackingPort, TrackingQuery } from "./port.ts";

export type RememberingSettings = {
  /** How long the caller waits at most; what arrives later is remembered for the next one. */
  deadlineMs?: number;
  /** How long an answer holds. What was not found or not answered is asked again sooner. */
  ttlMs?: number;
  size?: number;
  /** Milliseconds since any moment that does not change. */
  now?: () => number;
};

const MINUTE = 60_000;

/**
 * A port that answers within its deadline, whatever stands behind it, asks once for a parcel however many want to know,
 * and remembers answers in a bounded memory: the one that was used longest ago goes first.
 */
export function remembering(port: LiveTrackingPort, settings: RememberingSettings = {}): LiveTrackingPort {
  const { deadlineMs = 800, ttlMs = 10 * MINUTE, size = 2_000, now = () => performance.now() } = settings;
  const holdsFor: Record<LiveTracking["kind"], number> = {
    found: ttlMs,
    unknown: Math.min(ttlMs, 2 * MINUTE),
    unavailable: Math.min(ttlMs, MINUTE / 4),
  };
  const answers = new Map<string, { answer: LiveTracking; until: number }>();
  const underWay = new Map<string, Promise<LiveTracking>>();

  return {
    lookUp(query) {
      const key = JSON.stringify([query.carrierId, query.number, query.timeZone]);
      const known = answers.get(key);
      if (known && now() < known.until) {
        answers.delete(key);
        answers.set(key, known);
        return Promise.resolve(known.answer);
      }
      let asking = underWay.get(key);
      if (!asking) {
        asking = ask(query).then((answer) => {
          underWay.delete(key);
          remember(key, answer);
          return answer;
        });
        underWay.set(key, asking);
      }
      return withinDeadline(asking);
    },
  };

  async function ask(query: TrackingQuery): Promise<LiveTracking> {
    try {
      return await port.lookUp(query);
    } catch {
      return { kind: "unavailable", why: "bug" };
    }
  }

  function remember(key: string, answer: LiveTracking): void {
    answers.delete(key);
    answers.set(key, { answer, until: now() + holdsFor[answer.kind] });
    for (const oldest of answers.keys()) {
      if (answers.size <= size) break;
      answers.delete(oldest);
    }
  }

  async function withinDeadline(asking: Promise<LiveTracking>): Promise<LiveTracking> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<LiveTracking>((resolve) => {
      timer = setTimeout(() => {
        resolve({ kind: "unavailable", why: "deadline" });
      }, deadlineMs);
    });
    try {
      return await Promise.race([asking, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
