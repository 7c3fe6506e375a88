import { z } from "zod";

const optionalText = z
  .string()
  .trim()
  .transform((text) => (text === "" ? undefined : text))
  .optional();

const url = (protocols: readonly string[]) =>
  optionalText.refine((text) => text === undefined || protocols.includes(urlProtocol(text)), {
    error: `must be a URL that begins with ${protocols.map((p) => `${p}//`).join(" or ")}`,
  });

function urlProtocol(text: string): string {
  return URL.canParse(text) ? new URL(text).protocol : "";
}

const envSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  /** Where to listen. */
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** PostgreSQL. Without it, an embedded one in `DATA_DIR`. */
  DATABASE_URL: url(["postgres:", "postgresql:"]),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(10),
  DATA_DIR: z.string().min(1).default(".data"),
  SHOPIFY_API_KEY: z.string({ error: "the app's client id is missing" }).min(1),
  SHOPIFY_API_SECRET: z.string({ error: "the app's client secret is missing" }).min(1),
  /** The app's own origin, as shops and shoppers reach it. */
  SHOPIFY_APP_URL: z.url({ protocol: /^https?$/, error: "must be the app's own http(s) URL" }),
  SCOPES: optionalText,
  /** Sends requests for `*.myshopify.com` to another host; unset in production. */
  SHOPIFY_GATEWAY_URL: url(["http:", "https:"]),
  /** Keys that seal tokens at rest; derived from the client secret when unset. */
  ENCRYPTION_KEY: optionalText,
  OPENAI_API_KEY: optionalText,
  OPENAI_BASE_URL: url(["http:", "https:"]),
  OPENAI_MODEL: optionalText,
  /**
   * Hosts (`name` or `name:port`, separated by commas) that merchants may name as their model's server although they are
   * private or speak plain http. None but the operator's own belong here.
   */
  MODEL_PRIVATE_HOSTS: z
    .string()
    .default("")
    .transform((text) => text.split(",").flatMap((host) => (host.trim() === "" ? [] : [host.trim().toLowerCase()]))),
  /** Live tracking by AfterShip; off without a key. */
  AFTERSHIP_API_KEY: optionalText,
  AFTERSHIP_BASE_URL: url(["http:", "https:"]),
  SMTP_URL: url(["smtp:", "smtps:"]),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  /** Messages one shopper may send per minute; three times as many at once. Addresses and shops have multiples of it. */
  CHAT_MESSAGES_PER_MINUTE: z.coerce.number().int().min(1).default(20),
  /** Conversations that may begin from one address in an hour. */
  CHAT_SESSIONS_PER_HOUR: z.coerce.number().int().min(1).default(300),
  /**
   * Milliseconds after a call to Shopify whose answer was lost before "it was not done" is believed and it is called again:
   * a slow server may still be at it.
   */
  RESOLUTION_QUIET_MS: z.coerce.number().int().min(0).max(600_000).default(30_000),
  /** How many proxies in front of the app add to `X-Forwarded-For`. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
});

export type Env = z.infer<typeof envSchema>;

/**
 * Reads the environment once.
 * @throws Error that lists every variable that is missing or malformed, in words.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const parsed = envSchema.safeParse(fromShopifyCli(source));
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The environment is not complete:\n${lines.join("\n")}\nSee .env.example.`);
}

/** The Shopify CLI says the app's own URL in HOST, where the rest of the world says where to listen. */
function fromShopifyCli(source: Record<string, string | undefined>): Record<string, string | undefined> {
  const { HOST: host, ...rest } = source;
  return host?.startsWith("http") ? { ...rest, SHOPIFY_APP_URL: rest["SHOPIFY_APP_URL"] ?? host } : source;
}

let cached: Env | undefined;

export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}
