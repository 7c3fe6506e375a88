import { formatMoney } from "../orders/money.ts";
import type { OrderMaterial } from "./facts/material.ts";
import type { Plan } from "./plan.ts";
import type { CardTexts } from "./texts/texts.ts";

/** Gateways whose name shoppers know; behind any other is a card or an account that only they know. */
const NAMES: Readonly<Record<string, string>> = {
  paypal: "PayPal",
  amazon_payments: "Amazon Pay",
  klarna: "Klarna",
  afterpay: "Afterpay",
  affirm: "Affirm",
};

/** Where the money goes, in words; null when none moves. Honest: what is not known by name is "the way you paid". */
export function destinationWords(plan: Plan, material: OrderMaterial, texts: CardTexts, locale: string): string | null {
  const { destination } = texts;
  switch (plan.kind) {
    case "refund":
      return toPayments(plan.transactions, texts, locale);
    case "change_items":
      return toPayments(plan.transactions, texts, locale);
    case "store_credit":
      return destination.storeCredit;
    case "return":
      return plan.destination === "store_credit" ? destination.storeCredit : toAll(material, texts);
    case "exchange":
      if (plan.difference.minor === 0) return null;
      return plan.differenceTo === "store_credit" ? destination.storeCredit : toAll(material, texts);
    case "cancel":
      if (plan.amount.minor === 0) return null;
      return plan.refundTo === "store_credit" ? destination.storeCredit : toAll(material, texts);
    case "replacement":
    case "change_address":
      return null;
  }
}

type Transactions = Extract<Plan, { kind: "refund" }>["transactions"];

function toPayments(transactions: Transactions, texts: CardTexts, locale: string): string | null {
  const sums = new Map<string, Transactions[number]["amount"]>();
  for (const { gateway, amount } of transactions) {
    const where = wordsFor(gateway, texts);
    const before = sums.get(where);
    sums.set(where, before ? { ...before, minor: before.minor + amount.minor } : amount);
  }
  const [only, ...more] = sums.keys();
  if (only === undefined) return null;
  if (more.length === 0) return only;
  return texts.destination.several(
    [...sums].map(([where, amount]) => texts.destination.part(where, formatMoney(amount, locale))),
  );
}

/** How much goes where is Shopify's to say later: only a single kind of payment can be named now. */
function toAll({ payments }: OrderMaterial, texts: CardTexts): string {
  const [only, ...more] = new Set(payments.map(({ gateway }) => wordsFor(gateway, texts)));
  return only !== undefined && more.length === 0 ? only : texts.destination.asPaid;
}

function wordsFor(gateway: string, { destination }: CardTexts): string {
  if (gateway === "gift_card") return destination.giftCard;
  if (gateway === "shopify_store_credit") return destination.storeCredit;
  const name = NAMES[gateway];
  return name === undefined ? destination.asPaid : destination.named(name);
}
