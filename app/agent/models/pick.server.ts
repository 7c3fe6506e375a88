import { performance } from "node:perf_hooks";
import { env, type Env } from "../../platform/env.server.ts";
import { log } from "../../platform/log.server.ts";
import { withBreaker } from "./breaker.ts";
import { embeddedModel } from "./embedded/embedded-model.ts";
import { openAiModel } from "./openai.server.ts";
import type { Model } from "./port.ts";

type Models = readonly [Model, ...Model[]];

const DEFAULT_MODEL = "gpt-5-mini";
const FAILURES_IN_A_ROW = 5;
const REST_MS = 30_000;

/**
 * The models a turn may ask, in order: the provider of the environment if there is one, and the embedded model behind it.
 * A base URL alone is enough: servers of one's own seldom want a key.
 */
export function modelsFor(source: Pick<Env, "OPENAI_API_KEY" | "OPENAI_BASE_URL" | "OPENAI_MODEL">): Models {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseURL, OPENAI_MODEL: model } = source;
  if (!apiKey && !baseURL) return [embeddedModel];
  const provider = openAiModel({ apiKey: apiKey ?? "none", baseURL, model: model ?? DEFAULT_MODEL });
  const guarded = withBreaker(provider, {
    failures: FAILURES_IN_A_ROW,
    restMs: REST_MS,
    now: () => performance.now(),
    onOpen: ({ kind, message }) =>
      log.warn({ model: provider.id, failure: kind, message }, "the model is left alone for a while"),
  });
  return [guarded, embeddedModel];
}

let picked: Models | undefined;

/** This process's models: one client, and one count of failures, for all turns. */
export function pickModels(): Models {
  picked ??= modelsFor(env());
  return picked;
}
