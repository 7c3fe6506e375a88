import type { MaterialLine, MaterialVariant } from "./facts/material.ts";

export type VariantMatch = { kind: "found"; variant: MaterialVariant } | { kind: "invalid"; message: string };

/** Most choices named in a message to a model. */
const MOST_NAMED = 30;

/**
 * The variant of the line's own product that some words mean: its title ("Blue / M"), the title in any case, one of its
 * options ("M") that keeps the line's other options, or words that only one variant has. Nothing is guessed: words that fit
 * several variants are answered with the choices.
 */
export function matchVariant(line: MaterialLine, words: string): VariantMatch {
  const wanted = plain(words);
  const others = line.variants.filter(({ id }) => id !== line.variantId);
  const own = line.variants.find(({ id }) => id === line.variantId);
  if (others.length === 0) return { kind: "invalid", message: "This item comes in no other size or color." };
  const [title, ...more] = others.filter((variant) => plain(variant.title) === wanted);
  if (title && more.length === 0) return { kind: "found", variant: title };
  if (own && plain(own.title) === wanted) {
    return { kind: "invalid", message: `That is the variant the shopper has. Others: ${named(others)}.` };
  }
  const asOption = others.filter(({ options }) => options.some((option) => plain(option) === wanted));
  const nearest = asOption.filter(({ options }) => differences(options, own?.options ?? []) === 1);
  const parts = parted(wanted);
  const partly = others.filter(({ options }) => {
    const known = options.flatMap((option) => parted(plain(option)));
    return parts.length > 0 && parts.every((part) => known.includes(part));
  });
  for (const candidates of [asOption, nearest, partly]) {
    const [only, ...rest] = candidates;
    if (only && rest.length === 0) return { kind: "found", variant: only };
  }
  const fitting = asOption.length > 0 ? asOption : partly;
  if (fitting.length > 1) {
    return { kind: "invalid", message: `${JSON.stringify(words)} could be: ${named(fitting)}. Ask which one.` };
  }
  return { kind: "invalid", message: `There is no variant ${JSON.stringify(words)}. There are: ${named(others)}.` };
}

function differences(a: readonly string[], b: readonly string[]): number {
  return a.filter((option, index) => option !== b[index]).length;
}

function named(variants: readonly MaterialVariant[]): string {
  return variants
    .slice(0, MOST_NAMED)
    .map(({ title, inStock }) => (inStock === 0 ? `${title} (out of stock)` : title))
    .join("; ");
}

function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s*[/,]\s*/g, " / ")
    .replace(/\s+/g, " ")
    .trim();
}

function parted(text: string): string[] {
  return text.split(/[\s/,]+/).filter((part) => part !== "");
}
