import { z } from "zod";
import { cardSchema } from "../../conversations/events.ts";
import type { ConversationKey } from "../../identity/scope.ts";
import type { OrderCard } from "../../orders/facts.ts";
import { sql } from "../../platform/db.server.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import type { Staff } from "../../staff/staff.ts";
import type { MacroValues, MacroVariable } from "./macro.ts";

type Row = { shopperName: string | null; locale: string; orderName: string | null; card: unknown };

/** The order that was spoken of last, and the last that was told of it in this conversation. */
const KNOWN = `
  SELECT c.shopper_name AS "shopperName", c.locale, named."orderName", shown.card
  FROM conversation c
  LEFT JOIN LATERAL (
    SELECT COALESCE(e.body -> 'card' ->> 'orderName', e.body ->> 'orderName') AS "orderName" FROM event e
    WHERE e.shop = c.shop AND e.conversation_id = c.id
      AND (e.type = 'card' AND e.body -> 'card' ->> 'kind' = 'order' OR e.type IN ('proposal', 'resolution')
        OR e.type = 'verification' AND e.body ->> 'state' = 'verified' AND e.body ->> 'orderName' IS NOT NULL)
    ORDER BY e.seq DESC LIMIT 1
  ) named ON true
  LEFT JOIN LATERAL (
    SELECT e.body -> 'card' AS card FROM event e
    WHERE e.shop = c.shop AND e.conversation_id = c.id AND e.type = 'card'
      AND e.body -> 'card' ->> 'kind' = 'order' AND e.body -> 'card' ->> 'orderName' = named."orderName"
    ORDER BY e.seq DESC LIMIT 1
  ) shown ON true
  WHERE c.shop = $1 AND c.id = $2::uuid`;

/**
 * What a conversation knows for the blanks of macros: only what was read in it. Null when it is gone.
 */
export async function macroValues(
  key: ConversationKey,
  staff: Staff,
): Promise<{ values: MacroValues; locale: string } | null> {
  const [[row], shop] = await Promise.all([
    sql().query<Row>(KNOWN, [key.shop, key.conversationId]),
    shopProfile(key.shop),
  ]);
  if (!row) return null;
  const card = z.nullable(cardSchema).safeParse(row.card).data ?? null;
  return {
    locale: row.locale,
    values: {
      ...named("shopper", row.shopperName),
      ...named("staff", staff.name),
      "shop.name": shop.name,
      ...(row.orderName === null ? {} : { "order.name": row.orderName }),
      ...(card?.kind === "order" ? orderValues(card) : {}),
    },
  };
}

function named(who: "shopper" | "staff", name: string | null): MacroValues {
  const whole = name?.trim() ?? "";
  return whole === "" ? {} : { [`${who}.name`]: whole, [`${who}.first_name`]: whole.split(/\s+/)[0] };
}

/** Where parcels differ there is no one answer, and the gap stays for whoever writes. */
function orderValues({ headline, placedOn, total, groups }: OrderCard): MacroValues {
  const parcels = groups.flatMap(({ tracking }) => tracking);
  return defined({
    "order.situation": headline,
    "order.placed_on": placedOn,
    "order.total": total,
    "order.expected": only(groups.map(({ expected }) => expected)),
    "tracking.number": only(parcels.map(({ number }) => number)),
    "tracking.carrier": only(parcels.map(({ company }) => company)),
    "tracking.link": only(parcels.map(({ url }) => url)),
  });
}

function only(values: readonly (string | null)[]): string | null {
  const [first = null, ...others] = new Set(values.filter((value) => value !== null));
  return others.length === 0 ? first : null;
}

function defined(values: Partial<Record<MacroVariable, string | null>>): MacroValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
