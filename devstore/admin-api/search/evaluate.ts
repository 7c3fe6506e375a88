import type { SearchNode, Term } from "./parse.ts";

/** Whether one condition fits; null for one that Shopify ignores. */
export type TermTest = (term: Term) => boolean | null;

/** Whether a search fits, given how each of its conditions does; null when all of them are ignored. */
export function evaluate(node: SearchNode, test: TermTest): boolean | null {
  if (node.kind === "not") {
    const inner = evaluate(node.node, test);
    return inner === null ? null : !inner;
  }
  if (node.kind === "term") return test(node);
  let known = false;
  for (const child of node.nodes) {
    const result = evaluate(child, test);
    if (result === null) continue;
    known = true;
    if (result === (node.kind === "or")) return result;
  }
  return known ? node.kind === "and" : null;
}

export function equals(text: string | null, term: Term): boolean {
  if (text === null) return false;
  const [have, want] = [text.toLowerCase(), term.value.toLowerCase()];
  return term.prefix ? have.startsWith(want) : have === want;
}

/** Fields of a search outside `known`. Shopify ignores such conditions and says so in `extensions.search`. */
export function unknownFields(node: SearchNode | null, known: (field: string) => boolean): string[] {
  if (!node) return [];
  if (node.kind === "not") return unknownFields(node.node, known);
  if (node.kind !== "term") return node.nodes.flatMap((item) => unknownFields(item, known));
  return node.field === null || known(node.field) ? [] : [node.field];
}
