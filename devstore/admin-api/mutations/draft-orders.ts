import { type DraftOrderRecord, isReady } from "../../store/draft-order.ts";
import { toInstant } from "../../store/clock.ts";
import { gid, numericId, parseGid } from "../../store/ids.ts";
import { toDecimal } from "../../store/money.ts";
import { orderTotals } from "../../store/order-money.ts";
import type { LineRecord, OrderRecord, VariantRecord } from "../../store/records.ts";
import { commitRoutes, routeLines, shortOf } from "../../store/stock.ts";
import type { Store } from "../../store/store.ts";
import type { CallContext } from "../context.ts";
import { userError } from "../mutations.ts";
import { bookedUnits, bookedVariant, record } from "../record.ts";
import type { RootFields } from "../resolvers.ts";
import { calculatedDraftView, draftOrderView } from "../views/draft-order.ts";
import { type DraftOrderInput, readDraftInput } from "./draft-input.ts";

type InputArgs = { input: DraftOrderInput };
type CompleteArgs = { id: string; sourceName?: string | null };

/** Draft orders, of which a replacement is made. None of these can be repeated by an idempotency key. */
export const draftOrderMutations: RootFields = {
  draftOrderCalculate: ({ input }: InputArgs, context) => {
    const read = readDraftInput(input, context);
    return read.kind === "read"
      ? { calculatedDraftOrder: calculatedDraftView(read.preview), userErrors: [] }
      : { calculatedDraftOrder: null, userErrors: read.userErrors };
  },
  draftOrderCreate: ({ input }: InputArgs, context) => create(input, context),
  draftOrderComplete: (args: CompleteArgs, context) => complete(args, context),
  draftOrderDelete: ({ input }: { input: { id: string } }, context) => remove(input.id, context),
};

function create(input: DraftOrderInput, context: CallContext) {
  const { store, now } = context;
  const read = readDraftInput(input, context);
  if (read.kind === "refused") return { draftOrder: null, userErrors: read.userErrors };
  const until = input.reserveInventoryUntil ? toInstant(input.reserveInventoryUntil) : null;
  const short = until === null ? null : shortOf(store, read.preview.lineItems, now);
  if (short) return { draftOrder: null, userErrors: [userError(["reserveInventoryUntil"], outOfStock(short))] };
  const number = store.book.list().filter((entry) => entry.kind === "draft").length + 1;
  const draft: DraftOrderRecord = {
    id: numericId("DraftOrder", number, store.shop.domain),
    name: `#D${number}`,
    createdAt: now,
    contents: read.contents,
    preview: read.preview,
    reserveInventoryUntil: until,
    visibleToCustomer: input.visibleToCustomer ?? true,
    seen: false,
    completed: null,
  };
  store.drafts.push(draft);
  const { preview } = draft;
  record(
    context,
    "draftOrderCreate",
    { customer: preview.customer },
    {
      kind: "draft",
      draft: gid("DraftOrder", draft.id),
      name: draft.name,
      currency: preview.currency,
      total: toDecimal(orderTotals(preview, now).total, preview.currency),
      units: preview.lineItems.flatMap(({ variant, quantity }) => (variant ? [bookedVariant(variant, quantity)] : [])),
      tags: draft.contents.tags ?? [],
    },
  );
  return { draftOrder: draftOrderView(draft, context), userErrors: [] };
}

function complete({ id, sourceName }: CompleteArgs, context: CallContext) {
  const { store, now } = context;
  const refused = (message: string) => ({ draftOrder: null, userErrors: [userError(["id"], message)] });
  const draft = find(id, store);
  if (!draft) return refused("Draft order does not exist");
  if (draft.completed) return refused("Draft order has already been completed");
  if (!isReady(draft, now)) return refused("Draft order is still being calculated. Try again once it is ready");
  const gone = draft.preview.lineItems.find((line) => line.variant?.product.status === "ARCHIVED")?.variant;
  if (gone) return refused(`Product with ID ${gone.id} is no longer available.`);
  const short = shortOf(store, draft.preview.lineItems, now, draft);
  if (short) return refused(outOfStock(short));

  const order = placeOrder(draft, sourceName ?? null, context);
  draft.completed = { at: now, order };
  const value = order.lineItems.reduce((sum, line) => sum + line.unitPrice * line.quantity, 0);
  record(
    context,
    "draftOrderComplete",
    { order },
    {
      kind: "order_made",
      draft: gid("DraftOrder", draft.id),
      currency: order.currency,
      value: toDecimal(value, order.currency),
      total: toDecimal(orderTotals(order, now).total, order.currency),
      units: order.lineItems.map((line) => bookedUnits(line, line.quantity, line.unitPrice * line.quantity)),
      tags: order.tags,
    },
  );
  return { draftOrder: draftOrderView(draft, context), userErrors: [] };
}

/** Makes the order, sends what is shipped from where there is stock, and takes it from there. */
function placeOrder(draft: DraftOrderRecord, sourceName: string | null, { store, now }: CallContext): OrderRecord {
  const { contents, preview } = draft;
  const shipped = preview.lineItems.filter((line) => line.requiresShipping);
  const routes = routeLines(store, shipped);
  const order = store.addOrder({
    ...contents,
    ...(sourceName === null ? {} : { sourceName }),
    name: nextOrderName(store.orders),
    createdAt: now,
    ...(routes.length > 0 && {
      fulfillmentOrders: routes.map(({ location, shares }) => ({
        location: location.key,
        lines: shares.map(({ line, quantity }: { line: LineRecord; quantity: number }) => ({
          line: line.key,
          quantity,
        })),
      })),
    }),
  });
  commitRoutes(routes);
  return order;
}

/** One more than the highest number the shop will ever see: orders of the future have theirs already. */
function nextOrderName(orders: readonly OrderRecord[]): string {
  const last = orders.reduce<OrderRecord | null>(
    (most, order) => (most && most.number >= order.number ? most : order),
    null,
  );
  const prefix = last === null ? "#" : (/^\D*/.exec(last.name)?.[0] ?? "#");
  return `${prefix}${(last?.number ?? 1000) + 1}`;
}

function remove(id: string, context: CallContext) {
  const { store } = context;
  const refused = (message: string) => ({ deletedId: null, userErrors: [userError(["id"], message)] });
  const draft = find(id, store);
  if (!draft) return refused("Draft order does not exist");
  if (draft.completed) return refused("Completed draft orders cannot be deleted");
  store.drafts.splice(store.drafts.indexOf(draft), 1);
  const deletedId = gid("DraftOrder", draft.id);
  record(
    context,
    "draftOrderDelete",
    { customer: draft.preview.customer },
    {
      kind: "draft_deleted",
      draft: deletedId,
      name: draft.name,
    },
  );
  return { deletedId, userErrors: [] };
}

function find(id: string, store: Store): DraftOrderRecord | null {
  const parsed = parseGid(id);
  return store.drafts.find((item) => parsed?.type === "DraftOrder" && item.id === parsed.number) ?? null;
}

function outOfStock(variant: VariantRecord): string {
  return `${variant.product.title} does not have enough inventory available`;
}
