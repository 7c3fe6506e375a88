import { parseGid } from "../../store/ids.ts";
import type { OrderRecord } from "../../store/records.ts";
import type { CallContext } from "../context.ts";
import { apiError } from "../context.ts";
import { idempotent, type UserError, userError } from "../mutations.ts";
import { record } from "../record.ts";
import type { RootFields } from "../resolvers.ts";
import { mayRead } from "../views/readable.ts";
import { type AddressInput, addressLines, readAddress } from "./address-input.ts";
import { cleanTags, tagErrors } from "./tags.ts";

type OrderInput = {
  id: string;
  shippingAddress?: AddressInput | null;
  tags?: string[] | null;
  note?: string | null;
  email?: string | null;
  phone?: string | null;
  poNumber?: string | null;
  customAttributes?: { key: string; value: string }[] | null;
  metafields?: unknown[] | null;
  localizedFields?: unknown[] | null;
};

/** What `orderUpdate` overwrites as it is given. Its address and tags are checked first. */
const plainFields = ["note", "email", "phone", "poNumber", "customAttributes"] as const;

/** Finds the order of a GID of the right type, if the app may read it. */
export function orderFor(id: string, context: CallContext): OrderRecord | null {
  const order = parseGid(id)?.type === "Order" ? context.store.order(id) : null;
  return order && mayRead(order, context) ? order : null;
}

export const orderMutations: RootFields = {
  /** Shopify has no guard here: the address of an order that has shipped changes too, and no shipping is charged anew. */
  orderUpdate: idempotent(({ input }: { input: OrderInput }, context) => {
    const order = orderFor(input.id, context);
    if (!order) return { order: null, userErrors: [userError(["id"], "Order does not exist")] };
    if (input.metafields || input.localizedFields) throw apiError("BAD_REQUEST", "The devstore keeps no such fields.");
    const errors: UserError[] = input.tags ? tagErrors(cleanTags(input.tags), ["tags"]) : [];
    const address = input.shippingAddress ? readAddress(input.shippingAddress) : null;
    if (address?.kind === "refused") errors.push(...address.errors);
    if (errors.length > 0) return { order: context.views.order(order, context), userErrors: errors };

    const fields = plainFields.filter((field) => input[field] !== undefined);
    context.store.change(order, context.now, () => {
      if (address?.kind === "address") {
        const before = addressLines(order.shippingAddress);
        order.shippingAddress = address.address;
        const after = addressLines(order.shippingAddress);
        record(context, "orderUpdate", { order }, { kind: "address", before, after });
      }
      if (input.tags) {
        order.tags = cleanTags(input.tags);
        record(context, "orderUpdate", { order }, { kind: "tags", tags: order.tags, of: input.id });
      }
      if (fields.length === 0) return;
      const { note = order.note, email = order.email, phone = order.phone, poNumber = order.poNumber } = input;
      Object.assign(order, { note, email, phone, poNumber });
      if (input.customAttributes) order.customAttributes = input.customAttributes;
      record(context, "orderUpdate", { order }, { kind: "order_fields", fields });
    });
    return { order: context.views.order(order, context), userErrors: [] };
  }),

  tagsAdd: idempotent(({ id, tags }: { id: string; tags: string[] }, context) => {
    const order = orderFor(id, context);
    const customer = parseGid(id)?.type === "Customer" ? context.store.customer(id) : null;
    const target = order ?? customer;
    if (!target) return { node: null, userErrors: [userError(["id"], "Resource does not exist")] };
    const all = cleanTags([...target.tags, ...tags]);
    const errors = tagErrors(all, ["tags"]);
    if (errors.length > 0) return { node: null, userErrors: errors };
    const write = () => {
      target.tags = all;
      record(context, "tagsAdd", order ? { order } : { customer }, { kind: "tags", tags: all, of: id });
    };
    if (order) context.store.change(order, context.now, write);
    else write();
    const node = order ? context.views.order(order, context) : customer && context.views.customer(customer, context);
    return { node, userErrors: [] };
  }),
};
