import type { AdminCallOptions, AdminClient, AdminOutcome } from "../shopify/admin-client.ts";
import {
  FulfillmentOrderLinesPageDocument,
  FulfillmentOrdersPageDocument,
  OrderLinesPageDocument,
  OrderParcelsDocument,
  ParcelLinesPageDocument,
  ParcelTrackingDocument,
} from "../shopify/generated/admin.ts";
import type { OrderNode } from "./map-order.ts";
import type { UnreadablePart } from "./snapshot.ts";

/** More parcels than this are not read: 30 cost 841 of the 1,000 points a call may cost. */
const MOST_PARCELS = 30;
/** Most pages of one list; 20 pages of 250 are more lines than an order may have. */
const MOST_PAGES = 20;

/** The first read of a parcel asks for four numbers; whoever has as many may have more. */
const NUMBERS_AT_FIRST = 4;
const MOST_NUMBERS = 10;

type PageInfo = { hasNextPage: boolean; endCursor: string | null };
type Parcel = OrderNode["fulfillments"][number];
type Page<Node> = { nodes: Node[]; pageInfo: PageInfo };

/**
 * Reads the rest of an order that was too big for one call. Small orders need no further call.
 * What still cannot be read is named in `cut`, never silently left out.
 */
export async function completeOrder(
  client: AdminClient,
  first: OrderNode,
  options: AdminCallOptions,
): Promise<{ node: OrderNode; cut: UnreadablePart[] }> {
  const cut = new Set<UnreadablePart>();
  const rest = async <Node>(
    part: UnreadablePart,
    page: Page<Node>,
    next: (after: string) => Promise<Page<Node> | null>,
  ): Promise<Page<Node>> => {
    const nodes = [...page.nodes];
    let { pageInfo } = page;
    for (let pages = 0; pageInfo.hasNextPage && pageInfo.endCursor !== null && pages < MOST_PAGES; pages++) {
      const more = await next(pageInfo.endCursor);
      if (!more) break;
      nodes.push(...more.nodes);
      ({ pageInfo } = more);
    }
    if (pageInfo.hasNextPage) cut.add(part);
    return { nodes, pageInfo };
  };
  const { id } = first;

  const lines = rest("lines", first.lineItems, async (after) =>
    data(await client.run(OrderLinesPageDocument, { id, after }, options), (found) => found.order?.lineItems),
  );
  const fulfillmentOrders = rest("fulfillment_orders", first.fulfillmentOrders, async (after) =>
    data(
      await client.run(FulfillmentOrdersPageDocument, { id, after }, options),
      (found) => found.order?.fulfillmentOrders,
    ),
  ).then(async (all) => ({
    ...all,
    nodes: await Promise.all(
      all.nodes.map(async (order) => ({
        ...order,
        lineItems: await rest("fulfillment_orders", order.lineItems, async (after) =>
          data(
            await client.run(FulfillmentOrderLinesPageDocument, { id: order.id, after }, options),
            (found) => found.fulfillmentOrder?.lineItems,
          ),
        ),
      })),
    ),
  }));
  const parcels = allParcels().then((all) =>
    Promise.all(
      all.map(async (parcel) => ({
        ...parcel,
        trackingInfo: await allNumbers(parcel),
        fulfillmentLineItems: await rest("parcels", parcel.fulfillmentLineItems, async (after) =>
          data(
            await client.run(ParcelLinesPageDocument, { id: parcel.id, after }, options),
            (found) => found.fulfillment?.fulfillmentLineItems,
          ),
        ),
      })),
    ),
  );
  const [lineItems, orders, fulfillments] = await Promise.all([lines, fulfillmentOrders, parcels]);
  return { node: { ...first, lineItems, fulfillmentOrders: orders, fulfillments }, cut: [...cut] };

  async function allNumbers({ id: parcelId, trackingInfo }: Parcel): Promise<Parcel["trackingInfo"]> {
    if (trackingInfo.length < NUMBERS_AT_FIRST) return trackingInfo;
    const outcome = await client.run(ParcelTrackingDocument, { id: parcelId }, options);
    const all = data(outcome, (found) => found.fulfillment?.trackingInfo);
    if (!all || all.length > MOST_NUMBERS) cut.add("tracking");
    return (all ?? trackingInfo).slice(0, MOST_NUMBERS);
  }

  async function allParcels(): Promise<OrderNode["fulfillments"]> {
    const count = first.fulfillmentsCount?.count ?? first.fulfillments.length;
    if (count <= first.fulfillments.length) return first.fulfillments;
    const outcome = await client.run(OrderParcelsDocument, { id, first: Math.min(count, MOST_PARCELS) }, options);
    const all = data(outcome, (found) => found.order?.fulfillments) ?? first.fulfillments;
    if (all.length < count) cut.add("parcels");
    return all;
  }
}

function data<Data, Wanted>(
  outcome: AdminOutcome<Data>,
  pick: (data: Data) => Wanted | null | undefined,
): Wanted | null {
  return outcome.kind === "ok" ? (pick(outcome.data) ?? null) : null;
}
