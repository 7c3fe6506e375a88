/**
 * The generator's own dice. The same seed must give the same shop, byte for byte, on every machine and Node version,
 * so neither Math.random nor any library's generator is used.
 */
export type Random = {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** One of the values, by weight. */
  weighted<T>(choices: readonly (readonly [weight: number, value: T])[]): T;
  /** A wall-clock time such as `09:41`, in one of the hours given or between them. */
  clock(fromHour: number, toHour: number): string;
  /** `length` decimal digits. */
  digits(length: number): string;
  /** An independent stream: drawing more from one never changes what another gives. */
  fork(label: string): Random;
};

export function createRandom(seed: number): Random {
  const next = mulberry32(seed >>> 0);
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (items) => at(items, int(0, items.length - 1)),
    weighted(choices) {
      const total = choices.reduce((sum, [weight]) => sum + weight, 0);
      let left = next() * total;
      for (const [weight, value] of choices) {
        left -= weight;
        if (left < 0) return value;
      }
      return at(choices, choices.length - 1)[1];
    },
    clock: (fromHour, toHour) => `${two(int(fromHour, toHour))}:${two(int(0, 59))}`,
    digits: (length) => Array.from({ length }, () => String(int(0, 9))).join(""),
    fork: (label) => createRandom(hash(`${seed}:${label}`)),
  };
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough for a shop. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
}
