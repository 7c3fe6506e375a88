import { z } from "zod";

export const SENDER_LIMITS = { name: 60, address: 254 } as const;

/** What no mail client shows as one word of a name, and what could begin another header. */
const NOT_IN_A_NAME = /[\p{Cc}\p{Cf}<>"@]/u;

const address = z
  .string()
  .trim()
  .max(SENDER_LIMITS.address)
  .pipe(z.union([z.literal(""), z.email()]));

/** As whom a shop's email is sent. Empty parts are the server's own. */
export const senderSchema = z.strictObject({
  /** Empty: the shop's name. */
  name: z
    .string()
    .trim()
    .max(SENDER_LIMITS.name)
    .refine((name) => !NOT_IN_A_NAME.test(name), { error: "holds signs that a name can't" }),
  /** Empty: the address this server sends from. */
  address,
  /** Where answers go; empty: to the sender. */
  replyTo: address,
});
export type Sender = z.infer<typeof senderSchema>;

export const NO_SENDER: Sender = { name: "", address: "", replyTo: "" };
