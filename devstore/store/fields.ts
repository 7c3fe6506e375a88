import { z } from "zod";

/**
 * The small pieces every part of a store file is made of.
 *
 * Times are ISO 8601 with `Z` or an offset. Money is a decimal string ("19.99"), in the shop's currency outside of orders
 * and in the order's presentment currency inside one. References are plain short ids; the API makes GIDs of them.
 */

export const instant = z.iso.datetime({ offset: true, error: "an ISO 8601 time with Z or an offset is expected" });

export const money = z.string().regex(/^-?\d{1,12}(\.\d{1,4})?$/, 'a decimal string such as "19.99" is expected');

/** The id of a thing in this file. Numbers become the number in the GID; strings become a stable number of 13 digits. */
export const ref = z.union([z.string().min(1).max(100), z.number().int().positive()]);
export type Ref = z.infer<typeof ref>;

export const currencyCode = z.string().regex(/^[A-Z]{3}$/, "an ISO 4217 code such as EUR is expected");
export const countryCode = z.string().regex(/^[A-Z]{2}$/, "an ISO 3166 code such as DE is expected");

export const quantity = z.number().int().nonnegative();
export const positiveQuantity = z.number().int().positive();

export const attribute = z.strictObject({ key: z.string(), value: z.string().nullable().default(null) });

export const metafield = z.strictObject({
  namespace: z.string(),
  key: z.string(),
  type: z.string().default("single_line_text_field"),
  value: z.string(),
});

export const address = z.strictObject({
  firstName: z.string().nullable().default(null),
  lastName: z.string().nullable().default(null),
  company: z.string().nullable().default(null),
  address1: z.string().nullable().default(null),
  address2: z.string().nullable().default(null),
  city: z.string().nullable().default(null),
  province: z.string().nullable().default(null),
  provinceCode: z.string().nullable().default(null),
  zip: z.string().nullable().default(null),
  countryCode: countryCode.nullable().default(null),
  phone: z.string().nullable().default(null),
  timeZone: z.string().nullable().default(null),
  coordinatesValidated: z.boolean().default(true),
  validationResultSummary: z.enum(["ERROR", "NO_ISSUES", "WARNING"]).nullable().default("NO_ISSUES"),
});
export type Address = z.infer<typeof address>;

/** A rate is a fraction: 0.19 is 19 %. A price that is left out is worked out from the rate. */
export const taxLine = z.strictObject({
  title: z.string(),
  rate: z.number().min(0).max(1),
  price: money.optional(),
});

/** What a discount took off the whole line, not off each unit. */
export const discount = z.strictObject({ title: z.string(), amount: money, code: z.boolean().default(false) });
