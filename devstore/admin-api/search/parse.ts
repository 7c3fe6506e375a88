/** One comparison of Shopify's search syntax. `field` is null for a bare word, which searches the default fields. */
export type Term = {
  kind: "term";
  field: string | null;
  comparator: ":" | "<" | "<=" | ">" | ">=";
  value: string;
  prefix: boolean;
  quoted: boolean;
};
export type SearchNode = Term | { kind: "and" | "or"; nodes: SearchNode[] } | { kind: "not"; node: SearchNode };

type Token = { type: "(" | ")" | "and" | "or" | "not" } | { type: "term"; term: Term };

/**
 * Parses Shopify's search syntax: `field:value`, comparisons, quotes, AND (or a space), OR, NOT (or `-`), parentheses, a trailing `*`.
 * Never throws: like Shopify's, it makes the best of unbalanced input. Null means no condition at all.
 */
export function parseSearch(text: string): SearchNode | null {
  const tokens = tokenize(text);
  let position = 0;
  const peek = () => tokens[position]?.type;

  function parseOr(): SearchNode | null {
    const nodes = [parseAnd()];
    while (peek() === "or") {
      position += 1;
      nodes.push(parseAnd());
    }
    return group("or", nodes);
  }
  function parseAnd(): SearchNode | null {
    const nodes: (SearchNode | null)[] = [];
    while (position < tokens.length && peek() !== "or" && peek() !== ")") {
      if (peek() === "and") position += 1;
      else nodes.push(parseOne());
    }
    return group("and", nodes);
  }
  function parseOne(): SearchNode | null {
    const token = tokens[position];
    position += 1;
    if (!token) return null;
    if (token.type === "term") return token.term;
    if (token.type === "not") {
      const node = parseOne();
      return node && { kind: "not", node };
    }
    if (token.type !== "(") return null;
    const node = parseOr();
    if (peek() === ")") position += 1;
    return node;
  }

  const nodes: (SearchNode | null)[] = [];
  while (position < tokens.length) {
    nodes.push(parseOr());
    if (peek() === ")") position += 1;
  }
  return group("and", nodes);
}

function group(kind: "and" | "or", nodes: (SearchNode | null)[]): SearchNode | null {
  const kept = nodes.filter((node) => node !== null);
  return kept.length > 1 ? { kind, nodes: kept } : (kept[0] ?? null);
}

const words: Record<string, "and" | "or" | "not"> = { AND: "and", OR: "or", NOT: "not" };
const fieldName = /^([a-zA-Z][\w.$-]*)\s*:(<=|>=|<|>)?/;

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text[at] ?? "";
    if (/\s/.test(char)) at += 1;
    else if (char === "(" || char === ")") {
      tokens.push({ type: char });
      at += 1;
    } else if (char === "-" && /[\w"'(]/.test(text[at + 1] ?? "")) {
      tokens.push({ type: "not" });
      at += 1;
    } else {
      const head = fieldName.exec(text.slice(at));
      let start = at + (head?.[0].length ?? 0);
      while (head && text[start] === " ") start += 1;
      const { value, end, quoted, prefix } = readValue(text, start);
      const word = head || quoted ? undefined : words[value];
      if (word) tokens.push({ type: word });
      else if (head || value !== "") {
        const comparator = (head?.[2] ?? ":") as Term["comparator"];
        tokens.push({
          type: "term",
          term: { kind: "term", field: head?.[1]?.toLowerCase() ?? null, comparator, value, prefix, quoted },
        });
      }
      at = Math.max(end, at + 1);
    }
  }
  return tokens;
}

function readValue(text: string, start: number): { value: string; end: number; quoted: boolean; prefix: boolean } {
  const quote = text[start];
  if (quote === '"' || quote === "'") {
    let value = "";
    let at = start + 1;
    while (at < text.length && text[at] !== quote) {
      if (text[at] === "\\" && at + 1 < text.length) at += 1;
      value += text[at] ?? "";
      at += 1;
    }
    return { value, end: at + 1, quoted: true, prefix: false };
  }
  let value = "";
  let at = start;
  let prefix = false;
  while (at < text.length && !/[\s()]/.test(text[at] ?? "")) {
    if (text[at] === "\\" && at + 1 < text.length) at += 1;
    else if (text[at] === "*" && /^(?:[\s)]|$)/.test(text.slice(at + 1, at + 2))) {
      prefix = true;
      at += 1;
      break;
    }
    value += text[at] ?? "";
    at += 1;
  }
  return { value, end: at, quoted: false, prefix };
}

/** The search as Shopify shows it back in `extensions.search`. */
export function printSearch(node: SearchNode | null): string {
  if (!node) return "";
  if (node.kind === "not") return `-${printSearch(node.node)}`;
  if (node.kind !== "term") return `(${node.nodes.map(printSearch).join(node.kind === "and" ? " AND " : " OR ")})`;
  const operator = node.comparator === ":" ? "" : node.comparator;
  const value = `${node.value}${node.prefix ? "*" : ""}`;
  return node.field === null ? value : `${node.field}:${operator}${value}`;
}
