import { GraphQLError } from "graphql";
import type { Actor } from "../store/book.ts";
import type { ProtectedSubjectData } from "../store/shop-schema.ts";
import type { Store } from "../store/store.ts";
import type { Views } from "./views/views.ts";

/** Our app as Shopify knows it; the theme's settings and holds refer to it. */
export type AppIdentity = { id: string; handle: string; title: string; embedBlock: string; extensionUid: string };

type SearchWarning = { field: string; message: string };

/** What one call's resolvers share. Everything is read as of `now`, which does not move during the call. */
export type CallContext = {
  store: Store;
  /** UTC instant, comparable as text. */
  now: string;
  scopes: ReadonlySet<string>;
  /** Kinds of protected customer data this app may not see in this shop. */
  hidden: ReadonlySet<ProtectedSubjectData>;
  /** Orders made before this cannot be read (60 days, without read_all_orders), or null. */
  ordersSince: string | null;
  app: AppIdentity;
  views: Views;
  /** Points spent so far, and a note of each searched connection for `extensions.search`. */
  spent: { points: number; fields: Map<string, number> | null };
  searches: { path: (string | number)[]; query: string; parsed: string; warnings: SearchWarning[] }[];
  idempotent: Map<string, { input: string; result: unknown }>;
  /** Who is calling, for the book. */
  by: Actor;
  /** Jobs begun by this call come to nothing. */
  jobFails: boolean;
};

/** An error as Shopify words it: a code in the extensions. */
export function apiError(code: string, message: string, more: Record<string, unknown> = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...more } });
}
