import { z } from "zod";
import type { AdminCost, FieldError } from "./admin-client.ts";
import type { BucketReport } from "./bucket.ts";

/** What one HTTP answer of the Admin API means, before anything is decided about trying again. */
export type Answer =
  | {
      kind: "ok";
      data: unknown;
      at: Date;
      cost: AdminCost | null;
      fieldErrors: FieldError[];
      bucket: BucketReport | null;
    }
  | { kind: "denied"; message: string; bucket: BucketReport | null }
  | { kind: "invalid"; message: string; bucket: BucketReport | null }
  /** Nothing was done: the shop's bucket was empty, or a proxy asked for patience. */
  | { kind: "throttled"; bucket: BucketReport | null; requestedCost: number | null; retryAfterMs: number | null }
  | { kind: "unauthorized" }
  | { kind: "gone"; message: string }
  /** The call may or may not have been carried out. `lasting` means that asking again cannot help. */
  | { kind: "failed"; why: "server" | "network"; message: string; lasting: boolean; retryAfterMs: number | null };

export type HttpAnswer = { status: number; headers: Headers; body: string };

const graphqlError = z.object({
  message: z.string().catch("no message"),
  path: z.array(z.union([z.string(), z.number()])).optional(),
  extensions: z.looseObject({ code: z.string().optional() }).optional().catch(undefined),
});
type GraphqlError = z.infer<typeof graphqlError>;

const costSchema = z.object({
  requestedQueryCost: z.number(),
  actualQueryCost: z.number().nullish(),
  throttleStatus: z.object({
    maximumAvailable: z.number(),
    currentlyAvailable: z.number(),
    restoreRate: z.number(),
  }),
});

const envelope = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.union([z.array(graphqlError), z.string().transform((message): GraphqlError[] => [{ message }])]).optional(),
  extensions: z
    .object({ cost: costSchema.optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

/** Statuses that say something lasting about the shop or the request; all others are trouble that may pass. */
const BY_STATUS: Readonly<Record<number, (message: string) => Answer>> = {
  400: (message) => ({ kind: "invalid", message, bucket: null }),
  401: () => ({ kind: "unauthorized" }),
  402: () => lasting("the shop is frozen until its bill is paid"),
  403: (message) => ({ kind: "denied", message, bucket: null }),
  404: () => ({ kind: "gone", message: "there is no such shop" }),
  413: (message) => ({ kind: "invalid", message, bucket: null }),
  422: (message) => ({ kind: "invalid", message, bucket: null }),
  423: () => lasting("Shopify has locked the shop"),
};

/** Codes that a retry cannot help, of errors that took the whole answer with them. */
const SERVER_CODES = new Set(["INTERNAL_SERVER_ERROR", "TIMEOUT", "SERVICE_UNAVAILABLE"]);

export function readAnswer({ status, headers, body }: HttpAnswer, now: Date): Answer {
  const retryAfterMs = readRetryAfter(headers.get("retry-after"), now);
  if (status === 429 || status === 430) return { kind: "throttled", bucket: null, requestedCost: null, retryAfterMs };
  const parsed = parse(body);
  if (status !== 200) {
    const message = parsed?.errors?.[0]?.message ?? `HTTP ${status}`;
    return BY_STATUS[status]?.(message) ?? { kind: "failed", why: "server", message, lasting: false, retryAfterMs };
  }
  if (!parsed || (!parsed.data && !parsed.errors?.length))
    return { kind: "failed", why: "server", message: "the answer was not GraphQL", lasting: false, retryAfterMs };
  return readGraphql(parsed, readDate(headers.get("date")) ?? now, retryAfterMs);
}

function readGraphql(answer: z.infer<typeof envelope>, at: Date, retryAfterMs: number | null): Answer {
  const errors = answer.errors ?? [];
  const reported = answer.extensions?.cost;
  const bucket = reported?.throttleStatus ?? null;
  if (errors.some((error) => code(error) === "THROTTLED"))
    return { kind: "throttled", bucket, requestedCost: reported?.requestedQueryCost ?? null, retryAfterMs };

  const roots = Object.values(answer.data ?? {});
  const nothingCame = roots.every((value) => value === null);
  const [first] = errors;
  if (first && nothingCame) {
    const denial = errors.find((error) => code(error) === "ACCESS_DENIED");
    if (denial) return { kind: "denied", message: denial.message, bucket };
    const trouble = errors.find((error) => SERVER_CODES.has(code(error)));
    if (trouble) return { kind: "failed", why: "server", message: trouble.message, lasting: false, retryAfterMs };
    if (!answer.data) return { kind: "invalid", message: first.message, bucket };
  }
  const cost: AdminCost | null = reported
    ? {
        requested: reported.requestedQueryCost,
        actual: reported.actualQueryCost ?? reported.requestedQueryCost,
        available: reported.throttleStatus.currentlyAvailable,
        restoreRate: reported.throttleStatus.restoreRate,
      }
    : null;
  const fieldErrors = errors.map((error) => ({
    path: (error.path ?? []).join("."),
    code: code(error) || "UNKNOWN",
    message: error.message,
  }));
  return { kind: "ok", data: answer.data, at, cost, fieldErrors, bucket };
}

function parse(body: string): z.infer<typeof envelope> | null {
  try {
    return envelope.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
}

const code = (error: GraphqlError): string => error.extensions?.code ?? "";

const lasting = (message: string): Answer => ({
  kind: "failed",
  why: "server",
  message,
  lasting: true,
  retryAfterMs: null,
});

function readDate(value: string | null): Date | null {
  const milliseconds = value === null ? Number.NaN : Date.parse(value);
  return Number.isNaN(milliseconds) ? null : new Date(milliseconds);
}

/** Seconds or an HTTP date (RFC 9110, 10.2.3), in milliseconds from `now`. */
function readRetryAfter(value: string | null, now: Date): number | null {
  if (value === null) return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1000);
  const date = readDate(value);
  return date ? Math.max(0, date.getTime() - now.getTime()) : null;
}
