import { type GraphQLSchema, getDirectiveValues } from "graphql";
import { apiError, type CallContext } from "./context.ts";
import type { RootField } from "./resolvers.ts";

/** What Shopify answers inside a mutation's payload when the input cannot be accepted: HTTP 200, nothing done. */
export type UserError = { field: string[] | null; message: string; code?: string | null };

export function userError(field: string[] | null, message: string, code: string | null = null): UserError {
  return { field, message, code };
}

/** Mutations that Shopify refuses without `@idempotent(key:)` since 2026-04. */
const needsKey: ReadonlySet<string> = new Set([
  "refundCreate",
  "inventoryActivate",
  "inventoryAdjustQuantities",
  "inventoryMoveQuantities",
  "inventorySetOnHandQuantities",
  "inventorySetQuantities",
  "locationActivate",
  "locationDeactivate",
]);

/** The key of `@idempotent(key:)` on the field being resolved, or null. */
function idempotencyKey(schema: GraphQLSchema, info: Parameters<RootField>[2]): string | null {
  const directive = schema.getDirective("idempotent");
  const node = info.fieldNodes[0];
  const key = directive && node ? getDirectiveValues(directive, node, info.variableValues)?.["key"] : undefined;
  return typeof key === "string" ? key : null;
}

/**
 * Makes a mutation honest about idempotency: the same key with the same input replays the first result, with another input it is refused,
 * and where Shopify demands a key its absence is an error.
 */
export function idempotent(run: (args: never, context: CallContext) => unknown): RootField {
  return (args, context, info) => {
    const key = idempotencyKey(info.schema, info);
    if (key === null) {
      if (needsKey.has(info.fieldName)) {
        throw apiError(
          "BAD_REQUEST",
          `The @idempotent directive is required for this mutation but was not provided: ${info.fieldName}`,
        );
      }
      return run(args, context);
    }
    if (key.trim() === "") throw apiError("BAD_REQUEST", "The idempotency key cannot be blank.");
    const input = JSON.stringify(args);
    const name = `${info.fieldName}/${key}`;
    const earlier = context.idempotent.get(name);
    if (earlier && earlier.input !== input) {
      throw apiError(
        "IDEMPOTENCY_KEY_PARAMETER_MISMATCH",
        "The same idempotency key cannot be used with different parameters.",
      );
    }
    if (earlier) return earlier.result;
    const result = run(args, context);
    context.idempotent.set(name, { input, result });
    return result;
  };
}
