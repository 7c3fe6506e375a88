import { join } from "node:path";
import type { AdminApi } from "#devstore/admin-api/admin-api.ts";
import { readOperation } from "#devstore/schema/documents.ts";
import type { Store } from "#devstore/store/store.ts";

/** What a member of staff may do: everything. */
const staffScopes = [
  "all_orders",
  "customers",
  "draft_orders",
  "locations",
  "merchant_managed_fulfillment_orders",
  "order_edits",
  "orders",
  "products",
  "returns",
  "store_credit_account_transactions",
  "store_credit_accounts",
  "themes",
  "third_party_fulfillment_orders",
].flatMap((name) => [`read_${name}`, `write_${name}`]);

const root = join(import.meta.dirname, "..", "..");

/** The document itself, or the app's document that holds the operation of this name. */
function documentOf(operation: string): string {
  if (!/^\w+$/.test(operation)) return operation;
  const text = readOperation(root, operation);
  if (text === null) throw new RangeError(`"${operation}" is no operation of the app's documents`);
  return text;
}

/** Runs an operation of the Admin API as a member of staff; the book says so. No fault and no limit of the app's stands in the way. */
export function asStaff(
  api: AdminApi,
  store: Store,
  { operation, variables, operationName }: { operation: string; variables: object; operationName?: string | undefined },
): Record<string, unknown> {
  const query = documentOf(operation);
  const auth = { shop: store.shop.domain, scopes: staffScopes, app: "staff" };
  const { body } = api.handle({ auth, query, variables, operationName, by: "staff" });
  const { data, errors } = body;
  return { ...(data === undefined ? {} : { data }), ...(errors === undefined ? {} : { errors }) };
}
