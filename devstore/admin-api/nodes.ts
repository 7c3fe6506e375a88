import { numericId, parseGid } from "../store/ids.ts";
import type { CallContext } from "./context.ts";
import type { RootFields } from "./resolvers.ts";
import { customerView } from "./views/customer.ts";
import { orderView } from "./views/order.ts";
import { collectionView, productView, variantView } from "./views/product.ts";
import { mayRead } from "./views/readable.ts";

/** How each type of node is found by its GID. Its view says its `__typename`. */
const finders: Record<string, (id: string, context: CallContext) => object | null> = {
  Order: (id, context) => {
    const order = context.store.order(id);
    return order && mayRead(order, context) ? orderView(order, context) : null;
  },
  Customer: (id, context) => {
    const customer = context.store.customer(id);
    return customer ? customerView(customer, context) : null;
  },
  /** A collection exists as long as a product is in it. */
  Collection: (id, context) => {
    const number = parseGid(id)?.number;
    const ref = context.store.products
      .flatMap(({ collections }) => collections)
      .find((one) => numericId("Collection", one) === number);
    return ref === undefined ? null : collectionView(ref);
  },
  Product: (id, context) => {
    const product = context.store.product(id);
    return product ? productView(product, context) : null;
  },
  ProductVariant: (id, context) => {
    const variant = context.store.variant(id);
    return variant ? variantView(variant, context) : null;
  },
};

export const nodeQueries: RootFields = {
  /** In the order of the ids; null for each that names nothing. */
  nodes: ({ ids }: { ids: string[] }, context) =>
    ids.map((id) => finders[parseGid(id)?.type ?? ""]?.(id, context) ?? null),
  /** Asking moves a job on: `store/jobs.ts`. */
  job: ({ id }: { id: string }, context) => {
    const done = context.store.jobs.ask(parseGid(id)?.number ?? "");
    return done === null ? null : { id, done };
  },
  storeCreditConfiguration: (_args, context) => ({ storeCreditEnabled: context.store.shop.storeCreditEnabled }),
};
