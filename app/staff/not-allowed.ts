import { z } from "zod";
import { ROLES } from "./may.ts";

export const NOT_ALLOWED = "not_allowed";

const schema = z.object({
  code: z.literal(NOT_ALLOWED),
  message: z.string(),
  role: z.enum(ROLES),
  roles: z.array(z.enum(ROLES)).readonly(),
});

/** What somebody is answered who asked for what their `role` may not do; `roles` may. */
export type NotAllowed = z.infer<typeof schema>;

/** Null where a page failed for another reason. */
export function readNotAllowed(body: unknown): NotAllowed | null {
  const read = z.object({ error: schema }).safeParse(body);
  return read.success ? read.data.error : null;
}
