import { randomUUID } from "node:crypto";
import {
  execute,
  type ExecutionResult,
  getOperationAST,
  type GraphQLError,
  type GraphQLSchema,
  OperationTypeNode,
} from "graphql";
import type { Actor } from "../store/book.ts";
import type { ProtectedSubjectData } from "../store/shop-schema.ts";
import type { Store } from "../store/store.ts";
import { toInstant } from "../store/clock.ts";
import { Bucket } from "./bucket.ts";
import { apiError, type AppIdentity, type CallContext } from "./context.ts";
import { maxQueryCost, requestedCost } from "./cost.ts";
import { createDocuments, type Prepared } from "./documents.ts";
import { executableSchema } from "./schema.ts";
import { allViews } from "./views/all-views.ts";

export type AdminApiOptions = {
  app?: Partial<AppIdentity>;
  schema?: GraphQLSchema;
  /** Leaves the bucket full, for benchmarks that would only measure Shopify's patience. */
  unthrottled?: boolean;
  /** Milliseconds of this machine, for the leaky bucket. */
  realNow?: () => number;
};

/** Whom a valid access token belongs to; the OAuth side knows, and says null for an invalid one. */
export type AdminAuth = { shop: string; scopes: readonly string[]; app?: string };

export type AdminRequest = {
  auth: AdminAuth | null;
  query: unknown;
  variables?: unknown;
  operationName?: unknown;
  /** `Shopify-GraphQL-Cost-Debug: 1`. */
  debugCost?: boolean;
  /** Faults that only the API can act out. */
  throttle?: boolean;
  hideProtected?: readonly ProtectedSubjectData[];
  denyScopes?: readonly string[];
  jobFails?: boolean;
  /** Default: the app. */
  by?: Actor;
};

type AdminCost = { requested: number; actual: number | null };
type AdminResponse = {
  status: number;
  headers: Record<string, string>;
  body: Record<string, unknown>;
  /** For the call log. */
  operation: string | null;
  cost: AdminCost | null;
};

export type AdminApi = { handle(request: AdminRequest): AdminResponse };

const defaultApp: AppIdentity = {
  id: "7700000000001",
  handle: "wherewithal",
  title: "Wherewithal",
  embedBlock: "chat",
  extensionUid: "0197b1c2-5b6e-7c10-9f60-4c8f4e1f2a11",
};
const orderWindowMs = 60 * 86_400_000;

/** The Admin GraphQL API of one shop. `handle` is synchronous and does all but HTTP. */
export function createAdminApi(store: Store, options: AdminApiOptions = {}): AdminApi {
  const app = { ...defaultApp, ...options.app };
  const schema = options.schema ?? executableSchema();
  const documents = createDocuments(schema);
  const buckets = new Map<string, Bucket>();
  const idempotent: CallContext["idempotent"] = new Map();
  const realNow = options.realNow ?? (() => performance.now());

  function bucketOf(auth: AdminAuth): Bucket {
    const key = `${auth.shop}/${auth.app ?? app.handle}`;
    let bucket = buckets.get(key);
    if (!bucket) buckets.set(key, (bucket = new Bucket(store.shop.plan, realNow)));
    return bucket;
  }

  function contextOf(request: AdminRequest, auth: AdminAuth): CallContext {
    const scopes = withImplied(new Set(auth.scopes));
    for (const denied of request.denyScopes ?? []) scopes.delete(denied);
    const kinds: ProtectedSubjectData[] = ["name", "address", "phone", "email"];
    return {
      store,
      now: store.nowInstant(),
      scopes,
      hidden: new Set(kinds.filter((kind) => !store.shop.protectedData[kind] || request.hideProtected?.includes(kind))),
      ordersSince: scopes.has("read_all_orders") ? null : toInstant(store.clock.now() - orderWindowMs),
      app,
      views: allViews,
      spent: { points: 0, fields: request.debugCost ? new Map() : null },
      searches: [],
      idempotent,
      by: request.by ?? "app",
      jobFails: request.jobFails ?? false,
    };
  }

  return {
    handle(request) {
      const answer = (
        status: number,
        body: Record<string, unknown>,
        operation: string | null = null,
        cost: AdminCost | null = null,
      ) => ({
        status,
        headers: headersOf(store),
        body,
        operation,
        cost,
      });
      const { auth, query } = request;
      if (auth === null || auth.shop !== store.shop.domain) {
        return answer(401, { errors: "[API] Invalid API key or access token (unrecognized login or wrong password)" });
      }
      if (typeof query !== "string" || query === "")
        return answer(400, { errors: { query: "Required parameter missing or invalid" } });
      const variables = request.variables ?? {};
      if (typeof variables !== "object" || Array.isArray(variables))
        return answer(400, { errors: { variables: "must be an object" } });
      const parsed = documents(query);
      if (parsed.kind === "errors") return answer(200, { errors: shown(parsed.errors) }, nameOf(request.operationName));
      const operation = getOperationAST(parsed.prepared.document, nameOf(request.operationName));
      if (!operation) return answer(200, { errors: shown([apiError("BAD_REQUEST", "An operation name is required")]) });
      const name = operation.name?.value ?? null;

      const bucket = bucketOf(auth);
      const priced = priceOf(parsed.prepared, operation, variables as Record<string, unknown>);
      if (priced.kind === "errors") return answer(200, { errors: shown(priced.errors) }, name);
      const requested = priced.points;
      const cost = (actual: number | null) => ({
        requestedQueryCost: requested,
        actualQueryCost: actual,
        throttleStatus: bucket.status(),
      });
      if (requested > maxQueryCost) {
        return answer(200, { errors: shown([tooDear(requested)]), extensions: { cost: cost(null) } }, name, {
          requested,
          actual: null,
        });
      }
      if (request.throttle) bucket.empty();
      if (request.throttle || !bucket.take(options.unthrottled ? 0 : requested)) {
        return answer(200, { errors: shown([throttled()]), extensions: { cost: cost(null) } }, name, {
          requested,
          actual: null,
        });
      }

      const context = contextOf(request, auth);
      const result = run(schema, parsed.prepared, variables as Record<string, unknown>, name, context);
      const actual = Math.min(
        requested,
        context.spent.points + (operation.operation === OperationTypeNode.MUTATION ? 10 : 0),
      );
      bucket.giveBack(options.unthrottled ? 0 : requested - actual);
      const body: Record<string, unknown> = {};
      if (result.errors) body["errors"] = shown(result.errors);
      if (result.data !== undefined) body["data"] = result.data;
      body["extensions"] = {
        cost: {
          ...cost(actual),
          ...(context.spent.fields
            ? { fields: [...context.spent.fields].map(([path, points]) => ({ path, points })) }
            : {}),
        },
        ...(context.searches.some((search) => search.warnings.length > 0) ? { search: context.searches } : {}),
      };
      return answer(200, body, name, { requested, actual });
    },
  };

  function priceOf(
    prepared: Prepared,
    operation: Parameters<typeof requestedCost>[1],
    variables: Record<string, unknown>,
  ): { kind: "priced"; points: number } | { kind: "errors"; errors: GraphQLError[] } {
    try {
      const defaults = Object.fromEntries(
        (operation.variableDefinitions ?? []).flatMap((definition) =>
          definition.defaultValue && "value" in definition.defaultValue
            ? [[definition.variable.name.value, literal(definition.defaultValue)]]
            : [],
        ),
      );
      return {
        kind: "priced",
        points: requestedCost(
          { schema, fragments: prepared.fragments, variables: { ...defaults, ...variables } },
          operation,
        ),
      };
    } catch (error) {
      if (isGraphQLError(error)) return { kind: "errors", errors: [error] };
      throw error;
    }
  }
}

function literal(node: { kind: string; value?: unknown }): unknown {
  return node.kind === "IntValue" || node.kind === "FloatValue" ? Number(node.value) : node.value;
}

function isGraphQLError(error: unknown): error is GraphQLError {
  return error instanceof Error && error.name === "GraphQLError";
}

function run(
  schema: GraphQLSchema,
  prepared: Prepared,
  variableValues: Record<string, unknown>,
  operationName: string | null,
  contextValue: CallContext,
): ExecutionResult {
  const result = execute({ schema, document: prepared.document, variableValues, operationName, contextValue });
  if (result instanceof Promise) throw new Error("the devstore's resolvers do not wait");
  return result;
}

/** A write scope lets an app read the same things. */
function withImplied(scopes: Set<string>): Set<string> {
  for (const scope of [...scopes]) if (scope.startsWith("write_")) scopes.add(scope.replace("write_", "read_"));
  return scopes;
}

function nameOf(operationName: unknown): string | null {
  return typeof operationName === "string" && operationName !== "" ? operationName : null;
}

/** `Date` is the shop's time: the app judges orders by it. */
function headersOf(store: Store): Record<string, string> {
  return {
    "content-type": "application/json; charset=utf-8",
    date: store.now().toUTCString(),
    "x-request-id": randomUUID(),
    "x-shopify-api-version": "2026-07",
  };
}

function shown(errors: readonly GraphQLError[]) {
  return errors.map((error) => error.toJSON());
}

function tooDear(points: number): GraphQLError {
  return apiError(
    "MAX_COST_EXCEEDED",
    `Query cost is ${points}, which exceeds the single query max cost limit (${maxQueryCost}).`,
    {
      cost: points,
      maxCost: maxQueryCost,
      documentation: "https://shopify.dev/api/usage/rate-limits",
    },
  );
}

function throttled(): GraphQLError {
  return apiError("THROTTLED", "Throttled", { documentation: "https://shopify.dev/api/usage/rate-limits" });
}
