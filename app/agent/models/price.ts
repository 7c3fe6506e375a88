import type { ModelUsage } from "./port.ts";

/** US dollars for a million tokens. */
export type Price = { input: number; cachedInput: number; output: number };

/** List prices of models by the name their provider gives them; dated versions share their family's price. */
const PRICES: Record<string, Price> = {
  "gpt-5": { input: 1.25, cachedInput: 0.125, output: 10 },
  "gpt-5-mini": { input: 0.25, cachedInput: 0.025, output: 2 },
  "gpt-5-nano": { input: 0.05, cachedInput: 0.005, output: 0.4 },
  "gpt-4.1": { input: 2, cachedInput: 0.5, output: 8 },
  "gpt-4.1-mini": { input: 0.4, cachedInput: 0.1, output: 1.6 },
  "gpt-4.1-nano": { input: 0.1, cachedInput: 0.025, output: 0.4 },
  "gpt-4o": { input: 2.5, cachedInput: 1.25, output: 10 },
  "gpt-4o-mini": { input: 0.15, cachedInput: 0.075, output: 0.6 },
};

/** What a model's tokens cost by its provider's list; of models that are not in it the price is unknown: null. */
export function listPrice(modelId: string): Price | null {
  const name = modelId.replace(/^[^:]*:/, "").replace(/-\d{4}-\d{2}-\d{2}$/, "");
  return PRICES[name] ?? null;
}

/**
 * What calls to a model cost, in US dollars. The embedded model costs nothing; where the price is unknown: null.
 *
 * @param modelId as in `Model.id`: `openai:gpt-5-mini`
 * @param agreed what the merchant says that it costs; it counts before the list
 */
export function costOf(modelId: string, usage: ModelUsage, agreed: Price | null = null): number | null {
  if (modelId === "embedded") return 0;
  const price = agreed ?? listPrice(modelId);
  if (!price) return null;
  const fresh = usage.inputTokens - usage.cachedInputTokens;
  return (fresh * price.input + usage.cachedInputTokens * price.cachedInput + usage.outputTokens * price.output) / 1e6;
}
