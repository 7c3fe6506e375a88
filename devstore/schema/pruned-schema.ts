import {
  GraphQLDirective,
  GraphQLEnumType,
  type GraphQLFieldConfig,
  type GraphQLInputFieldConfig,
  GraphQLInputObjectType,
  GraphQLInterfaceType,
  GraphQLList,
  type GraphQLNamedType,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  GraphQLSchema,
  GraphQLUnionType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
  isUnionType,
} from "graphql";
import type { Usage } from "./usage.ts";

/** A new schema of the used types and fields. */
export function pruneSchema(full: GraphQLSchema, used: Usage): GraphQLSchema {
  const made = new Map<string, GraphQLNamedType>();
  const convert = (type: GraphQLNamedType): GraphQLNamedType => {
    const existing = made.get(type.name);
    if (existing) return existing;
    const result = convertNew(type);
    made.set(type.name, result);
    return result;
  };
  const fieldsOf = (type: GraphQLObjectType | GraphQLInterfaceType) => {
    const kept = used.fields.get(type.name) ?? new Set();
    const fields = Object.entries(type.toConfig().fields).filter(([name]) => kept.has(name));
    return Object.fromEntries(
      fields.map(([name, field]): [string, GraphQLFieldConfig<unknown, unknown>] => [
        name,
        {
          type: rewrap(field.type, convert),
          args: Object.fromEntries(
            Object.entries(field.args ?? {})
              .filter(([, argument]) => !argument.deprecationReason)
              .map(([key, argument]) => [key, { ...argument, description: null, type: rewrap(argument.type, convert) }]),
          ),
        },
      ]),
    );
  };
  const keptInterfaces = (type: GraphQLObjectType | GraphQLInterfaceType) =>
    type.getInterfaces().flatMap((item) => {
      const kept = used.types.has(item.name) ? convert(item) : null;
      return isInterfaceType(kept) ? [kept] : [];
    });
  const convertNew = (type: GraphQLNamedType): GraphQLNamedType => {
    if (isObjectType(type)) {
      return new GraphQLObjectType({ name: type.name, interfaces: () => keptInterfaces(type), fields: () => fieldsOf(type) });
    }
    if (isInterfaceType(type)) {
      return new GraphQLInterfaceType({ name: type.name, interfaces: () => keptInterfaces(type), fields: () => fieldsOf(type) });
    }
    if (isUnionType(type)) {
      const members = type.getTypes().filter((member) => used.types.has(member.name));
      return new GraphQLUnionType({ name: type.name, types: () => members.map((member) => convert(member)).filter(isObjectType) });
    }
    if (isInputObjectType(type)) {
      return new GraphQLInputObjectType({
        name: type.name,
        isOneOf: type.isOneOf,
        fields: () =>
          Object.fromEntries(
            Object.entries(type.toConfig().fields)
              .filter(([, field]) => !field.deprecationReason)
              .map(([name, field]): [string, GraphQLInputFieldConfig] => [name, { ...field, description: null, type: rewrap(field.type, convert) }]),
          ),
      });
    }
    if (isSpecifiedScalarType(type)) return type;
    return undescribed(type);
  };
  const query = full.getQueryType();
  const mutation = full.getMutationType();
  if (!query) throw new Error("the schema has no query type");
  const roots = { query: convert(query), mutation: mutation && used.types.has(mutation.name) ? convert(mutation) : null };
  return new GraphQLSchema({
    query: isObjectType(roots.query) ? roots.query : null,
    mutation: isObjectType(roots.mutation) ? roots.mutation : null,
    types: [...used.types].flatMap((name) => full.getType(name) ?? []).map(convert),
    directives: full
      .getDirectives()
      .map((directive) => (isSpecifiedDirective(directive) ? directive : undescribedDirective(directive))),
  });
}

function undescribedDirective(directive: GraphQLDirective): GraphQLDirective {
  const { args, ...config } = directive.toConfig();
  const bare = Object.entries(args).map(([name, argument]) => [name, { ...argument, description: null }]);
  return new GraphQLDirective({ ...config, description: null, args: Object.fromEntries(bare) });
}

function undescribed(type: GraphQLNamedType): GraphQLNamedType {
  if (type instanceof GraphQLScalarType) return new GraphQLScalarType({ name: type.name });
  if (type instanceof GraphQLEnumType) {
    const values = Object.entries(type.toConfig().values).map(([name, value]) => [name, { ...value, description: null }]);
    return new GraphQLEnumType({ name: type.name, values: Object.fromEntries(values) });
  }
  return type;
}

/** The same lists and non-nulls around the converted type. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- graphql-js has no type for "whatever kind of type came in"
function rewrap(type: any, convert: (named: GraphQLNamedType) => GraphQLNamedType): any {
  if (isNonNullType(type)) return new GraphQLNonNull(rewrap(type.ofType, convert));
  if (isListType(type)) return new GraphQLList(rewrap(type.ofType, convert));
  return convert(type);
}
