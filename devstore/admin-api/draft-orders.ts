import type { DraftOrderRecord } from "../store/draft-order.ts";
import { parseGid } from "../store/ids.ts";
import { orderTotals } from "../store/order-money.ts";
import { compareIds, connection, type PageArgs } from "./connection.ts";
import type { CallContext } from "./context.ts";
import { equals, evaluate, unknownFields } from "./search/evaluate.ts";
import { parseSearch, printSearch, type Term } from "./search/parse.ts";
import type { RootFields } from "./resolvers.ts";
import { draftOrderView } from "./views/draft-order.ts";

const byField: Record<string, (draft: DraftOrderRecord, term: Term) => boolean> = {
  tag: (draft, term) => tagsOf(draft).some((tag) => equals(tag, term)),
  tag_not: (draft, term) => !tagsOf(draft).some((tag) => equals(tag, term)),
  status: (draft, term) => equals(draft.completed ? "completed" : "open", term),
  customer_id: (draft, term) => equals(draft.preview.customer?.id ?? null, term),
  name: (draft, term) => equals(draft.name, term) || equals(draft.name.replace("#", ""), term),
  id: (draft, term) => compareIds(draft.id, term.value) === 0,
};

const sorts: Record<string, (draft: DraftOrderRecord) => string | number> = {
  ID: () => 0,
  NUMBER: (draft) => Number(/\d+/.exec(draft.name)?.[0] ?? 0),
  STATUS: (draft) => (draft.completed ? 1 : 0),
  TOTAL_PRICE: (draft) => orderTotals(draft.preview, draft.preview.createdAt).total,
  UPDATED_AT: (draft) => draft.completed?.at ?? draft.createdAt,
};

function tagsOf(draft: DraftOrderRecord): string[] {
  return draft.contents.tags ?? [];
}

function fits(draft: DraftOrderRecord, term: Term): boolean | null {
  if (term.field === null)
    return [draft.name, draft.preview.email, ...tagsOf(draft)].some((text) => equals(text, term));
  return Object.hasOwn(byField, term.field) ? (byField[term.field]?.(draft, term) ?? null) : null;
}

/** Shows a draft to a query. The first look finds it still being calculated; the next finds it ready. */
function look(draft: DraftOrderRecord, context: CallContext) {
  const view = draftOrderView(draft, context);
  draft.seen = true;
  return view;
}

type SearchArgs = PageArgs & { query?: string | null; sortKey?: string | null };

/** Draft orders for the query root: `draftOrder(id)` and `draftOrders(query: "tag:…")`. */
export const draftOrderQueries: RootFields = {
  draftOrder: (args: { id: string }, context) => {
    const draft = context.store.drafts.find((item) => item.id === parseGid(args.id)?.number);
    return draft && draft.createdAt <= context.now ? look(draft, context) : null;
  },
  draftOrders: (args: SearchArgs, context, info) => {
    const search = parseSearch(args.query ?? "");
    if (args.query) {
      const unknown = unknownFields(search, (field) => Object.hasOwn(byField, field));
      const warnings = unknown.map((field) => ({ field, message: "Invalid search field for this query." }));
      context.searches.push({ path: [info.path.key], query: args.query, parsed: printSearch(search), warnings });
    }
    const found = context.store.drafts.filter(
      (draft) =>
        draft.createdAt <= context.now && (search === null || (evaluate(search, (term) => fits(draft, term)) ?? true)),
    );
    const value = sorts[args.sortKey ?? "ID"] ?? (() => 0);
    return connection(found, args, { id: (draft) => draft.id, value }, (draft) => look(draft, context));
  },
};
