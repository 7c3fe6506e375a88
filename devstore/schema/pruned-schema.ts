import {
  getNamedType,
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
  type GraphQLType,
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
              .map(([key, argument]) => [
                key,
                { ...argument, description: null, type: rewrap(argument.type, convert) },
              ]),
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
      return new GraphQLObjectType({
        name: type.name,
        interfaces: () => keptInterfaces(type),
        fields: () => fieldsOf(type),
      });
    }
    if (isInterfaceType(type)) {
      return new GraphQLInterfaceType({
        name: type.name,
        interfaces: () => keptInterfaces(type),
        fields: () => fieldsOf(type),
      });
    }
    if (isUnionType(type)) {
      const members = type.getTypes().filter((member) => used.types.has(member.name));
      return new GraphQLUnionType({
        name: type.name,
        types: () => members.map((member) => convert(member)).filter(isObjectType),
      });
    }
    if (isInputObjectType(type)) {
      return new GraphQLInputObjectType({
        name: type.name,
        isOneOf: type.isOneOf,
        fields: () =>
          Object.fromEntries(
            Object.entries(type.toConfig().fields)
              .filter(([, field]) => !field.deprecationReason)
              .map(([name, field]): [string, GraphQLInputFieldConfig] => [
                name,
                { ...field, description: null, type: rewrap(field.type, convert) },
              ]),
          ),
      });
    }
    if (isSpecifiedScalarType(type)) return type;
    return undescribed(type);
  };
  const query = full.getQueryType();
  const mutation = full.getMutationType();
  if (!query) throw new Error("the schema has no query type");
  const roots = {
    query: convert(query),
    mutation: mutation && used.types.has(mutation.name) ? convert(mutation) : null,
  };
  return new GraphQLSchema({
    query: isObjectType(roots.query) ? roots.query : null,
    mutation: isObjectType(roots.mutation) ? roots.mutation : null,
    types: [...used.types].flatMap((name) => full.getType(name) ?? []).map(convert),
    directives: full
      .getDirectives()
      .map((directive) => (isSpecifiedDirective(directive) ? directive : undescribedDirective(directive))),
  });
}

const bare = <Described extends object>(item: Described) => ({ ...item, description: null });

function mapValues<From, To>(record: Record<string, From>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([name, value]): [string, To] => [name, change(value)]));
}

function undescribedDirective(directive: GraphQLDirective): GraphQLDirective {
  const { args, ...config } = directive.toConfig();
  return new GraphQLDirective({ ...config, description: null, args: mapValues(args, bare) });
}

function undescribed(type: GraphQLNamedType): GraphQLNamedType {
  if (type instanceof GraphQLScalarType) return new GraphQLScalarType({ name: type.name });
  if (type instanceof GraphQLEnumType) {
    return new GraphQLEnumType({ name: type.name, values: mapValues(type.toConfig().values, bare) });
  }
  return type;
}

/**
 * The same lists and non-nulls around the converted type. An output type stays one and an input type too, as every type is
 * converted to one of its own kind; graphql-js cannot say that in types.
 */
function rewrap<Type extends GraphQLType>(type: Type, convert: (named: GraphQLNamedType) => GraphQLNamedType): Type {
  const converted: GraphQLType = isNonNullType(type)
    ? new GraphQLNonNull(rewrap(type.ofType, convert))
    : isListType(type)
      ? new GraphQLList(rewrap(type.ofType, convert))
      : convert(getNamedType(type));
  return converted as Type;
}
