import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isCompositeType,
  isListType,
  isObjectType,
} from "graphql";
import { type Access, requireApproval, requireGid, requireScopes } from "./access.ts";
import type { CallContext } from "./context.ts";

/** A root field's own code; every other field reads a property of the view that its parent returned. */
export type RootField = (
  args: never,
  context: CallContext,
  info: Parameters<GraphQLFieldResolver<unknown, CallContext>>[3],
) => unknown;
export type RootFields = Record<string, RootField>;

/**
 * Gives every field of the schema a resolver that checks GIDs, scopes and protected data, then reads the value, then counts its cost.
 * Views are plain objects; a property may be a function of the arguments. One that is missing is an error, so that no field of the
 * schema is silently null.
 */
export function attachResolvers(
  schema: GraphQLSchema,
  access: Access,
  roots: { query: RootFields; mutation?: RootFields },
): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    const root =
      type === schema.getQueryType() ? roots.query : type === schema.getMutationType() ? roots.mutation : undefined;
    for (const field of Object.values(type.getFields())) {
      field.resolve = resolverOf(
        type,
        field,
        access,
        root?.[field.name],
        type === schema.getQueryType() || type === schema.getMutationType(),
      );
    }
  }
}

function resolverOf(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  access: Access,
  root: RootField | undefined,
  isRoot: boolean,
): GraphQLFieldResolver<unknown, CallContext, Record<string, unknown>> {
  const name = `${type.name}.${field.name}`;
  const result = getNamedType(field.type);
  const groups = [...(access.scopes[name] ?? []), ...scopesOfResult(result, access)];
  const protectedKind = access.protectedData[name];
  const ids = field.args.flatMap((argument) => {
    const types = access.gidTypes[`${name}(${argument.name})`];
    return types ? [{ name: argument.name, types }] : [];
  });
  const points = pointsOf(result);
  const isList = isListType(getNullableType(field.type));

  return (source, args, context, info) => {
    if (groups.length > 0) requireScopes(groups, field.name, context);
    if (protectedKind !== undefined) requireApproval(protectedKind, field.name, context);
    for (const id of ids) requireGid(args[id.name], id.types);
    const value = isRoot
      ? readRoot(root, name, args, context, info)
      : readProperty(source, field.name, name, args, context, info);
    if (points > 0 && value !== null && value !== undefined) {
      const spent = points * (isList && Array.isArray(value) ? value.length : 1);
      context.spent.points += spent;
      if (context.spent.fields) {
        const path = info.parentType.name + "." + field.name;
        context.spent.fields.set(path, (context.spent.fields.get(path) ?? 0) + spent);
      }
    }
    return value;
  };
}

function readRoot(
  root: RootField | undefined,
  name: string,
  args: unknown,
  context: CallContext,
  info: Parameters<RootField>[2],
): unknown {
  if (!root) throw new Error(`the devstore cannot answer ${name}`);
  return root(args as never, context, info);
}

function readProperty(
  source: unknown,
  property: string,
  name: string,
  args: unknown,
  context: CallContext,
  info: unknown,
): unknown {
  if (typeof source !== "object" || source === null || !(property in source))
    throw new Error(`the devstore has no ${name}`);
  const value: unknown = Reflect.get(source, property);
  return typeof value === "function" ? Reflect.apply(value, source, [args, context, info]) : value;
}

/** A connection or an edge shows its nodes, so it needs what they need. */
function scopesOfResult(type: GraphQLNamedType, access: Access): string[][] {
  const own = access.scopes[type.name] ?? [];
  if (!isObjectType(type) || !type.name.endsWith("Connection")) return own;
  const node = type.getFields()["nodes"];
  return [...own, ...(node ? (access.scopes[getNamedType(node.type).name] ?? []) : [])];
}

function pointsOf(type: GraphQLNamedType): number {
  if (!isCompositeType(type) || type.name === "PageInfo" || type.name.endsWith("Edge")) return 0;
  return type.name.endsWith("Connection") ? 2 : 1;
}
