/**
 * Waits until a condition holds, looking again and again; never for a fixed time.
 * @returns what the condition gave.
 * @throws Error naming what was waited for, after `withinMs`.
 */
export async function until<Value>(
  what: string,
  condition: () => Value | Promise<Value>,
  withinMs = 30_000,
): Promise<NonNullable<Exclude<Value, false>>> {
  const giveUpAt = performance.now() + withinMs;
  for (;;) {
    const value = await condition();
    if (value !== false && value !== null && value !== undefined) return value as NonNullable<Exclude<Value, false>>;
    if (performance.now() > giveUpAt) throw new Error(`It never came to this: ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
