import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import OpenAI from "openai";
import { ChunkReader } from "./openai-chunks.ts";
import { refusedParameter, toFailure } from "./openai-failure.ts";
import { type OptionalParameter, toParams } from "./openai-request.ts";
import type { outboundFetch } from "../../platform/outbound.server.ts";
import type { Model, ModelEvent, ModelFailure, ModelRequest } from "./port.ts";
import type { Price } from "./price.ts";

export type OpenAiOptions = {
  apiKey: string;
  model: string;
  /** Any OpenAI-compatible server; OpenAI's own when left out. */
  baseURL?: string | undefined;
  /** Where the merchant's own key is used: how requests are sent, and nothing of the operator's account goes along. */
  merchant?: { fetch: ReturnType<typeof outboundFetch>; price: Price | null } | undefined;
  /** How often a request is tried in all. */
  tries?: number;
  /** 0 to 1; for the jitter between tries. */
  random?: () => number;
};

const TRIES = 3;
const BACKOFF_MS = 250;
const LONGEST_BACKOFF_MS = 4_000;
/** A shopper is waiting: past this, another model is the better answer to "come back later". */
const LONGEST_WAIT_MS = 6_000;

/**
 * Any model behind the Chat Completions API. Tries again on 429, 5xx and broken connections, with full jitter and
 * `Retry-After`, as long as nothing was said yet and the deadline allows. Never throws: failures are events.
 */
export function openAiModel(options: OpenAiOptions): Model {
  const { apiKey, model, baseURL, merchant, tries: mostTries = TRIES, random = Math.random } = options;
  const ours = merchant ? { fetch: merchant.fetch, organization: null, project: null, adminAPIKey: null } : {};
  const client = new OpenAI({ apiKey, baseURL: baseURL ?? null, maxRetries: 0, logLevel: "off", ...ours });
  const without = new Set<OptionalParameter>();

  return {
    id: `openai:${model}`,
    price: merchant?.price ?? null,
    async *stream(request) {
      const until = performance.now() + request.deadlineMs;
      for (let tries = 1; ;) {
        const watch = new Watch(request, until - performance.now());
        let said = false;
        let failed: { failure: ModelFailure; passing: boolean };
        try {
          const params = toParams(request, model, without);
          const chunks = await client.chat.completions.create(params, {
            signal: watch.signal,
            timeout: request.deadlineMs,
          });
          const reader = new ChunkReader();
          for await (const chunk of chunks) {
            watch.alive();
            const text = reader.read(chunk);
            if (text === "") continue;
            said = true;
            yield { type: "text", text } satisfies ModelEvent;
          }
          // Streams of the SDK that were aborted end as if they were whole.
          const end = watch.failure ? null : reader.end();
          if (end) {
            yield* end;
            return;
          }
          failed = { failure: { kind: "cut", message: "the stream ended early" }, passing: true };
        } catch (error) {
          const parameter = refusedParameter(error);
          if (parameter && !without.has(parameter)) {
            without.add(parameter);
            continue;
          }
          failed = toFailure(error);
        } finally {
          watch.end();
        }
        const failure = watch.failure ?? failed.failure;
        const wait = waitBefore(failure, tries, random);
        const isWorthIt = failed.passing && !watch.failure && !said && tries < mostTries;
        if (!isWorthIt || wait > LONGEST_WAIT_MS || performance.now() + wait >= until) {
          yield { type: "failure", failure };
          return;
        }
        tries += 1;
        if (!(await pause(wait, request.signal))) {
          yield { type: "failure", failure: CANCELLED };
          return;
        }
      }
    },
  };
}

const CANCELLED: ModelFailure = { kind: "cancelled", message: "the turn is over" };

/** Stops one try when nothing has come for too long, when its time is up, or when the turn is over; and says which it was. */
class Watch {
  failure: ModelFailure | null = null;
  private readonly controller = new AbortController();
  private readonly stall: NodeJS.Timeout;
  private readonly deadline: NodeJS.Timeout;
  private readonly request: ModelRequest;

  constructor(request: ModelRequest, remainingMs: number) {
    this.request = request;
    const stalled = (message: string) => this.stop({ kind: "stalled", message });
    this.stall = setTimeout(stalled, request.stallMs, "nothing came for too long");
    this.deadline = setTimeout(stalled, Math.max(0, remainingMs), "the deadline has passed");
    request.signal.addEventListener("abort", this.cancel, { once: true });
    if (request.signal.aborted) this.cancel();
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  alive(): void {
    this.stall.refresh();
  }

  end(): void {
    clearTimeout(this.stall);
    clearTimeout(this.deadline);
    this.request.signal.removeEventListener("abort", this.cancel);
    // A reader that leaves early leaves an open connection, and a model that goes on writing for nobody.
    this.controller.abort();
  }

  private readonly cancel = () => this.stop(CANCELLED);

  private stop(failure: ModelFailure): void {
    this.failure ??= failure;
    this.controller.abort();
  }
}

function waitBefore(failure: ModelFailure, tries: number, random: () => number): number {
  const backoff = random() * Math.min(LONGEST_BACKOFF_MS, BACKOFF_MS * 2 ** tries);
  return failure.kind === "rate_limited" ? Math.max(failure.retryAfterMs ?? 0, backoff) : backoff;
}

async function pause(ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await sleep(ms, undefined, { signal });
    return true;
  } catch {
    return false;
  }
}
