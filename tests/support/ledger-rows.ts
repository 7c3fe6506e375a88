import { randomUUID } from "node:crypto";
import pg from "pg";
import type { ProposalCard } from "#app/resolutions/proposal-card.ts";
import type { FrozenProposal } from "#app/resolutions/plan.ts";
import type { ResolutionState } from "#app/resolutions/states.ts";
import type { System } from "./system.ts";

const eur = (minor: number) => ({ minor, currency: "EUR" });

/** Of no proposal: what bears it can be declined, and is never carried out. */
export const DIGEST = "0".repeat(64);

/** A refund of one unit of a line item that the policy leaves to people. */
const REFUND: FrozenProposal = {
  version: 1,
  orderId: "gid://shopify/Order/1001",
  orderName: "#1001",
  customerId: null,
  reason: "damaged",
  kind: "refund",
  units: [{ line: "gid://shopify/LineItem/1", quantity: 1, of: 2 }],
  value: { shop: eur(9500), presentment: eur(9500) },
  policyVersion: 0,
  rules: [
    { id: "damaged.offers", said: "for a damaged item: a refund of €95.00" },
    { id: "damaged.approval", said: "each option needs a person's yes" },
  ],
  needsApproval: true,
  plan: {
    kind: "refund",
    lines: [{ lineId: "gid://shopify/LineItem/1", quantity: 1, restock: "NO_RESTOCK" }],
    shipping: null,
    transactions: [{ parentId: "gid://shopify/OrderTransaction/1", gateway: "shopify_payments", amount: eur(9500) }],
    amount: eur(9500),
    presentmentCurrency: "EUR",
  },
};

const card = (id: string): ProposalCard => ({
  id,
  digest: DIGEST,
  kind: "refund",
  orderName: "#1001",
  title: "Refund of €95.00",
  lines: [{ title: "Linen duvet cover", variant: "Sand", quantity: 1, image: null }],
  sends: [],
  amounts: [{ label: "Refund", text: "€95.00", total: true }],
  destination: "Back to the way you paid",
  address: null,
  notes: ["You keep the items."],
  confirm: "Confirm refund",
  decline: "No, thanks",
  approval: true,
  expiresAt: "2026-11-22T12:00:00.000Z",
});

/** Puts a refund into the ledger of a running app as if its shopper had confirmed it; needs PostgreSQL. Answers its id. */
export async function putRefund(system: System, conversationId: string, state: ResolutionState): Promise<string> {
  const id = randomUUID();
  const client = new pg.Client({ connectionString: system.database.env["DATABASE_URL"] });
  await client.connect();
  try {
    await client.query(
      `WITH numbered AS (UPDATE conversation SET last_seq = last_seq + 1 WHERE id = $1 RETURNING shop, id, last_seq)
       INSERT INTO event (shop, conversation_id, seq, type, author, body)
       SELECT shop, id, last_seq, 'proposal', 'system', $2::jsonb FROM numbered`,
      [conversationId, JSON.stringify(card(id))],
    );
    await client.query(
      `WITH row AS (
         INSERT INTO resolution (shop, id, conversation_id, order_id, order_name, reason, kind, state, told_state, digest,
           proposal, value_minor, currency, locale, confirmed_at, expires_at, outcome)
         SELECT shop, $2, id, $3, $4, $5, $6, $7, $7, $10, $8::jsonb, 9500, 'EUR', 'en', now(), now() + interval '7 days',
           CASE WHEN $7 = 'needs_attention' THEN $9::jsonb END
         FROM conversation WHERE id = $1 RETURNING shop, id, state
       ), step AS (
         INSERT INTO resolution_step (shop, resolution_id, step, state, calls)
         SELECT shop, id, 'refund', 'calling', 3 FROM row WHERE state = 'needs_attention'
       )
       INSERT INTO resolution_claim (shop, order_id, line, unit, resolution_id)
       SELECT shop, $3, id::text, 1, id FROM row`,
      [
        conversationId,
        id,
        REFUND.orderId,
        REFUND.orderName,
        REFUND.reason,
        REFUND.kind,
        state,
        JSON.stringify(REFUND),
        JSON.stringify({
          text: "",
          staff: "After 8 attempts it is still not known whether it was done: the answer was lost.",
          amount: null,
          newOrderName: null,
          url: null,
        }),
        DIGEST,
      ],
    );
  } finally {
    await client.end();
  }
  return id;
}
