import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { parseGid } from "../store/ids.ts";
import { type CallContext, apiError } from "./context.ts";

const accessSchema = z.object({
  scopes: z.record(z.string(), z.array(z.array(z.string()))),
  protectedData: z.record(z.string(), z.enum(["name", "address", "phone", "email"])),
  gidTypes: z.record(z.string(), z.array(z.string())),
});
export type Access = z.infer<typeof accessSchema>;

/** What the schema's data leaves out, or says of a user's permissions and not of an app's. */
const corrections: Pick<Access, "scopes" | "gidTypes"> = {
  scopes: {
    "Mutation.refundCreate": [["write_orders"]],
    "Mutation.tagsAdd": [["write_orders", "write_draft_orders", "write_customers", "write_products"]],
    "Mutation.orderUpdate": [["write_orders"]],
  },
  gidTypes: {
    "Mutation.storeCreditAccountCredit(id)": ["StoreCreditAccount", "Customer", "CompanyLocation"],
  },
};

export function readAccess(): Access {
  const file = join(import.meta.dirname, "..", "schema", "access.json");
  const access = accessSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  return {
    ...access,
    scopes: { ...access.scopes, ...corrections.scopes },
    gidTypes: { ...access.gidTypes, ...corrections.gidTypes },
  };
}

/** Throws ACCESS_DENIED, as Shopify words it, unless every group has a scope that was granted. */
export function requireScopes(groups: string[][], fieldName: string, context: CallContext): void {
  for (const group of groups) {
    if (group.some((scope) => context.scopes.has(scope))) continue;
    const requiredAccess =
      groups.map((scopes) => scopes.map((scope) => `\`${scope}\``).join(" or ")).join(" and ") + " access scope.";
    throw apiError("ACCESS_DENIED", `Access denied for ${fieldName} field. Required access: ${requiredAccess}`, {
      documentation: "https://shopify.dev/api/usage/access-scopes",
      requiredAccess,
    });
  }
}

export function requireApproval(
  kind: "name" | "address" | "phone" | "email",
  fieldName: string,
  context: CallContext,
): void {
  if (!context.hidden.has(kind)) return;
  throw apiError(
    "ACCESS_DENIED",
    `This app is not approved to use the ${fieldName} field. See https://shopify.dev/docs/apps/launch/protected-customer-data for more details.`,
    { documentation: "https://shopify.dev/docs/apps/launch/protected-customer-data" },
  );
}

/** Throws when an id is no GID or one of the wrong type. */
export function requireGid(value: unknown, types: string[]): void {
  if (Array.isArray(value)) {
    for (const item of value) requireGid(item, types);
  } else if (typeof value === "string") {
    const parsed = parseGid(value);
    if (!parsed) throw apiError("argumentLiteralsIncompatible", `Invalid global id '${value}'`);
    if (!types.includes(parsed.type)) throw apiError("RESOURCE_NOT_FOUND", `Invalid id: ${value}`);
  }
}
