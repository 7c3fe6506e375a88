const units = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;

/** Milliseconds of "90s", "15m", "36h", "2d", "1w", sums such as "1d12h", or "-2d". Throws a RangeError on anything else. */
export function parseDuration(text: string): number {
  const match = /^(-?)((?:\d+(?:\.\d+)?[smhdw])+)$/.exec(text.replaceAll(" ", ""));
  if (!match) throw new RangeError(`"${text}" is not a duration; write it as 30m, 36h, 2d or 1d12h`);
  let sum = 0;
  for (const part of (match[2] ?? "").matchAll(/(\d+(?:\.\d+)?)([smhdw])/g)) {
    sum += Number(part[1]) * units[part[2] as keyof typeof units];
  }
  return match[1] === "-" ? -sum : sum;
}

/** An instant as Shopify writes it: UTC, whole seconds. Such strings compare like the instants they name. */
export function toInstant(time: number | string | Date): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/** The shop's time. It ticks with the machine's unless it is frozen, and can be moved either way. */
export class StoreClock {
  #base: number;
  #startedAt: number;
  readonly #realNow: () => number;
  readonly ticking: boolean;

  constructor(start: number, ticking: boolean, realNow: () => number = Date.now) {
    this.#base = start;
    this.#realNow = realNow;
    this.#startedAt = realNow();
    this.ticking = ticking;
  }

  now(): number {
    return this.ticking ? this.#base + (this.#realNow() - this.#startedAt) : this.#base;
  }

  moveTo(time: number): void {
    this.#base = time;
    this.#startedAt = this.#realNow();
  }
}
