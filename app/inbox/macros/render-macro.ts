import { MACRO_VARIABLES, type MacroValues, type MacroVariable } from "./macro.ts";

/** `missing`: what stands as a gap in the text and has to be filled in before it is sent, each once. */
export type RenderedMacro = { text: string; missing: string[] };

const BLANK = /\{\{\s*([^{}]*?)\s*\}\}/g;
/** What comes from a shop or a shopper stays a part of a sentence, however long it is there. */
const MOST_CHARACTERS = 300;

/**
 * A macro's text with what is known in its blanks. What is not known, or is no variable, stays visible as a gap, such as
 * "[order number]": nothing is made up. Values are not read for blanks again.
 */
export function renderMacro(body: string, values: MacroValues): RenderedMacro {
  const missing = new Set<string>();
  const text = body.replace(BLANK, (_, name: string) => {
    const value = isVariable(name) ? plain(values[name] ?? "") : "";
    if (value !== "") return value;
    const what = isVariable(name) ? MACRO_VARIABLES[name] : name || "…";
    missing.add(what);
    return gap(what);
  });
  return { text, missing: [...missing] };
}

/** Names in a macro's blanks that are no variables. */
export function unknownBlanks(body: string): string[] {
  const names = [...body.matchAll(BLANK)].map(([, name = ""]) => name);
  return [...new Set(names.filter((name) => !isVariable(name)))];
}

const GAPS: readonly string[] = Object.values(MACRO_VARIABLES).map(gap);

/** The gaps of macros that are still in a text which is about to be sent. */
export function gapsIn(text: string): string[] {
  return GAPS.filter((one) => text.includes(one));
}

/** The gap that comes first in a text. */
export function firstGap(text: string): { text: string; at: number } | null {
  const found = gapsIn(text).map((one) => ({ text: one, at: text.indexOf(one) }));
  return found.toSorted((one, other) => one.at - other.at)[0] ?? null;
}

function gap(what: string): string {
  return `[${what}]`;
}

function isVariable(name: string): name is MacroVariable {
  return Object.hasOwn(MACRO_VARIABLES, name);
}

function plain(value: string): string {
  return value
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, " ")
    .trim()
    .slice(0, MOST_CHARACTERS);
}
