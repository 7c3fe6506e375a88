import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
  specifiedRules,
  validate,
} from "graphql";
import { apiError } from "./context.ts";

const maxCharacters = 50_000;
const maxTokens = 5_000;
const maxDepth = 25;
const cached = 500;

export type Prepared = {
  document: DocumentNode;
  fragments: Map<string, FragmentDefinitionNode>;
  operations: OperationDefinitionNode[];
};
export type PreparedOrErrors =
  { kind: "prepared"; prepared: Prepared } | { kind: "errors"; errors: readonly GraphQLError[] };

/** Parses and validates documents, once for each text, and keeps out those that are too long or too deep. */
export function createDocuments(schema: GraphQLSchema): (text: string) => PreparedOrErrors {
  const cache = new Map<string, PreparedOrErrors>();
  return (text) => {
    let result = cache.get(text);
    if (!result) {
      result = prepare(schema, text);
      if (cache.size >= cached) for (const oldest of cache.keys()) if (cache.delete(oldest)) break;
      cache.set(text, result);
    }
    return result;
  };
}

function prepare(schema: GraphQLSchema, text: string): PreparedOrErrors {
  if (text.length > maxCharacters) {
    return {
      kind: "errors",
      errors: [apiError("MAX_SIZE_EXCEEDED", `Query is longer than ${maxCharacters} characters.`)],
    };
  }
  try {
    const document = parse(text, { maxTokens });
    const errors = validate(schema, document, [...specifiedRules, NoSchemaIntrospectionCustomRule]);
    if (errors.length > 0) return { kind: "errors", errors };
    const fragments = new Map<string, FragmentDefinitionNode>();
    const operations: OperationDefinitionNode[] = [];
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
      if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
    }
    if (operations.some((operation) => depthOf(operation.selectionSet, fragments) > maxDepth)) {
      return { kind: "errors", errors: [apiError("MAX_DEPTH_EXCEEDED", `Query is deeper than ${maxDepth} levels.`)] };
    }
    return { kind: "prepared", prepared: { document, fragments, operations } };
  } catch (error) {
    if (error instanceof GraphQLError) return { kind: "errors", errors: [error] };
    throw error;
  }
}

/** Valid documents have no cycles of fragments. */
function depthOf(selection: SelectionSetNode, fragments: Map<string, FragmentDefinitionNode>): number {
  let deepest = 0;
  for (const node of selection.selections) {
    const inner = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value)?.selectionSet : node.selectionSet;
    if (!inner) deepest = Math.max(deepest, node.kind === Kind.FIELD ? 1 : 0);
    else deepest = Math.max(deepest, depthOf(inner, fragments) + (node.kind === Kind.FIELD ? 1 : 0));
  }
  return deepest;
}
