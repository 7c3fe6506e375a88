import { OperationTypeNode } from "graphql/language/ast.js";
import { Kind } from "graphql/language/kinds.js";
import type { DocumentNode } from "graphql";
import type { AdminClient } from "./admin-client.ts";

/** Mutations by name only: Shopify calculates with them and keeps nothing. */
const CALCULATIONS: ReadonlySet<string> = new Set(["draftOrderCalculate"]);

/** A client that cannot change anything: whatever writes is never sent. @throws for such a document, which is a bug */
export function readingOnly(client: AdminClient): AdminClient {
  return {
    shop: client.shop,
    run(document, variables, options) {
      const written = writes(document);
      if (written !== null) throw new Error(`${written} was to be called where nothing may be changed`);
      return client.run(document, variables, options);
    },
  };
}

/** The first field of a document that changes something, or null. */
function writes(document: DocumentNode): string | null {
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION || definition.operation === OperationTypeNode.QUERY) continue;
    for (const field of definition.selectionSet.selections) {
      const name = field.kind === Kind.FIELD ? field.name.value : "a fragment";
      if (!CALCULATIONS.has(name)) return name;
    }
  }
  return null;
}
