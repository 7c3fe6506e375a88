import type { ConversationEvent, NewEvent } from "../../conversations/events.ts";
import type { Clock } from "../../platform/clock.ts";

/** A conversation that exists nowhere but here: it numbers events as the log does, and passes them on. */
export class DryLog {
  readonly events: ConversationEvent[];
  private readonly clock: Clock;
  private readonly emit: (event: ConversationEvent) => void;

  constructor(history: readonly ConversationEvent[], clock: Clock, emit: (event: ConversationEvent) => void) {
    this.events = [...history];
    this.clock = clock;
    this.emit = emit;
  }

  add(events: readonly NewEvent[]): Promise<void> {
    for (const event of events) {
      const seq = (this.events.at(-1)?.seq ?? 0) + 1;
      const stored = { ...event, seq, at: this.clock().toISOString() } as ConversationEvent;
      this.events.push(stored);
      this.emit(stored);
    }
    return Promise.resolve();
  }

  /** Cards that nobody has answered and none has taken the place of, oldest first. */
  openCards(): Extract<ConversationEvent, { type: "proposal" }>[] {
    const settled = new Set(this.events.flatMap((event) => (event.type === "resolution" ? [event.id] : [])));
    return this.events.filter((event) => event.type === "proposal").filter(({ id }) => !settled.has(id));
  }
}
