/**
 * Refusals are answered on the strokes of this clock, so that the time tells no more than the words do
 * whether an order exists.
 */
const REFUSAL_STEP_MS = 250;

/** Waits for the next stroke after a moment of `performance.now()`. */
export function nextStroke(startedAt: number): Promise<void> {
  const elapsed = performance.now() - startedAt;
  const wait = Math.ceil((elapsed + 1) / REFUSAL_STEP_MS) * REFUSAL_STEP_MS - elapsed;
  return new Promise((resolve) => setTimeout(resolve, wait));
}
