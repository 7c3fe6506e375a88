import { plain } from "./normalize.ts";
import type { Turn } from "./conversation.ts";

/** Six digits that are no part of something longer, and not called an order. */
const CODE = /(?<![\p{L}\p{N}#@.-])(\d{3})[ -]?(\d{3})(?![\p{L}\p{N}@-]|[.,]\d)/gu;

/** The code that a message holds, where one was asked for: exactly one run of six digits. */
export function codeIn(said: string): { code: string; rest: string } | null {
  const text = plain(said);
  const [found, another] = [...text.matchAll(CODE)];
  if (!found || another) return null;
  const [whole, first = "", last = ""] = found;
  return { code: `${first}${last}`, rest: `${text.slice(0, found.index)} ${text.slice(found.index + whole.length)}` };
}

const NO_CODE =
  /\b(?:new|another|second|fresh) (?:code|one|email|mail)\b|\b(?:re-?send|send)\b.{0,30}\b(?:again|code|it)\b|(?:\b(?:no|not|never|did ?nt|have ?nt)\b|n't\b).{0,40}\b(?:code|e-?mail|mail)\b|\b(?:code|e-?mail|mail)\b.{0,40}(?:n't|\b(?:not|never|expired|missing|lost|wrong))\b/i;

/** "I didn't get it", "send me a new code", while a code is waited for. */
export function asksForCode(said: string): boolean {
  return NO_CODE.test(plain(said).replace(/[’]/g, "'"));
}

/** What a turn has to do with a code before anything else, given what was called in it so far. */
export type CodeStep =
  | { do: "enter"; code: string }
  | { do: "ask_again"; orderName: string; email: string }
  | { do: "say"; what: "code" | "login" | "wrong_code" }
  | { do: "nothing" };

export function codeStep({ calls, code, asksForCode: again, proven }: Turn, asked: Asked | null): CodeStep {
  const last = calls.findLast(({ outcome }) => outcome.kind === "needs_code" || outcome.kind === "needs_login");
  const isDone = last !== undefined && !calls.slice(calls.indexOf(last)).some(isProof);
  if (isDone) return { do: "say", what: last.outcome.kind === "needs_login" ? "login" : "code" };
  if (code !== null && !proven) {
    const proof = calls.findLast(({ name, args }) => name === "identify_shopper" && typeof args["code"] === "string");
    if (!proof) return { do: "enter", code };
    if (proof.outcome.kind === "not_found") return { do: "say", what: "wrong_code" };
  }
  const { orderName = null, email = null } = asked ?? {};
  if (again && orderName !== null && email !== null && calls.length === 0) return { do: "ask_again", orderName, email };
  return { do: "nothing" };
}

/** What a code was asked for with, where the shopper typed it. */
export type Asked = { orderName: string | null; email: string | null };

function isProof({ name, outcome }: Turn["calls"][number]): boolean {
  return name === "identify_shopper" && outcome.kind === "ok";
}
