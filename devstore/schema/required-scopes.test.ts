import { expect, test } from "vitest";
import { REQUIRED_SCOPES } from "#app/shopify/scopes.ts";
import { readAccess } from "../admin-api/access.ts";
import { executableSchema } from "../admin-api/schema.ts";
import { readDocuments } from "./documents.ts";
import { collectUsage } from "./usage.ts";

/** Groups of scopes, one of each of which what the app's documents select needs. */
function neededGroups(): { what: string; group: string[] }[] {
  const schema = executableSchema();
  const documents = readDocuments(`${import.meta.dirname}/../..`).map((item) => item.document);
  const usage = collectUsage(schema, documents);
  return Object.entries(readAccess().scopes).flatMap(([what, groups]) => {
    const [type = "", field] = what.split(".");
    const used = field === undefined ? usage.types.has(type) : usage.fields.get(type)?.has(field);
    return used ? groups.map((group) => ({ what, group })) : [];
  });
}

const reads = (scopes: readonly string[]) =>
  new Set([...scopes, ...scopes.map((scope) => scope.replace(/^write_/, "read_"))]);

test("what the app asks the merchant for is enough for all its documents", () => {
  const has = reads(REQUIRED_SCOPES);
  const missing = neededGroups().filter(({ group }) => !group.some((scope) => has.has(scope)));
  expect(missing).toEqual([]);
});

test("and none of it is more than they need", () => {
  const groups = neededGroups();
  // Any family of fulfillment orders opens the type, and shows its own only: the app needs to see both.
  const idle = REQUIRED_SCOPES.filter((scope) => scope !== "read_merchant_managed_fulfillment_orders").filter(
    (scope) => {
      const without = reads(REQUIRED_SCOPES.filter((other) => other !== scope));
      return groups.every(({ group }) => group.some((other) => without.has(other)));
    },
  );
  expect(idle).toEqual([]);
});
