import type { TypedDocumentNode } from "@graphql-typed-document-node/core";

/** What one Admin API call cost, in points, as Shopify reported it. */
export type AdminCost = { requested: number; actual: number; available: number; restoreRate: number };

/** A field that came back null with an error of its own, such as protected customer data that was not approved. */
export type FieldError = { path: string; code: string; message: string };

/**
 * The outcome of one Admin API call, after pacing and retries.
 *
 * `at` is Shopify's own time from the response's `Date` header: facts are judged by the clock of the system
 * that holds them, so a wrong clock on this machine never makes an order late.
 */
export type AdminOutcome<Data> =
  | { kind: "ok"; data: Data; at: Date; cost: AdminCost | null; fieldErrors: FieldError[] }
  | { kind: "denied"; message: string }
  | { kind: "invalid"; message: string }
  | { kind: "unavailable"; why: "throttled" | "server" | "network" | "deadline" | "not_installed"; message: string };

export type AdminCallOptions = {
  /** Cancels the call, retries included. */
  signal?: AbortSignal;
  /** Most milliseconds to spend, retries and pacing included. */
  deadlineMs?: number;
};

/** One shop's Admin GraphQL API. */
export interface AdminClient {
  readonly shop: string;
  run<Data, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    options?: AdminCallOptions,
  ): Promise<AdminOutcome<Data>>;
}
