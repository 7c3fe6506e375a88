import { z } from "zod";
import { macroSchema } from "../../inbox/macros/macro.ts";
import { deleteMacro, findMacro, saveMacro } from "../../inbox/macros/macros.server.ts";
import { deed, type Person } from "../../staff/audit.ts";

const restoreSchema = z.strictObject({ intent: z.literal("restore"), macro: macroSchema, uses: z.int().min(0) });
const askedSchema = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("delete"), id: z.uuid(), version: z.iso.datetime() }),
  restoreSchema,
  /** One of those to begin with. */
  z.strictObject({ intent: z.literal("add"), macro: macroSchema }),
]);
export type MacroAsked = z.infer<typeof askedSchema>;

/** `undo`: what to ask for to have the macro as it was. */
export type MacroAnswer =
  | { kind: "removed"; name: string; undo: MacroAsked }
  | { kind: "restored" | "added"; name: string }
  | { kind: "changed" | "taken" | "full" | "failed" };

/** Does what a button of the list asks. */
export async function actOnMacro(shop: string, by: Person, body: unknown): Promise<MacroAnswer> {
  const read = askedSchema.safeParse(body);
  if (!read.success) return { kind: "failed" };
  const asked = read.data;
  if (asked.intent === "delete") return remove(shop, by, asked.id, asked.version);
  const { macro, intent } = asked;
  const uses = intent === "restore" ? asked.uses : 0;
  const action = intent === "restore" ? "macro_restored" : "macro_saved";
  const outcome = await saveMacro(shop, macro, null, deed(by, action, macro.id, { name: macro.name }), uses);
  switch (outcome.kind) {
    case "saved":
      return { kind: intent === "restore" ? "restored" : "added", name: macro.name };
    case "shortcut_taken":
      return { kind: "taken" };
    case "full":
      return { kind: "full" };
    case "conflict":
      return { kind: "changed" };
  }
}

async function remove(shop: string, by: Person, id: string, version: string): Promise<MacroAnswer> {
  const found = await findMacro(shop, id);
  if (!found || !(await deleteMacro(shop, id, version, deed(by, "macro_deleted", id, { name: found.value.name })))) {
    return { kind: "changed" };
  }
  const { name, body, shortcut, locale, uses } = found.value;
  return {
    kind: "removed",
    name,
    undo: { intent: "restore", macro: { id, name, body, shortcut, locale }, uses },
  };
}
