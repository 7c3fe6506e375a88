import type { ConversationKey } from "../../identity/scope.ts";
import type { Staff } from "../../staff/staff.ts";
import { macroValues } from "./macro-values.server.ts";
import { listMacros } from "./macros.server.ts";
import { renderMacro } from "./render-macro.ts";

/** A macro as it reads in a conversation. */
export type OfferedMacro = { id: string; name: string; shortcut: string | null; text: string; missing: string[] };

const language = (locale: string) => locale.slice(0, 2).toLowerCase();

/** A shop's macros for one conversation: those in its language and in none before all others, the most used first. */
export async function offeredMacros(key: ConversationKey, staff: Staff): Promise<OfferedMacro[] | null> {
  const [known, macros] = await Promise.all([macroValues(key, staff), listMacros(key.shop)]);
  if (!known) return null;
  const isForeign = (locale: string | null) => locale !== null && language(locale) !== language(known.locale);
  return macros
    .toSorted((a, b) => Number(isForeign(a.locale)) - Number(isForeign(b.locale)) || b.uses - a.uses)
    .map(({ id, name, shortcut, body }) => ({ id, name, shortcut, ...renderMacro(body, known.values) }));
}
