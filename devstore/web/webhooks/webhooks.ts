import { randomUUID } from "node:crypto";
import { webhookHmac } from "../auth/signatures.ts";
import { type AttemptOutcome, attemptDelivery } from "./attempt.ts";

/** The version named in shopify.app.toml's `[webhooks] api_version`. */
const API_VERSION = "2026-07";

/** Shopify tries eight times more over four hours; a developer does not wait that long. Milliseconds before each further try. */
const RETRY_DELAYS_MS: readonly number[] = [250, 500, 1000, 2000, 4000, 8000, 15000, 30000];

export type WebhookDelivery = {
  /** `X-Shopify-Webhook-Id`: one delivery; its retries share it. */
  webhookId: string;
  /** `X-Shopify-Event-Id`: what happened in the shop; duplicates and replays share it. */
  eventId: string;
  topic: string;
  payload: unknown;
  triggeredAt: string;
  attempts: AttemptOutcome[];
  state: "waiting" | "delivered" | "given_up";
};

/** What may go wrong on the way. Probabilities are between 0 and 1. */
export type WebhookFaults = {
  duplicate: number;
  drop: number;
  delayMs: number;
  /** Deliveries of the same moment arrive in another order. */
  disorder: boolean;
};

export const NO_WEBHOOK_FAULTS: WebhookFaults = { duplicate: 0, drop: 0, delayMs: 0, disorder: false };

export type WebhooksOptions = {
  appUrl: URL;
  apiSecret: string;
  shopDomain: () => string;
  /** The path below the app's URL that a topic is sent to. */
  pathOf: (topic: string) => string;
  /** Deterministic chance for the faults: a number in [0, 1). */
  random: () => number;
  log: (line: string) => void;
  retryDelaysMs?: readonly number[];
};

/** Deliveries of one moment are gathered this long when disorder is asked for, then sent in another order. */
const DISORDER_WINDOW_MS = 50;
const KEPT = 500;

/** Sends webhooks to the app: at least once, signed, retried, and unordered or duplicated on request. */
export class Webhooks {
  faults: WebhookFaults = NO_WEBHOOK_FAULTS;
  readonly #options: WebhooksOptions;
  readonly #deliveries: WebhookDelivery[] = [];
  readonly #timers = new Map<NodeJS.Timeout, () => void>();
  readonly #running = new Set<Promise<void>>();
  #closed = false;

  constructor(options: WebhooksOptions) {
    this.#options = options;
  }

  /** The newest deliveries, oldest first. */
  get deliveries(): readonly WebhookDelivery[] {
    return this.#deliveries;
  }

  /** Something happened in the shop. Returns the deliveries that were planned: none, one, or a duplicate pair. */
  send(topic: string, payload: unknown, happenedAt: Date): WebhookDelivery[] {
    const { drop, duplicate } = this.faults;
    if (this.#options.random() < drop) return [];
    const event = { eventId: randomUUID(), topic, payload, triggeredAt: happenedAt.toISOString() };
    const copies = this.#options.random() < duplicate ? 2 : 1;
    return Array.from({ length: copies }, () => this.#plan(event));
  }

  /** Sends past events again under new webhook ids, as Shopify does when it is unsure. */
  replay(match: {
    topic?: string | undefined;
    eventId?: string | undefined;
    last?: number | undefined;
  }): WebhookDelivery[] {
    const events = new Map(this.#deliveries.map((delivery) => [delivery.eventId, delivery]));
    const chosen = [...events.values()]
      .filter(({ topic, eventId }) => (match.topic ?? topic) === topic && (match.eventId ?? eventId) === eventId)
      .slice(-(match.last ?? KEPT));
    return chosen.map((delivery) => this.#plan(delivery));
  }

  /** Resolves when no delivery is waiting, under way or to be retried. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  close(): void {
    this.#closed = true;
    for (const [timer, wake] of this.#timers) {
      clearTimeout(timer);
      wake();
    }
    this.#timers.clear();
  }

  #plan(event: Pick<WebhookDelivery, "eventId" | "topic" | "payload" | "triggeredAt">): WebhookDelivery {
    const { eventId, topic, payload, triggeredAt } = event;
    const delivery: WebhookDelivery = {
      webhookId: randomUUID(),
      eventId,
      topic,
      payload,
      triggeredAt,
      attempts: [],
      state: "waiting",
    };
    this.#deliveries.push(delivery);
    if (this.#deliveries.length > KEPT) this.#deliveries.shift();
    const run = this.#deliver(delivery).finally(() => this.#running.delete(run));
    this.#running.add(run);
    return delivery;
  }

  async #deliver(delivery: WebhookDelivery): Promise<void> {
    const { delayMs, disorder } = this.faults;
    const shuffle = disorder ? this.#options.random() * DISORDER_WINDOW_MS : 0;
    if (delayMs + shuffle > 0) await this.#wait(delayMs + shuffle);
    for (const delay of [0, ...(this.#options.retryDelaysMs ?? RETRY_DELAYS_MS)]) {
      if (delay > 0) await this.#wait(delay);
      if (this.#closed) return;
      const outcome = await this.#attempt(delivery);
      delivery.attempts.push(outcome);
      if (outcome.kind === "accepted") {
        delivery.state = "delivered";
        return;
      }
    }
    delivery.state = "given_up";
    this.#options.log(`webhook ${delivery.topic} was given up after ${delivery.attempts.length} attempts`);
  }

  #attempt(delivery: WebhookDelivery): Promise<AttemptOutcome> {
    const { appUrl, apiSecret, shopDomain, pathOf } = this.#options;
    const body = JSON.stringify(delivery.payload);
    const headers = {
      "content-type": "application/json",
      "user-agent": "Shopify-Captain-Hook",
      "x-shopify-topic": delivery.topic,
      "x-shopify-shop-domain": shopDomain(),
      "x-shopify-api-version": API_VERSION,
      "x-shopify-webhook-id": delivery.webhookId,
      "x-shopify-event-id": delivery.eventId,
      "x-shopify-triggered-at": delivery.triggeredAt,
      "x-shopify-hmac-sha256": webhookHmac(body, apiSecret),
    };
    return attemptDelivery(new URL(pathOf(delivery.topic), appUrl), headers, body);
  }

  #wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        resolve();
      }, ms);
      timer.unref();
      this.#timers.set(timer, resolve);
    });
  }
}
