import { words } from "../normalize.ts";
import type { Item } from "./told.ts";

export type VariantFound =
  | { kind: "one"; variant: string }
  | { kind: "some"; variants: string[] }
  /** A size was named that cannot be sent. */
  | { kind: "unavailable" }
  | { kind: "none" };

const SIZES: ReadonlyMap<string, string> = new Map([
  ["small", "s"],
  ["medium", "m"],
  ["large", "l"],
  ["big", "l"],
  ["xlarge", "xl"],
  ["gray", "grey"],
]);
const SCALES = [
  ["xxs", "xs", "s", "m", "l", "xl", "xxl", "xxxl"],
  ["twin", "full", "queen", "king"],
  ["single", "double", "queen", "king"],
];
const BIGGER = /\b(?:bigger|larger|longer|wider|one size up|a size up|size up)\b/i;
const SMALLER = /\b(?:smaller|shorter|tighter|one size down|a size down|size down)\b/i;

const canonical = (text: string) =>
  words(text)
    .map((word) => SIZES.get(word) ?? word)
    .join(" ");
const partsOf = (variant: string) => variant.split("/").map(canonical);

/** The other variant of an item that a message asks for: "in M", "the blue one instead", "a size up". What is not said stays. */
export function findVariant(said: string, item: Item): VariantFound {
  const others = item.otherVariants.map((variant) => ({ variant, parts: partsOf(variant) }));
  if (others.length === 0) return { kind: "none" };
  const own = item.variant === null ? [] : partsOf(item.variant);
  const text = ` ${canonical(
    said
      .replace(/\btoo (?:small|big|large|tight|short|long|loose|wide)\b/gi, " ")
      .replace(/\bextra[- ]?large\b/gi, "xl")
      .replace(/\bextra[- ]?small\b/gi, "xs"),
  )} `;
  const places = Math.max(own.length, ...others.map(({ parts }) => parts.length));
  const wanted = Array.from({ length: places }, (_, at) => {
    const known = new Set([own[at], ...others.map(({ parts }) => parts[at])].filter((part) => part !== undefined));
    const named = [...known].filter((part) => text.includes(` ${part} `));
    const new_ = named.filter((part) => part !== own[at]);
    return new_.length > 0 ? new_ : named;
  });
  for (const [at, part] of own.entries()) {
    const next =
      (wanted[at]?.length ?? 0) === 0
        ? resized(
            part,
            said,
            others.map(({ parts }) => parts[at] ?? ""),
          )
        : null;
    if (next === NO_SIZE) return { kind: "unavailable" };
    if (next !== null) wanted[at] = [next];
  }
  if (wanted.every((named, at) => named.length === 0 || (named.length === 1 && named[0] === own[at])))
    return namesSize(text) && !own.some((part) => text.includes(` ${part} `))
      ? { kind: "unavailable" }
      : { kind: "none" };
  const fitting = others.filter(({ parts }) =>
    wanted.every((named, at) => named.length === 0 || named.includes(parts[at] ?? "")),
  );
  const kept = fitting.filter(({ parts }) => wanted.every((named, at) => named.length > 0 || parts[at] === own[at]));
  const [only, another] = kept.length > 0 ? kept : fitting;
  if (!only) return { kind: "unavailable" };
  if (another) return { kind: "some", variants: (kept.length > 0 ? kept : fitting).map(({ variant }) => variant) };
  return { kind: "one", variant: only.variant };
}

const NO_SIZE = "";

/** The next size that can be sent, up or down; `NO_SIZE` where there is none; null where no change of size is asked for. */
function resized(own: string, said: string, available: readonly string[]): string | null {
  const exchange = /\b(?:exchang\w*|swap\w*|(?:different|another|right) size)\b/i.test(said);
  const up = BIGGER.test(said) || (exchange && /\btoo (?:small|tight|short)\b/i.test(said));
  const down = SMALLER.test(said) || (exchange && /\btoo (?:big|large|long|loose|wide)\b/i.test(said));
  const scale = SCALES.find((one) => one.includes(own));
  if (up === down || !scale) return null;
  const at = scale.indexOf(own);
  const next = up ? scale.slice(at + 1) : scale.slice(0, at).reverse();
  return next.find((size) => available.includes(size)) ?? NO_SIZE;
}

function namesSize(text: string): boolean {
  return SCALES.flat().some((size) => text.includes(` ${size} `));
}
