import { buildSchema, type FragmentDefinitionNode, Kind, parse } from "graphql";
import { describe, expect, test } from "vitest";
import { requestedCost } from "./cost.ts";

const schema = buildSchema(`
  interface Node { id: ID! }
  type A implements Node { id: ID! self: A }
  type B implements Node { id: ID! a: A self: B }
  type Thing implements Node { id: ID! name: String thing: Thing node: Node list(first: Int): [Thing!]! plain: [Thing!]! things(first: Int, last: Int, after: String): ThingConnection! sized(first: Int = 50): ThingConnection! }
  type ThingConnection { nodes: [Thing!]! edges: [ThingEdge!]! pageInfo: PageInfo! }
  type ThingEdge { cursor: String! node: Thing! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type Query { thing: Thing things(first: Int, last: Int, after: String): ThingConnection! }
  type Mutation { change: Thing }
`);

function cost(text: string, variables: Record<string, unknown> = {}): number {
  const document = parse(text);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error("no operation");
  return requestedCost({ schema, fragments, variables }, operation);
}

describe("A query's points", () => {
  test.each([
    ["{ thing { id name } }", 1],
    ["{ thing { thing { thing { id } } } }", 3],
    ["{ things(first: 10) { nodes { id } } }", 12],
    ["{ things(first: 10) { edges { cursor node { id } } pageInfo { hasNextPage } } }", 12],
    ["{ things(first: 10) { pageInfo { hasNextPage } } }", 2],
    ["{ things(last: 5) { nodes { thing { id } things(first: 3) { nodes { id } } } } }", 2 + 5 * (1 + 1 + 5)],
    ["{ thing { sized { nodes { id } } } }", 1 + 52],
    ["{ thing { list(first: 4) { thing { id } } } }", 1 + 4 * 2],
    ["{ thing { plain { id } } }", 2],
    ["{ thing { node { id ... on A { self { id } } ... on B { a { id } self { id } } } } }", 1 + 1 + 2],
    ["{ thing { ...T } } fragment T on Thing { thing { id } ... { thing { name } } }", 2],
    ["{ a: thing { id } b: thing { id } }", 2],
    ["{ thing { id } thing { thing { id } } }", 2],
    ["mutation { change { id } }", 11],
  ])("%s is %i", (text, points) => {
    expect(cost(text)).toBe(points);
  });

  test("follow the variables", () => {
    expect(cost("query ($n: Int) { things(first: $n) { nodes { id } } }", { n: 20 })).toBe(22);
    const skipping = "query ($s: Boolean!) { thing { id thing @skip(if: $s) { id } } }";
    expect([cost(skipping, { s: true }), cost(skipping, { s: false })]).toEqual([1, 2]);
  });

  test.each([
    ["{ things { nodes { id } } }", /must provide one of first or last/],
    ["{ things(first: 1, last: 1) { nodes { id } } }", /both first and last/],
    ["{ things(first: 251) { nodes { id } } }", /cannot exceed 250/],
    ["{ things(first: -1) { nodes { id } } }", /negative/],
  ])("%s is refused", (text, message) => {
    expect(() => cost(text)).toThrow(message);
  });
});
