import { z } from "zod";
import { listPrice, type Price } from "./price.ts";

/**
 * Who answers a shop's shoppers. `app`: the model the operator of this app has set up, which is what shops without
 * settings have. The others are the merchant's own choice and win over it.
 */
export const PROVIDERS = ["app", "embedded", "openai", "compatible"] as const;
export type Provider = (typeof PROVIDERS)[number];

export const OPENAI_URL = "https://api.openai.com/v1";
export const MODEL_LIMITS = { baseUrl: 300, model: 120, apiKey: 400, price: 10_000, monthlyLimit: 1_000_000 } as const;

const usDollars = (most: number) => z.number().nonnegative().max(most);

const shape = z.strictObject({
  provider: z.enum(PROVIDERS),
  /** Of a `compatible` server, with the path that its API begins at. */
  baseUrl: z.string().trim().max(MODEL_LIMITS.baseUrl),
  model: z.string().trim().max(MODEL_LIMITS.model),
  /** US dollars for a million tokens, where the merchant has said so. */
  price: z.strictObject({ input: usDollars(MODEL_LIMITS.price), output: usDollars(MODEL_LIMITS.price) }).nullable(),
  /** Most US dollars in a calendar month (UTC); null for no limit. */
  monthlyLimit: usDollars(MODEL_LIMITS.monthlyLimit).positive().nullable(),
});
export type ModelSettings = z.infer<typeof shape>;

/** Rules that `params.rule` names: `empty`, and `unpriced` for a limit on what nobody can count. */
export const modelSettingsSchema: z.ZodType<ModelSettings> = shape
  .refine(({ provider, model }) => !isOwn(provider) || model !== "", { path: ["model"], params: { rule: "empty" } })
  .refine(({ provider, baseUrl }) => provider !== "compatible" || baseUrl !== "", {
    path: ["baseUrl"],
    params: { rule: "empty" },
  })
  .refine((settings) => settings.monthlyLimit === null || !isOwn(settings.provider) || priceOf(settings) !== null, {
    path: ["priceInput"],
    params: { rule: "unpriced" },
  });

/** The merchant's own account or server. */
export const isOwn = (provider: Provider): provider is "openai" | "compatible" =>
  provider === "openai" || provider === "compatible";

/** Where requests go with the merchant's own settings; the key is kept for this origin alone. Null where there is none. */
export function ownUrl({ provider, baseUrl }: Pick<ModelSettings, "provider" | "baseUrl">): URL | null {
  if (!isOwn(provider)) return null;
  const text = provider === "openai" ? OPENAI_URL : baseUrl;
  return URL.canParse(text) ? new URL(text) : null;
}

/** What the merchant says of the price; tokens read from a provider's cache count in full. */
export function agreedPrice({ price }: Pick<ModelSettings, "price">): Price | null {
  return price && { ...price, cachedInput: price.input };
}

/** What is counted for a model, agreed or by list; null where nobody knows. */
function priceOf(settings: Pick<ModelSettings, "price" | "model">): Price | null {
  return agreedPrice(settings) ?? listPrice(settings.model);
}
