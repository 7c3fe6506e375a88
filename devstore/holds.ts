/** Which call to hold: the next one of this operation whose variables hold these words, before or after its work. */
export type HoldAt = { operationName: string; when: "before" | "after"; containing?: string };

/** A held call goes on (does its work, is answered) or hangs up where it stands. */
type End = "go_on" | "hang_up";

/** `reached` when a call stands there. It stands until it is released. */
export type Hold = { reached: Promise<void>; release: (end: End) => void };

type Waiting = { at: HoldAt; arrive: () => void; released: Promise<End> };

/**
 * Stops single calls of the Admin API in mid-air, for tests of processes that die at that very moment. Each hold catches one
 * call.
 */
export class Holds {
  readonly #waiting: Waiting[] = [];

  hold(at: HoldAt): Hold {
    let arrive: () => void = () => undefined;
    let release: (end: End) => void = () => undefined;
    const reached = new Promise<void>((resolve) => (arrive = resolve));
    const released = new Promise<End>((resolve) => (release = resolve));
    const waiting = { at, arrive, released };
    this.#waiting.push(waiting);
    return {
      reached,
      release: (end) => {
        const index = this.#waiting.indexOf(waiting);
        if (index >= 0) this.#waiting.splice(index, 1);
        release(end);
      },
    };
  }

  /** Stands still where a hold says so; "go_on" at once where none does. */
  async pass(when: HoldAt["when"], operationName: string | null, variables: unknown): Promise<End> {
    if (this.#waiting.length === 0) return "go_on";
    const text = JSON.stringify(variables ?? null);
    const index = this.#waiting.findIndex(
      ({ at }) => at.when === when && at.operationName === operationName && text.includes(at.containing ?? ""),
    );
    const [found] = index < 0 ? [] : this.#waiting.splice(index, 1);
    if (!found) return "go_on";
    found.arrive();
    return found.released;
  }
}
