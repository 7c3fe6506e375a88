import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import type { DocumentNode } from "graphql";
import { OperationTypeNode } from "graphql/language/ast.js";
import { Kind } from "graphql/language/kinds.js";
import { print } from "graphql/language/printer.js";

export type PrintedDocument = { text: string; operation: string; isMutation: boolean };

const printed = new WeakMap<DocumentNode, PrintedDocument>();

/** A document's text, printed once in the life of the process. */
export function printedDocument<Data, Variables>(document: TypedDocumentNode<Data, Variables>): PrintedDocument {
  let known = printed.get(document);
  if (!known) {
    const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    const [operation] = operations;
    if (!operation || operations.length > 1) throw new Error("A document must hold exactly one operation.");
    known = {
      text: print(document),
      operation: operation.name?.value ?? "anonymous",
      isMutation: operation.operation === OperationTypeNode.MUTATION,
    };
    printed.set(document, known);
  }
  return known;
}
