import { formatMoney } from "../orders/money.ts";
import type { Money } from "../orders/money.ts";
import { addressLines } from "./facts/address.ts";
import type { OrderMaterial } from "./facts/material.ts";
import type { FrozenProposal, Plan } from "./plan.ts";
import { destinationWords } from "./destination-words.ts";
import type { ProposalCard } from "./proposal-card.ts";
import { cardTexts } from "./texts/texts.ts";
import type { CardTexts } from "./texts/texts.ts";

export type CardOf = {
  id: string;
  digest: string;
  expiresAt: Date;
  proposal: FrozenProposal;
  material: OrderMaterial;
  /** Of the conversation, BCP 47. */
  locale: string;
  /** Who pays for the way back, where something has to come back. */
  returnShipping: "shop_label" | "shopper" | "none";
};

type Words = { texts: CardTexts; locale: string; money: (amount: Money) => string };

/**
 * What the shopper confirms, in their language where the widget has it. Made from the frozen proposal alone, so that what
 * is shown is what is executed; merchants' own instructions stay in the words they were written in.
 */
export function proposalCard(of: CardOf): ProposalCard {
  const { proposal, material } = of;
  const { texts, locale } = cardTexts(of.locale);
  const words: Words = { texts, locale, money: (amount) => formatMoney(amount, locale) };
  const { plan } = proposal;
  return {
    id: of.id,
    digest: of.digest,
    kind: proposal.kind,
    orderName: proposal.orderName,
    title: titleOf(proposal, words),
    lines: linesOf(proposal, material),
    sends: sendsOf(plan, material),
    amounts: amountsOf(plan, words),
    destination: destinationWords(plan, material, texts, locale),
    address: addressOf(plan, words),
    notes: notesOf(of, words),
    confirm: texts.confirm[proposal.kind],
    decline: texts.decline,
    approval: proposal.needsApproval,
    expiresAt: of.expiresAt.toISOString(),
  };
}

/** A card's gist in one line, for the model: title and sum. */
export function gistOf({ title, amounts }: ProposalCard): string {
  const total = amounts.find((row) => row.total);
  return total && !title.includes(total.text) ? `${title} (${total.label}: ${total.text})` : title;
}

/** What a plan gives in money in all; null where none moves. */
export function sumOf(plan: Plan): Money | null {
  switch (plan.kind) {
    case "refund":
    case "cancel":
      return plan.amount.minor > 0 ? plan.amount : null;
    case "store_credit": {
      const { refund, bonus } = plan;
      if (!refund) return bonus;
      return { ...refund.amount, minor: refund.amount.minor + (bonus?.minor ?? 0) };
    }
    case "return":
      return { ...plan.expectedRefund, minor: plan.expectedRefund.minor + (plan.bonus?.minor ?? 0) };
    case "exchange":
      return plan.difference.minor > 0 ? plan.difference : null;
    case "change_items":
      return plan.giveBack.minor > 0 ? plan.giveBack : null;
    case "replacement":
    case "change_address":
      return null;
  }
}

function titleOf({ plan, orderName }: FrozenProposal, { texts, money }: Words): string {
  const { title } = texts;
  const sum = sumOf(plan);
  switch (plan.kind) {
    case "refund":
      return title.refund(money(plan.amount));
    case "store_credit":
      return title.storeCredit(sum ? money(sum) : "");
    case "replacement":
      return title.replacement;
    case "return":
      return title.return;
    case "exchange":
      return title.exchange;
    case "cancel":
      return title.cancel(orderName);
    case "change_address":
      return title.changeAddress;
    case "change_items":
      return title.changeItems;
  }
}

function linesOf({ units }: FrozenProposal, material: OrderMaterial): ProposalCard["lines"] {
  return units.flatMap(({ line, quantity }) => {
    const found = material.lines.find(({ lineId }) => lineId === line);
    return found ? [{ title: found.title, variant: found.variant, quantity, image: found.image }] : [];
  });
}

function sendsOf(plan: Plan, material: OrderMaterial): ProposalCard["sends"] {
  const sent =
    plan.kind === "replacement"
      ? plan.lines
      : plan.kind === "exchange"
        ? [plan.instead]
        : plan.kind === "change_items"
          ? plan.add
          : [];
  return sent.map(({ title, quantity, variantId }) => {
    const same = material.lines.find((line) => line.variantId === variantId);
    return { title, variant: null, quantity, image: same?.image ?? null };
  });
}

function amountsOf(plan: Plan, { texts, money }: Words): ProposalCard["amounts"] {
  const { label } = texts;
  const row = (name: string, amount: Money, total = false) => ({ label: name, text: money(amount), total });
  const sum = sumOf(plan);
  switch (plan.kind) {
    case "refund":
      return [...(plan.shipping ? [row(label.shipping, plan.amount)] : []), row(label.refund, plan.amount, true)];
    case "store_credit": {
      const { refund, bonus } = plan;
      if (!sum) return [];
      const parts =
        refund && bonus
          ? [row(refund.shipping ? label.shipping : label.items, refund.amount), row(label.bonus, bonus)]
          : [];
      return [...parts, row(label.storeCredit, sum, true)];
    }
    case "replacement":
      return [row(label.toPay, { minor: 0, currency: plan.currency }, true)];
    case "return": {
      if (!sum) return [];
      const parts = plan.bonus ? [row(label.items, plan.expectedRefund), row(label.bonus, plan.bonus)] : [];
      return [...parts, row(label.refundOnArrival, sum, true)];
    }
    case "exchange":
      return sum
        ? [row(label.difference, sum, true)]
        : [row(label.toPay, { minor: 0, currency: plan.difference.currency }, true)];
    case "cancel":
    case "change_items":
      return sum ? [row(label.refund, sum, true)] : [];
    case "change_address":
      return [];
  }
}

function addressOf(plan: Plan, { texts, locale }: Words): ProposalCard["address"] {
  if (plan.kind === "replacement") {
    return { label: texts.label.sentTo, lines: addressLines(plan.address, locale), before: null };
  }
  if (plan.kind !== "change_address") return null;
  const before = plan.before && addressLines(plan.before, locale);
  return { label: texts.label.newAddress, lines: addressLines(plan.after, locale), before };
}

/** Whose shopper has none of the items: there is nothing to keep. */
const NEVER_CAME: ReadonlySet<string> = new Set(["lost", "not_received", "missing_item"]);

function notesOf({ proposal: { plan, reason }, returnShipping }: CardOf, { texts, money }: Words): string[] {
  const { note } = texts;
  const back = (instructions: string): string[] => [
    note.sendBack,
    ...(returnShipping === "shop_label" ? [note.shopPays] : []),
    ...(returnShipping === "shopper" ? [note.shopperPays] : []),
    ...(instructions === "" ? [] : [instructions]),
  ];
  switch (plan.kind) {
    case "refund":
      return refundNotes(plan.lines, reason, note);
    case "store_credit":
      return plan.refund ? refundNotes(plan.refund.lines, reason, note) : [];
    case "return":
      return [
        ...back(plan.instructions),
        ...(plan.restockingPercent > 0 ? [note.restocking(plan.restockingPercent)] : []),
        ...(plan.shippingFee && plan.shippingFee.minor > 0 ? [note.returnFee(money(plan.shippingFee))] : []),
      ];
    case "exchange":
      return [...back(plan.instructions), note.afterArrival, ...(plan.discount ? [note.dearerForFree] : [])];
    case "cancel":
      return [plan.askPartner.length > 0 ? note.askPartner : note.final];
    case "change_items":
      return plan.add.some(({ discount }) => discount !== null) ? [note.dearerForFree] : [];
    case "replacement":
    case "change_address":
      return [];
  }
}

function refundNotes(
  lines: readonly { restock: "NO_RESTOCK" | "CANCEL" }[],
  reason: FrozenProposal["reason"],
  note: CardTexts["note"],
): string[] {
  const stays = !NEVER_CAME.has(reason) && lines.some(({ restock }) => restock === "NO_RESTOCK");
  return [
    ...(stays ? [note.itemsStay] : []),
    ...(lines.some(({ restock }) => restock === "CANCEL") ? [note.notSent] : []),
  ];
}
