import { z } from "zod";
import { PRESETS } from "../../policy/presets.ts";

/** Twenty thousand ids fit in, the most that a policy may name. */
export const MOST_BYTES = 4 * 1024 * 1024;

const revision = z.int().min(1).max(2_147_483_647);

const source = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("force") }),
  z.object({ kind: z.literal("preset"), preset: z.enum(PRESETS) }),
  z.object({ kind: z.literal("version"), version: z.int().min(1).max(2_147_483_646) }),
  z.object({ kind: z.literal("import"), text: z.string() }),
  z.object({ kind: z.literal("written"), policy: z.unknown() }),
]);

export const changeSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("start"), from: source, replacing: revision.nullable() }),
  z.object({ intent: z.literal("save"), revision, policy: z.unknown() }),
  z.object({ intent: z.literal("discard"), revision }),
  z.object({ intent: z.literal("publish"), revision }),
  z.object({ intent: z.literal("goOn"), revision }),
]);
export type AskedChange = z.infer<typeof changeSchema>;
export type AskedSource = z.infer<typeof source>;
