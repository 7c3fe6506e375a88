import { expect, test } from "vitest";
import { RESOLUTION_KINDS } from "../policy/kinds.ts";
import type { Address, FrozenProposal, Plan } from "./plan.ts";
import { withoutPerson } from "./without-person.ts";

const PERSON = "Ana Ruiz";
const money = { minor: 950, currency: "EUR" };
const address: Address = {
  firstName: PERSON,
  lastName: PERSON,
  company: PERSON,
  address1: PERSON,
  address2: PERSON,
  city: PERSON,
  provinceCode: PERSON,
  zip: PERSON,
  countryCode: PERSON,
  phone: PERSON,
};
const back = [{ fulfillmentLineItemId: "part", quantity: 1, reasonDefinitionId: null }];
const paid = [{ parentId: PERSON, gateway: "card", amount: money }];
const lines = [{ lineId: "line", quantity: 1, restock: "NO_RESTOCK" as const }];

/** Every kind, with the person in each place that can say who they are. */
const PLANS: { [K in Plan["kind"]]: Extract<Plan, { kind: K }> } = {
  refund: { kind: "refund", lines, shipping: null, transactions: paid, amount: money, presentmentCurrency: "EUR" },
  store_credit: {
    kind: "store_credit",
    refund: { lines, shipping: null, amount: money },
    bonus: money,
    customerId: PERSON,
  },
  replacement: {
    kind: "replacement",
    lines: [{ variantId: "variant", quantity: 1, title: "Tea" }],
    customerId: PERSON,
    email: PERSON,
    address,
    currency: "EUR",
  },
  return: {
    kind: "return",
    lines: back,
    note: PERSON,
    restockingPercent: 0,
    shippingFee: null,
    labelUrl: PERSON,
    instructions: PERSON,
    expectedRefund: money,
    bonus: null,
    destination: "original_payment",
  },
  exchange: {
    kind: "exchange",
    lines: back,
    note: PERSON,
    instead: { variantId: "variant", quantity: 1, title: "Tea" },
    discount: null,
    difference: money,
    differenceTo: "original_payment",
    sendNow: false,
    labelUrl: PERSON,
    instructions: PERSON,
  },
  cancel: { kind: "cancel", refundTo: "original_payment", amount: money, askPartner: [] },
  change_address: { kind: "change_address", before: address, after: address },
  change_items: {
    kind: "change_items",
    quantities: [{ lineId: "line", variantId: null, from: 2, to: 1 }],
    add: [],
    giveBack: money,
    transactions: paid,
  },
};

test.each(RESOLUTION_KINDS)("A %s still says what was given, and no longer to whom", (kind) => {
  const proposal: FrozenProposal = {
    version: 1,
    orderId: "order",
    orderName: "#1",
    customerId: PERSON,
    reason: "damaged",
    kind,
    units: [{ line: "line", quantity: 1, of: 1 }],
    value: { shop: money, presentment: money },
    policyVersion: 1,
    rules: [],
    needsApproval: false,
    plan: PLANS[kind],
  };
  const left = withoutPerson(proposal);
  expect(JSON.stringify(left)).not.toContain(PERSON);
  expect(left).toMatchObject({ kind, units: proposal.units, value: proposal.value, plan: { kind } });
});
