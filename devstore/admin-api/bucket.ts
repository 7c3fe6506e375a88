import type { Plan } from "../store/shop-schema.ts";

/** Points a second by plan, as Shopify publishes them; a bucket holds twenty seconds' worth. */
const restoreRates: Record<Plan, number> = { standard: 100, advanced: 200, plus: 1000, enterprise: 2000 };
const secondsHeld = 20;

export type ThrottleStatus = { maximumAvailable: number; currentlyAvailable: number; restoreRate: number };

/** The leaky bucket that one app has in one shop. Time is the machine's, as it is callers who wait. */
export class Bucket {
  readonly restoreRate: number;
  readonly maximum: number;
  #available: number;
  #at: number;
  readonly #now: () => number;

  constructor(plan: Plan, now: () => number) {
    this.restoreRate = restoreRates[plan];
    this.maximum = this.restoreRate * secondsHeld;
    this.#available = this.maximum;
    this.#now = now;
    this.#at = now();
  }

  #refill(): void {
    const now = this.#now();
    this.#available = Math.min(this.maximum, this.#available + (Math.max(0, now - this.#at) / 1000) * this.restoreRate);
    this.#at = now;
  }

  /** Takes points if there are enough. */
  take(points: number): boolean {
    this.#refill();
    if (points > this.#available) return false;
    this.#available -= points;
    return true;
  }

  /** Gives back what a query was charged for and did not use. */
  giveBack(points: number): void {
    this.#refill();
    this.#available = Math.min(this.maximum, this.#available + points);
  }

  empty(): void {
    this.#refill();
    this.#available = 0;
  }

  status(): ThrottleStatus {
    this.#refill();
    return {
      maximumAvailable: this.maximum,
      currentlyAvailable: Math.floor(this.#available),
      restoreRate: this.restoreRate,
    };
  }
}
