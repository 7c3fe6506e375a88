import { collectionView } from "#devstore/admin-api/views/product.ts";
import { gid } from "#devstore/store/ids.ts";
import type { Store } from "#devstore/store/store.ts";

/** A product or collection as App Bridge's resource picker gives it, as far as the stand-in goes. */
export type Resource = { id: string; title: string; handle: string };

const MOST = 250;

/** What the resource picker lists: by title, those whose title has all the words. Archived products are not in it. */
export function listResources(store: Store, type: "product" | "collection", query: string): Resource[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return (type === "product" ? products(store) : collections(store))
    .filter(({ title }) => words.every((word) => title.toLowerCase().includes(word)))
    .toSorted((a, b) => a.title.localeCompare(b.title, "en"))
    .slice(0, MOST);
}

function products(store: Store): Resource[] {
  return store.products
    .filter(({ status }) => status !== "ARCHIVED")
    .map(({ id, title, handle }) => ({ id: gid("Product", id), title, handle }));
}

function collections(store: Store): Resource[] {
  const refs = new Set(store.products.flatMap((product) => product.collections));
  return [...refs].map((ref) => {
    const { id, title } = collectionView(ref);
    return { id, title, handle: title.toLowerCase().replaceAll(/\W+/g, "-") };
  });
}
