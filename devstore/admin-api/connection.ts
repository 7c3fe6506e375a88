import { apiError } from "./context.ts";

export type PageArgs = {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
  reverse?: boolean | null;
};

/** What a connection is sorted by; the id breaks ties, so that a page never skips or repeats. */
export type SortKey<Item> = { id: (item: Item) => string; value: (item: Item) => string | number };

type Position = { last_id: string; last_value: string | number };

/**
 * One page of a connection. Cursors are opaque and name a place in the order, not an index, so pages stay right when items are added
 * in between. `nodeOf` runs for the page's items only.
 */
export function connection<Item, Node>(
  items: readonly Item[],
  args: PageArgs,
  key: SortKey<Item>,
  nodeOf: (item: Item) => Node,
) {
  const direction = args.reverse ? -1 : 1;
  const positionOf = (item: Item): Position => ({ last_id: key.id(item), last_value: key.value(item) });
  const order = (a: Position, b: Position) =>
    direction * (compare(a.last_value, b.last_value) || compareIds(a.last_id, b.last_id));
  const sorted = items.map((item) => ({ item, at: positionOf(item) })).sort((a, b) => order(a.at, b.at));

  let start = 0;
  let end = sorted.length;
  if (typeof args.after === "string") {
    const after = decode(args.after);
    start = sorted.findIndex((entry) => order(entry.at, after) > 0);
    if (start < 0) start = sorted.length;
  }
  if (typeof args.before === "string") {
    const before = decode(args.before);
    const found = sorted.findIndex((entry) => order(entry.at, before) >= 0);
    if (found >= 0) end = Math.max(start, found);
  }
  if (typeof args.first === "number") end = Math.min(end, start + args.first);
  else if (typeof args.last === "number") start = Math.max(start, end - args.last);
  const page = sorted.slice(start, end).map((entry) => ({ node: nodeOf(entry.item), cursor: encode(entry.at) }));
  return {
    edges: page,
    nodes: page.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: end < sorted.length,
      hasPreviousPage: start > 0,
      startCursor: page[0]?.cursor ?? null,
      endCursor: page.at(-1)?.cursor ?? null,
    },
  };
}

/** Keeps the order in which the items stand. */
export function listConnection<Item extends { id: string }, Node>(
  items: readonly Item[],
  args: PageArgs,
  nodeOf: (item: Item) => Node,
) {
  const places = new Map(items.map((item, index) => [item, index]));
  return connection(items, args, { id: (item) => item.id, value: (item) => places.get(item) ?? 0 }, nodeOf);
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Ids are numbers written as text: the shorter is the smaller. */
export function compareIds(a: string, b: string): number {
  return a.length - b.length || compare(a, b);
}

function encode(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString("base64");
}

function decode(cursor: string): Position {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, "base64").toString("utf8"));
    if (typeof value === "object" && value !== null && "last_id" in value && "last_value" in value) {
      const { last_id: id, last_value: last } = value;
      if (typeof id === "string" && (typeof last === "string" || typeof last === "number"))
        return { last_id: id, last_value: last };
    }
  } catch {
    // Falls through to the error below: a cursor that is not ours.
  }
  throw apiError("BAD_REQUEST", "Invalid cursor for current pagination sort.");
}
