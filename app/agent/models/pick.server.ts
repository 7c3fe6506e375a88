import { performance } from "node:perf_hooks";
import { env, type Env } from "../../platform/env.server.ts";
import { errorFields, log } from "../../platform/log.server.ts";
import { withBreaker } from "./breaker.ts";
import { embeddedModel } from "./embedded/embedded-model.ts";
import { metered } from "./metered.ts";
import { agreedPrice, type ModelSettings, OPENAI_URL, ownUrl } from "./model-settings.ts";
import { merchantFetch, openModelKey, readModelSettings, type StoredModel } from "./model-settings.server.ts";
import { openAiModel, type OpenAiOptions } from "./openai.server.ts";
import type { Model } from "./port.ts";
import { addSpending, monthsSpending } from "./spending.server.ts";

type Models = readonly [Model, ...Model[]];

const DEFAULT_MODEL = "gpt-5-mini";
const FAILURES_IN_A_ROW = 5;
const REST_MS = 30_000;
/** Shops whose client, and whose count of failures, a process keeps at hand. */
const SHOPS_AT_HAND = 1_000;

/**
 * The provider that the operator of this app has set up, if any. A base URL alone is enough: servers of one's own seldom
 * want a key.
 */
export function operatorsModel(
  source: Pick<Env, "OPENAI_API_KEY" | "OPENAI_BASE_URL" | "OPENAI_MODEL">,
): { model: string; baseURL: string | undefined; apiKey: string } | null {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseURL, OPENAI_MODEL: model } = source;
  return apiKey || baseURL ? { apiKey: apiKey ?? "none", baseURL, model: model ?? DEFAULT_MODEL } : null;
}

/** What people may know of the operator's model: its name, and the host that messages go to. */
export function operatorsModelAtHand(): { model: string; host: string } | null {
  const options = operatorsModel(env());
  return options && { model: options.model, host: new URL(options.baseURL ?? OPENAI_URL).host };
}

let operators: Model | null | undefined;
const merchants = new Map<string, { version: string | null; model: Model | null }>();

/**
 * The models a turn of this shop may ask, in order: the merchant's choice, else the operator's, and the embedded model
 * behind it. What is chosen holds for the next turn, in every process.
 */
export async function pickModels(shop: string): Promise<Models> {
  const stored = await readModelSettings(shop);
  const provider = await providerFor(shop, stored);
  return provider ? [metered(provider, meterFor(shop, stored.settings)), embeddedModel] : [embeddedModel];
}

async function providerFor(shop: string, stored: StoredModel): Promise<Model | null> {
  switch (stored.settings.provider) {
    case "embedded":
      return null;
    case "app":
      return operatorsClient();
    case "openai":
    case "compatible":
      return merchantsModel(shop, stored);
  }
}

/** One client, and one count of failures, for all shops. */
function operatorsClient(): Model | null {
  if (operators !== undefined) return operators;
  const options = operatorsModel(env());
  operators = options && guarded(options);
  return operators;
}

/** One client for all turns of a shop until its settings change. */
async function merchantsModel(shop: string, { settings, version }: StoredModel): Promise<Model | null> {
  const held = merchants.get(shop);
  merchants.delete(shop);
  const entry = held?.version === version ? held : { version, model: await buildMerchants(shop, settings) };
  merchants.set(shop, entry);
  const [oldest] = merchants.keys();
  if (merchants.size > SHOPS_AT_HAND && oldest !== undefined) merchants.delete(oldest);
  return entry.model;
}

/** Null where the key is missing or can no longer be opened: the embedded model answers then. */
async function buildMerchants(shop: string, settings: ModelSettings): Promise<Model | null> {
  const url = ownUrl(settings);
  const key = url && (await openModelKey(shop, url.origin));
  if (!url || (key === null && settings.provider === "openai")) {
    log.warn({ shop }, "the shop's own model has no key that can be opened");
    return null;
  }
  return guarded(merchantsOptions(settings, url, key ?? ""));
}

/** How a merchant's own model is asked, in turns and when it is tried out. */
export function merchantsOptions(settings: ModelSettings, url: URL, apiKey: string): OpenAiOptions {
  const merchant = { fetch: merchantFetch(), price: agreedPrice(settings) };
  return { apiKey: apiKey === "" ? "none" : apiKey, model: settings.model, baseURL: url.href, merchant };
}

function guarded(options: OpenAiOptions): Model {
  const provider = openAiModel(options);
  return withBreaker(provider, {
    failures: FAILURES_IN_A_ROW,
    restMs: REST_MS,
    now: () => performance.now(),
    onOpen: ({ kind, message }) =>
      log.warn({ model: provider.id, failure: kind, message }, "the model is left alone for a while"),
  });
}

function meterFor(shop: string, { monthlyLimit }: ModelSettings) {
  return {
    isSpent: async () => monthlyLimit !== null && (await monthsSpending(shop)).usd >= monthlyLimit,
    // A shopper who waits for an answer is not to lose it for a sum.
    add: (usd: number | null) =>
      addSpending(shop, usd).catch((error: unknown) =>
        log.error({ shop, ...errorFields(error) }, "what a model's answer cost was not counted"),
      ),
  };
}
