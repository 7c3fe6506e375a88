import { formatMoney } from "../../orders/money.ts";
import type { Money } from "../../orders/money.ts";
import { addressLines } from "../../resolutions/facts/address.ts";
import type { Address, ClaimedUnits, Plan, RefundedLine } from "../../resolutions/plan.ts";
import { texts } from "./resolution-page.texts.ts";

/** A term with what is said of it; every value is plain text. */
export type Fact = { term: string; values: string[] };
/** The title of a line item by its gid; null where it is not known any more. */
export type TitleOf = (line: string) => string | null;

const words = texts.plan;
const money = (amount: Money): string => formatMoney(amount, "en-US");
const moved = ({ minor }: Money): boolean => minor > 0;

type Transactions = Extract<Plan, { kind: "refund" }>["transactions"];
const paidTo = (transactions: Transactions): string[] =>
  transactions.map(({ amount, gateway }) => words.part(money(amount), gateway));
const afterwards = (lines: readonly RefundedLine[]): string[] =>
  [...new Set(lines.map(({ restock }) => restock))].map((restock) => words.itemsThen[restock]);
const amounts = (...of: (Money | null)[]): string[] => of.flatMap((one) => (one && moved(one) ? [money(one)] : []));
const added = (lines: readonly { quantity: number; title: string }[]): string[] =>
  lines.map(({ quantity, title }) => words.unit(quantity, title));
/** An erased address has no street. */
const address = (of: Address | null): string[] => (of && of.address1 !== "" ? addressLines(of, "en") : []);
const lines = (text: string): string[] => (text === "" ? [] : [text]);

type Told<P extends Plan> = (plan: P, titleOf: TitleOf) => [term: string, values: string[]][];

/** By kind: what a plan will do, the most important first. */
const TOLD: { [K in Plan["kind"]]: Told<Extract<Plan, { kind: K }>> } = {
  refund: (plan) => [
    [words.refund, [money(plan.amount)]],
    [words.shipping, amounts(plan.shipping)],
    [words.to, paidTo(plan.transactions)],
    [words.afterwards, afterwards(plan.lines)],
  ],
  store_credit: ({ refund, bonus }) => [
    [words.credit, sum(refund?.amount ?? null, bonus)],
    [words.bonus, refund ? amounts(bonus) : []],
    [words.shipping, amounts(refund?.shipping ?? null)],
    [words.afterwards, afterwards(refund?.lines ?? [])],
  ],
  replacement: (plan) => [
    [words.sends, added(plan.lines)],
    [words.address, address(plan.address)],
  ],
  return: (plan) => [
    [words.expected, amounts(plan.expectedRefund)],
    [words.bonus, amounts(plan.bonus)],
    [words.to, [words.destinations[plan.destination]]],
    [words.restocking, plan.restockingPercent > 0 ? [words.percent(plan.restockingPercent)] : []],
    [words.fee, amounts(plan.shippingFee)],
    [words.label, plan.labelUrl === null ? [] : [plan.labelUrl]],
    [words.instructions, lines(plan.instructions)],
    [words.note, lines(plan.note)],
  ],
  exchange: (plan) => [
    [words.sends, added([plan.instead])],
    [words.when, [plan.sendNow ? words.now : words.onArrival]],
    [words.discount, amounts(plan.discount)],
    [words.difference, amounts(plan.difference)],
    [words.to, moved(plan.difference) ? [words.destinations[plan.differenceTo]] : []],
    [words.label, plan.labelUrl === null ? [] : [plan.labelUrl]],
    [words.instructions, lines(plan.instructions)],
    [words.note, lines(plan.note)],
  ],
  cancel: (plan) => [
    [words.refund, amounts(plan.amount)],
    [words.to, moved(plan.amount) ? [words.destinations[plan.refundTo]] : []],
    [words.partner, plan.askPartner.length > 0 ? [words.asked] : []],
  ],
  change_address: (plan) => [
    [words.addressAfter, address(plan.after)],
    [words.addressBefore, address(plan.before)],
  ],
  change_items: (plan, titleOf) => [
    [words.quantity, plan.quantities.map(({ lineId, from, to }) => words.change(titleOf(lineId), from, to))],
    [words.added, added(plan.add)],
    [words.discount, amounts(...plan.add.map(({ discount }) => discount))],
    [words.refund, amounts(plan.giveBack)],
    [words.to, paidTo(plan.transactions)],
  ],
};

/** A frozen plan in words for people in the admin, in English. */
export function planInWords(plan: Plan, titleOf: TitleOf): Fact[] {
  const told = TOLD[plan.kind] as Told<Plan>;
  return told(plan, titleOf).flatMap(([term, values]) => (values.length > 0 ? [{ term, values }] : []));
}

/** Units of an order, shipping and lateness among them. */
export function unitsInWords(units: readonly Pick<ClaimedUnits, "line" | "quantity">[], titleOf: TitleOf): string[] {
  return units.map(({ line, quantity }) => {
    if (line === "shipping") return words.shippingUnit;
    if (line === "lateness") return words.latenessUnit;
    return words.unit(quantity, titleOf(line));
  });
}

function sum(amount: Money | null, bonus: Money | null): string[] {
  const all = amount ?? bonus;
  return all ? [money({ ...all, minor: (amount?.minor ?? 0) + (bonus?.minor ?? 0) })] : [];
}
