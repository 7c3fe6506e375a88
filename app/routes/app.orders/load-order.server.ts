import { dayWords, shopTime } from "../../components/shop-time.ts";
import { dayIn } from "../../orders/calendar.ts";
import { explainOrder } from "../../orders/explain-order.ts";
import { readOrderForStaff } from "../../orders/read-order-for-staff.server.ts";
import type { StaffRead } from "../../orders/read-order-for-staff.server.ts";
import { env } from "../../platform/env.server.ts";
import { rulesOf } from "../../orders/shop-settings.ts";
import { shopDates } from "../../orders/shop-settings.server.ts";
import { liveTracking } from "../../orders/tracking/live-tracking.server.ts";
import { errorFields, log } from "../../platform/log.server.ts";
import { adminClientFor } from "../../shopify/admin-client.server.ts";
import { shopAdminUrl } from "../../shopify/gateway.server.ts";
import { missingScopes } from "../../shopify/scopes.ts";
import { gidNumber } from "../../shopify/search-query.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import { shownOrder } from "./shown-order.ts";
import type { ShownOrder } from "./shown-order.ts";

/** Shorter than a page may take, so that what failed is said and not cut off. */
const DEADLINE_MS = 6_000;

export type OrderView =
  | { kind: "ok"; order: ShownOrder }
  /** `oldest`: the first day of which orders can be read. `missing`: scopes that the shop has not granted. */
  | { kind: Exclude<StaffRead["kind"], "ok">; permissions: string; oldest: string | null; missing: readonly string[] };

/**
 * An order explained for the staff of the signed-in shop. Never rejects: the page around it is worth showing.
 *
 * @param granted the scopes that the shop granted, with commas
 */
export async function loadOrder(shop: string, name: string, granted: string | undefined): Promise<OrderView> {
  try {
    const { timeZone, locale } = await shopProfile(shop);
    const [client, dates] = await Promise.all([adminClientFor(shop), shopDates(shop, timeZone)]);
    const readsAllOrders = (granted ?? "").split(",").includes("read_all_orders");
    const port = liveTracking();
    const read = await readOrderForStaff(client, name, {
      deadlineMs: DEADLINE_MS,
      readsAllOrders,
      rules: rulesOf(dates.settings),
      tracking: port && { port, timeZone },
    });
    if (read.kind === "too_old") return failed(read.kind, dayIn(read.oldest, timeZone));
    if (read.kind === "no_permission") {
      return failed(read.kind, null, read.scopes.length > 0 ? read.scopes : missingScopes(granted));
    }
    if (read.kind !== "ok") return failed(read.kind);
    const { snapshot, at, cost } = read;
    const explained = explainOrder(snapshot, at, { timeZone, locale }, { dates });
    const adminUrl = shopAdminUrl(shop, `/orders/${gidNumber(snapshot.id) ?? ""}`);
    return {
      kind: "ok",
      order: shownOrder(explained, snapshot, cost, {
        timeZone,
        when: shopTime(timeZone),
        adminUrl,
        rules: rulesOf(dates.settings),
      }),
    };
  } catch (error) {
    log.error({ shop, ...errorFields(error) }, "an order could not be explained");
    return failed("unavailable");
  }

  function failed(
    kind: Exclude<StaffRead["kind"], "ok">,
    oldest: string | null = null,
    missing: readonly string[] = [],
  ): OrderView {
    const permissions = shopAdminUrl(shop, `/oauth/install?client_id=${env().SHOPIFY_API_KEY}`);
    return { kind, permissions, oldest: oldest && dayWords(oldest), missing };
  }
}
