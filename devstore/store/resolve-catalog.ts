import type { Ref } from "./fields.ts";
import { numericId } from "./ids.ts";
import { StoreFileError } from "./load.ts";
import { toMinor } from "./money.ts";
import type { CustomerRecord, LocationRecord, ProductRecord, VariantRecord } from "./records.ts";
import { variantSchema } from "./shop-schema.ts";
import type { StoreFile } from "./schema.ts";

/** Everything orders refer to, found by the ids of the store file. */
export type Catalog = {
  locations: LocationRecord[];
  primaryLocation: LocationRecord;
  products: ProductRecord[];
  customers: CustomerRecord[];
  location(ref: Ref, place: string): LocationRecord;
  variant(ref: Ref, place: string): VariantRecord;
  customer(ref: Ref, place: string): CustomerRecord;
};

export function resolveCatalog(file: StoreFile): Catalog {
  const locations = file.locations.map((location): LocationRecord => ({
    ...location,
    id: numericId("Location", location.id),
    key: String(location.id),
  }));
  const byLocation = uniqueIndex(locations, (location) => location.key, "locations");
  const primaryLocation = locations.find((location) => location.primary) ?? locations[0];
  if (!primaryLocation) throw new StoreFileError("locations: at least one location is needed");

  const products = file.products.map((product) => resolveProduct(product, file.shop.currencyCode, byLocation));
  uniqueIndex(products, (product) => product.key, "products");
  const variants = new Map<string, VariantRecord>();
  for (const variant of products.flatMap((product) => product.variants)) {
    if (variant.sku !== null && !variants.has(variant.sku)) variants.set(variant.sku, variant);
  }
  for (const variant of products.flatMap((product) => product.variants)) variants.set(variant.key, variant);

  const customers = file.customers.map((customer): CustomerRecord => ({
    ...customer,
    id: numericId("Customer", customer.id),
    key: String(customer.id),
    creditTransactions: [],
  }));
  const byCustomer = uniqueIndex(customers, (customer) => customer.key, "customers");
  return {
    locations,
    primaryLocation,
    products,
    customers,
    location: (ref, place) => known(byLocation, ref, place, "location"),
    variant: (ref, place) => known(variants, ref, place, "variant (by id or SKU)"),
    customer: (ref, place) => known(byCustomer, ref, place, "customer"),
  };
}

function resolveProduct(
  product: StoreFile["products"][number],
  currency: string,
  locations: Map<string, LocationRecord>,
): ProductRecord {
  const key = String(product.id);
  const record: ProductRecord = {
    ...product,
    id: numericId("Product", product.id),
    key,
    handle: product.handle ?? handleOf(product.title),
    variants: [],
  };
  const variants = product.variants.length > 0 ? product.variants : [variantSchema.parse({})];
  record.variants = variants.map((variant, index): VariantRecord => {
    const ref = variant.id ?? variant.sku ?? (variants.length === 1 ? product.id : `${key}-${index + 1}`);
    const price = variant.price ?? product.price;
    if (price === undefined)
      throw new StoreFileError(`products (${key}).variants[${index}]: a price is needed here or on the product`);
    return {
      ...variant,
      id: numericId("ProductVariant", ref),
      key: String(ref),
      product: record,
      title: variant.options.length > 0 ? variant.options.join(" / ") : "Default Title",
      position: index + 1,
      price: toMinor(price, currency),
      requiresShipping: product.giftCard ? false : (variant.requiresShipping ?? product.requiresShipping),
      inventory: new Map(
        Object.entries(variant.inventory).map(([location, units]) => [
          known(locations, location, `products (${key}).variants[${index}].inventory`, "location"),
          units,
        ]),
      ),
    };
  });
  return record;
}

function handleOf(title: string): string {
  return title
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

export function uniqueIndex<Item>(items: Item[], keyOf: (item: Item) => string, place: string): Map<string, Item> {
  const index = new Map<string, Item>();
  for (const item of items) {
    const key = keyOf(item);
    if (index.has(key)) throw new StoreFileError(`${place}: the id "${key}" is used twice`);
    index.set(key, item);
  }
  return index;
}

export function known<Item>(index: Map<string, Item>, ref: Ref, place: string, what: string): Item {
  const item = index.get(String(ref));
  if (item === undefined) throw new StoreFileError(`${place}: there is no ${what} "${ref}"`);
  return item;
}
