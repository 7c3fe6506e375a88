import { join } from "node:path";
import { type FragmentDefinitionNode, Kind } from "graphql";
import { expect, test } from "vitest";
import { readDocuments } from "../schema/documents.ts";
import { maxQueryCost, requestedCost } from "./cost.ts";
import { executableSchema } from "./schema.ts";

const schema = executableSchema();
const documents = readDocuments(join(import.meta.dirname, "..", "..")).map(({ document }) => document);
const fragments = new Map<string, FragmentDefinitionNode>();
const operations = documents.flatMap(({ definitions }) =>
  definitions.flatMap((definition) => {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    return definition.kind === Kind.OPERATION_DEFINITION ? [definition] : [];
  }),
);

/** Sizes that documents take as variables, as large as the app ever makes them. */
const variables = { metafields: 10, metafieldKeys: Array.from({ length: 10 }, (_, index) => `custom.key_${index}`) };

test.each(operations.map((operation) => [operation.name?.value ?? "", operation] as const))(
  "%s asks for no more than Shopify lets one query cost",
  (_name, operation) => {
    expect(requestedCost({ schema, fragments, variables }, operation)).toBeLessThanOrEqual(maxQueryCost);
  },
);
