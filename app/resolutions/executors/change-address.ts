import { OrderAddressUpdateDocument } from "../../shopify/generated/admin.ts";
import type { Executor, Step } from "../executor.ts";
import { addressLines, readAddress } from "../facts/address.ts";
import type { Address, ChangeAddressPlan } from "../plan.ts";
import { addressInput } from "../plans/plan-replacement.ts";
import { change, notRead, refusalOf } from "./calls.ts";
import { notAsPlanned, succeeded } from "./happened.ts";
import { readOrder } from "./read-order.ts";
import type { OrderNode } from "./read-order.ts";
import { doneTexts } from "./texts.ts";

/** Shopify overwrites an address at any time, even of what has left: how far the order is, is looked at right before. */
const update: Step<ChangeAddressPlan> = {
  name: "address",
  needed: () => true,
  async run(context) {
    const read = await readOrder(context);
    if (read.kind === "unreadable") return { kind: "again", why: read.why };
    if (read.order.cancelledAt !== null) return { kind: "refused", message: "The order was cancelled." };
    if (isBegun(read.order))
      return { kind: "refused", message: "The order is being prepared already: it is too late for another address." };
    const input = { id: context.proposal.orderId, shippingAddress: addressInput(context.plan.after) };
    const answer = await change(context, OrderAddressUpdateDocument, { input });
    if (answer.kind !== "answered") return answer;
    return refusalOf(answer.data.orderUpdate?.userErrors) ?? { kind: "done", result: {} };
  },
  async find(context) {
    const read = await readOrder(context);
    if (read.kind === "unreadable") return notRead(read);
    const now = readAddress(read.order.shippingAddress);
    return now && sameAddress(now, context.plan.after) ? { kind: "done", result: {} } : { kind: "not_done" };
  },
};

const SENT: ReadonlySet<string> = new Set(["SUCCESS", "OPEN", "PENDING"]);
const WITH_PARTNER: ReadonlySet<string> = new Set([
  "SUBMITTED",
  "ACCEPTED",
  "CANCELLATION_REQUESTED",
  "CANCELLATION_REJECTED",
]);

/** Anything sent, in the works, or with a partner has the old address on it. */
function isBegun({ fulfillments, fulfillmentOrders }: OrderNode): boolean {
  return (
    fulfillments.some(({ status }) => SENT.has(status)) ||
    fulfillmentOrders.nodes.some(
      ({ status, requestStatus }) => status === "IN_PROGRESS" || (isOpen(status) && WITH_PARTNER.has(requestStatus)),
    )
  );
}

const isOpen = (status: string): boolean => status !== "CLOSED" && status !== "CANCELLED";

/** Case, spaces and the writing of a phone number do not make another address: Shopify tidies them up. */
export function sameAddress(a: Address, b: Address): boolean {
  const words = (text: string | null) => (text ?? "").normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();
  const tight = (text: string | null) => words(text).replace(/[^\p{L}\p{N}]/gu, "");
  const key = (one: Address) =>
    JSON.stringify([
      words([one.firstName, one.lastName].filter(Boolean).join(" ")),
      ...[one.company, one.address1, one.address2, one.city].map(words),
      ...[one.provinceCode, one.zip, one.countryCode, one.phone].map(tight),
    ]);
  return key(a) === key(b);
}

export const changeAddress: Executor<ChangeAddressPlan> = {
  kind: "change_address",
  steps: [update],
  async confirmDone(context) {
    const read = await readOrder(context);
    if (read.kind === "unreadable") return { kind: "unavailable", why: read.why };
    const now = readAddress(read.order.shippingAddress);
    if (!now) return notAsPlanned("The address was changed, but it could not be read afterwards.");
    if (!sameAddress(now, context.plan.after))
      return notAsPlanned("Shopify took the new address, but the order shows another one.");
    const lines = addressLines(now, context.locale).join(", ");
    return succeeded([doneTexts(context.locale).addressChanged(lines)]);
  },
};
