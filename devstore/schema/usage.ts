import {
  type DocumentNode,
  getNamedType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";

/** What a set of documents uses of a schema: fields by type, and every type that these need. */
export type Usage = { fields: Map<string, Set<string>>; types: Set<string> };

/**
 * Collects used root fields, selected fields and the types they touch. Added to what is selected: `id` wherever there is one, whole
 * connections with their page info, and every argument (that is not deprecated) with its input types.
 */
export function collectUsage(schema: GraphQLSchema, documents: DocumentNode[]): Usage {
  const usage: Usage = { fields: new Map(), types: new Set() };
  for (const document of documents) {
    const info = new TypeInfo(schema);
    visit(
      document,
      visitWithTypeInfo(info, {
        Field() {
          const parent = info.getParentType();
          const field = info.getFieldDef();
          if (parent && field && !field.name.startsWith("__")) useField(schema, usage, parent.name, field.name);
        },
        InlineFragment: () => touch(schema, usage, info.getType()),
        FragmentDefinition: () => touch(schema, usage, info.getType()),
        VariableDefinition: () => touch(schema, usage, info.getInputType()),
      }),
    );
  }
  touch(schema, usage, schema.getType("Node"));
  fillInterfaces(schema, usage);
  spreadInterfaceFields(schema, usage);
  return usage;
}

function touch(schema: GraphQLSchema, usage: Usage, type: Parameters<typeof getNamedType>[0]): void {
  const named: GraphQLNamedType | undefined = getNamedType(type) ?? undefined;
  if (!named || usage.types.has(named.name)) return;
  usage.types.add(named.name);
  if (isInputObjectType(named)) {
    for (const field of Object.values(named.getFields())) {
      if (field.deprecationReason === undefined || field.deprecationReason === null) touch(schema, usage, field.type);
    }
  }
  if (isObjectType(named) || isInterfaceType(named)) {
    const whole = named.name.endsWith("Connection") || named.name.endsWith("Edge") || named.name === "PageInfo";
    for (const field of Object.values(named.getFields())) {
      const always =
        field.name === "id" ||
        (whole && ["cursor", "edges", "node", "nodes", "pageInfo"].includes(field.name)) ||
        named.name === "PageInfo";
      if (always) useField(schema, usage, named.name, field.name);
    }
  }
}

function useField(schema: GraphQLSchema, usage: Usage, typeName: string, fieldName: string): void {
  const type = schema.getType(typeName);
  const fields = usage.fields.get(typeName) ?? new Set<string>();
  usage.fields.set(typeName, fields);
  if (fields.has(fieldName) || !isCompositeType(type) || !("getFields" in type)) return;
  fields.add(fieldName);
  touch(schema, usage, type);
  const field = type.getFields()[fieldName];
  if (!field) return;
  touch(schema, usage, field.type);
  for (const argument of field.args) if (!argument.deprecationReason) touch(schema, usage, argument.type);
}

/** An interface of which only members' fields are selected keeps those that it has too: GraphQL allows none without fields. */
function fillInterfaces(schema: GraphQLSchema, usage: Usage): void {
  for (const name of [...usage.types]) {
    const type = schema.getType(name);
    if (!isInterfaceType(type) || (usage.fields.get(name)?.size ?? 0) > 0) continue;
    const selected = schema.getPossibleTypes(type).flatMap((member) => [...(usage.fields.get(member.name) ?? [])]);
    for (const field of selected) if (field in type.getFields()) useField(schema, usage, name, field);
  }
}

/** An object that stays must have the fields of the interfaces that stay. */
function spreadInterfaceFields(schema: GraphQLSchema, usage: Usage): void {
  for (const name of [...usage.types]) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    for (const implemented of type.getInterfaces()) {
      if (!usage.types.has(implemented.name)) continue;
      for (const field of usage.fields.get(implemented.name) ?? []) useField(schema, usage, name, field);
    }
  }
}

/** Unions and interfaces of which no member stays; a document that selects one must say which member it reads. */
export function emptyAbstractTypes(schema: GraphQLSchema, usage: Usage): string[] {
  return [...usage.types].filter((name) => {
    const type = schema.getType(name);
    return isAbstractType(type) && !schema.getPossibleTypes(type).some((member) => usage.types.has(member.name));
  });
}
