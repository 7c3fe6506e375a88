import type { Model, ModelEvent, ModelFailure } from "./port.ts";

export type BreakerOptions = {
  /** Failures in a row after which the provider is left alone. */
  failures: number;
  /** For how long, in milliseconds; then one request tries whether it is back. */
  restMs: number;
  /** Milliseconds on a clock that never goes back. */
  now: () => number;
  onOpen?: (failure: ModelFailure) => void;
};

/** What says something about the provider; a rejected request or a turn that ended says nothing. */
const COUNTED: ReadonlySet<ModelFailure["kind"]> = new Set(["rate_limited", "unavailable", "stalled", "cut"]);

/**
 * A model that is not asked for a while after it failed several times in a row, so that shoppers do not wait for it in vain:
 * it fails at once, and the next model answers.
 */
export function withBreaker(model: Model, options: BreakerOptions): Model {
  const { failures, restMs, now, onOpen } = options;
  let inRow = 0;
  let restsUntil = 0;

  function note(event: ModelEvent): void {
    if (event.type === "end") inRow = 0;
    if (event.type !== "failure" || !COUNTED.has(event.failure.kind)) return;
    inRow += 1;
    if (inRow < failures) return;
    restsUntil = now() + restMs;
    onOpen?.(event.failure);
  }

  return {
    id: model.id,
    price: model.price ?? null,
    async *stream(request) {
      if (inRow >= failures) {
        if (now() < restsUntil) {
          yield { type: "failure", failure: { kind: "unavailable", message: "left alone after failures" } };
          return;
        }
        // One request finds out whether it is back; those beside it still go elsewhere.
        restsUntil = now() + restMs;
      }
      for await (const event of model.stream(request)) {
        if (event.type !== "text") note(event);
        yield event;
      }
    },
  };
}
