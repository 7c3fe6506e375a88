import { z } from "zod";

/** The bodies that the controls under `/_devstore/` take. Unknown keys are refused, so that a misspelling is noticed. */
const instant = z.iso.datetime({ offset: true, error: "an ISO 8601 time with Z or an offset is expected" });
const probability = z.number().min(0).max(1);

export const clockBody = z.union([
  z.strictObject({ advance: z.union([z.string(), z.number()]) }),
  z.strictObject({ at: instant }),
]);

export const loginBody = z.strictObject({
  /** The customer's GID, number, id in the store file, or email; null logs out. */
  customerId: z.union([z.string(), z.number().int().positive()]).nullable(),
});

export const eventBody = z.strictObject({
  status: z.string(),
  at: instant.optional(),
  message: z.string().nullable().optional(),
  estimatedDeliveryAt: instant.nullable().optional(),
  city: z.string().nullable().optional(),
  country: z.string().nullable().optional(),
  fulfillment: z.union([z.string(), z.number()]).optional(),
});

const webhookFaults = z.strictObject({
  duplicate: probability.optional(),
  drop: probability.optional(),
  delayMs: z.number().int().min(0).max(600_000).optional(),
  disorder: z.boolean().optional(),
});

/**
 * A rule for the Admin API (`devstore/faults.ts` checks it), and what may go wrong with webhooks. `{}` ends all of it;
 * either half that is left out stays as it is.
 */
export const faultsBody = z.looseObject({ webhooks: webhookFaults.optional() });

/** Who of the shop's staff the browser that asks belongs to from now on. */
export const teamBody = z.strictObject({ staffId: z.number().int().positive() });

/** A mutation (or query) as its document, or as the name of one of the app's; `operationName` when the document has several. */
export const staffBody = z.strictObject({
  operation: z.string().min(1),
  variables: z.record(z.string(), z.json()).default({}),
  operationName: z.string().optional(),
});

const topic = z.string().regex(/^[a-z_]+\/[a-z_]+$/, "a topic such as orders/updated is expected");

export const sendBody = z.strictObject({ topic, payload: z.record(z.string(), z.json()).default({}) });

export const replayBody = z
  .strictObject({
    topic: topic.optional(),
    eventId: z.string().optional(),
    last: z.number().int().positive().optional(),
  })
  .prefault({});

export const scopesBody = z.strictObject({ granted: z.array(z.string()) });

export const themeBody = z.strictObject({
  appEmbedEnabled: z.boolean(),
  chatBlock: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
});

export const mailBody = z.strictObject({
  from: z.string(),
  to: z.union([z.string(), z.array(z.string())]).transform((to) => (typeof to === "string" ? [to] : to)),
  subject: z.string().default(""),
  text: z.string().default(""),
  html: z.string().nullable().default(null),
  headers: z.record(z.string(), z.string()).default({}),
});
