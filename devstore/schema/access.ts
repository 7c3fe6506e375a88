import type { Usage } from "./usage.ts";
import type { SchemaSource } from "./source.ts";

/** Who may read what, for the types and fields that the pruned schema keeps. */
export type Access = {
  /** By type, and by "Type.field": groups of scopes; one scope of every group is needed. */
  scopes: Record<string, string[][]>;
  /** By "Type.field": the kind of protected customer data it shows. */
  protectedData: Record<string, "name" | "address" | "phone" | "email">;
  /** By "Type.field(argument)" and "Input.field": the GID types it takes. */
  gidTypes: Record<string, string[]>;
};

export function accessOf(source: SchemaSource, usage: Usage): Access {
  const access: Access = { scopes: {}, protectedData: {}, gidTypes: {} };
  const keeps = (type: string, field?: string) =>
    field === undefined ? usage.types.has(type) : (usage.fields.get(type)?.has(field) ?? false);
  for (const item of source.scopes) {
    const groups = scopeGroups(item.requiredAccess ?? "", item.offlineScopes);
    if (groups.length === 0 || !keeps(item.typeName, item.fieldName)) continue;
    access.scopes[item.fieldName === undefined ? item.typeName : `${item.typeName}.${item.fieldName}`] = groups;
  }
  for (const type of source.types) {
    for (const field of type.fields ?? []) {
      if (!keeps(type.name, field.name)) continue;
      if (field.protectedContent) access.protectedData[`${type.name}.${field.name}`] = field.protectedContent;
      for (const argument of field.args ?? []) {
        if (argument.gidTypes?.length)
          access.gidTypes[`${type.name}.${field.name}(${argument.name})`] = argument.gidTypes;
      }
    }
    if (!usage.types.has(type.name)) continue;
    for (const field of type.inputFields ?? []) {
      if (field.gidTypes?.length) access.gidTypes[`${type.name}.${field.name}`] = field.gidTypes;
    }
  }
  return {
    scopes: sorted(access.scopes),
    protectedData: sorted(access.protectedData),
    gidTypes: sorted(access.gidTypes),
  };
}

/**
 * Shopify's list is any-of, except that "Also: requires …" adds a further demand, which the text alone tells apart.
 * Sentences that name no scope speak of a user's permissions, which offline tokens do not have.
 */
function scopeGroups(text: string, offlineScopes: string[]): string[][] {
  if (offlineScopes.length === 0) return [];
  const known = new Set(offlineScopes);
  const groups = text
    .split(/Also:/)
    .map((part) =>
      [...part.matchAll(/`([a-z_]+)`/g)].flatMap((match) =>
        match[1] !== undefined && known.has(match[1]) ? [match[1]] : [],
      ),
    )
    .filter((group) => group.length > 0);
  return groups.length > 0 ? groups : [offlineScopes];
}

function sorted<Value>(record: Record<string, Value>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
