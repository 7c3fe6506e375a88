import {
  type FieldNode,
  type FragmentDefinitionNode,
  getNamedType,
  getNullableType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from "graphql";
import { apiError } from "./context.ts";

export const maxQueryCost = 1000;
const maxPageSize = 250;
const mutationCost = 10;
/** What a list that has no size of its own is counted as. */
const unsizedList = 1;

type Variables = Record<string, unknown>;
type CostInput = { schema: GraphQLSchema; fragments: Map<string, FragmentDefinitionNode>; variables: Variables };

/**
 * Points an operation may cost at most, by Shopify's rules: nothing for scalars, 1 for an object, 2 plus its page size times
 * its node for a connection, the dearest member for interfaces and unions, 10 for a mutation.
 * Throws a GraphQLError for a page without a size or with more than 250.
 */
export function requestedCost(input: CostInput, operation: OperationDefinitionNode): number {
  const root = input.schema.getRootType(operation.operation);
  if (!root) return 0;
  const fields = collectFields(input, root, operation.selectionSet);
  const base = operation.operation === OperationTypeNode.MUTATION ? mutationCost * fields.length : 0;
  return base + fields.reduce((sum, node) => sum + fieldCost(input, root, node), 0);
}

function fieldCost(input: CostInput, parent: GraphQLCompositeType, node: FieldNode): number {
  const field = "getFields" in parent ? parent.getFields()[node.name.value] : undefined;
  if (!field) return 0;
  const type = getNamedType(field.type);
  if (!isCompositeType(type) || !node.selectionSet) return 0;
  if (type.name === "PageInfo") return 0;
  if (type.name.endsWith("Connection"))
    return 2 + pageSize(input, field, node) * nodeCost(input, type, node.selectionSet);
  const one = 1 + selectionCost(input, type, node.selectionSet);
  if (!isListType(getNullableType(field.type))) return one;
  const first = argumentValue(input, field, node, "first");
  return (typeof first === "number" ? Math.max(0, first) : unsizedList) * one;
}

/** What one node of a connection costs, whether it is read under `nodes` or under `edges`. */
function nodeCost(input: CostInput, connection: GraphQLCompositeType, selection: SelectionSetNode): number {
  let cost = 0;
  for (const node of collectFields(input, connection, selection)) {
    if (!node.selectionSet || !("getFields" in connection)) continue;
    const type = getNamedType(connection.getFields()[node.name.value]?.type);
    if (!isCompositeType(type) || type.name === "PageInfo") continue;
    cost += type.name.endsWith("Edge")
      ? selectionCost(input, type, node.selectionSet)
      : 1 + selectionCost(input, type, node.selectionSet);
  }
  return cost;
}

function selectionCost(input: CostInput, type: GraphQLCompositeType, selection: SelectionSetNode): number {
  if (!isAbstractType(type)) {
    return collectFields(input, type, selection).reduce((sum, node) => sum + fieldCost(input, type, node), 0);
  }
  return Math.max(0, ...input.schema.getPossibleTypes(type).map((member) => selectionCost(input, member, selection)));
}

function pageSize(input: CostInput, field: GraphQLField<unknown, unknown>, node: FieldNode): number {
  const first = argumentValue(input, field, node, "first");
  const last = argumentValue(input, field, node, "last");
  if (first !== undefined && first !== null && last !== undefined && last !== null) {
    throw apiError("BAD_REQUEST", `providing both first and last on ${node.name.value} is not supported`);
  }
  const size = first ?? last;
  if (typeof size !== "number")
    throw apiError("BAD_REQUEST", `you must provide one of first or last on ${node.name.value}`);
  if (size < 0) throw apiError("BAD_REQUEST", `${node.name.value}: first and last cannot be negative`);
  if (size > maxPageSize)
    throw apiError("BAD_REQUEST", `${node.name.value}: first and last cannot exceed ${maxPageSize}`);
  return size;
}

function argumentValue(
  input: CostInput,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  name: string,
): unknown {
  const given = node.arguments?.find((argument) => argument.name.value === name);
  const value = given ? valueFromASTUntyped(given.value, input.variables) : undefined;
  return value === undefined ? field.args.find((argument) => argument.name === name)?.defaultValue : value;
}

/** Fields that apply to a type, through fragments and past `@skip` and `@include`; the same response key counts once. */
function collectFields(input: CostInput, type: GraphQLCompositeType, selection: SelectionSetNode): FieldNode[] {
  const found = new Map<string, FieldNode>();
  collect(input, type, selection, found);
  return [...found.values()];
}

function collect(
  input: CostInput,
  type: GraphQLCompositeType,
  selection: SelectionSetNode,
  found: Map<string, FieldNode>,
): void {
  for (const node of selection.selections) {
    if (isSkipped(input, node.directives)) continue;
    if (node.kind === Kind.FIELD) {
      const key = node.alias?.value ?? node.name.value;
      const earlier = found.get(key);
      found.set(key, earlier ? mergeFields(earlier, node) : node);
      continue;
    }
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? input.fragments.get(node.name.value) : node;
    if (!fragment) continue;
    const condition = fragment.typeCondition?.name.value;
    if (condition === undefined || applies(input.schema, condition, type))
      collect(input, type, fragment.selectionSet, found);
  }
}

function mergeFields(a: FieldNode, b: FieldNode): FieldNode {
  if (!a.selectionSet || !b.selectionSet) return a;
  return {
    ...a,
    selectionSet: { ...a.selectionSet, selections: [...a.selectionSet.selections, ...b.selectionSet.selections] },
  };
}

function applies(schema: GraphQLSchema, condition: string, type: GraphQLCompositeType): boolean {
  if (condition === type.name) return true;
  const wanted = schema.getType(condition);
  return isAbstractType(wanted) && isObjectType(type) && schema.isSubType(wanted, type);
}

function isSkipped(input: CostInput, directives: FieldNode["directives"]): boolean {
  return (directives ?? []).some((directive) => {
    const condition = directive.arguments?.find((argument) => argument.name.value === "if");
    const value = condition ? valueFromASTUntyped(condition.value, input.variables) : undefined;
    return (
      (directive.name.value === "skip" && value === true) || (directive.name.value === "include" && value === false)
    );
  });
}
