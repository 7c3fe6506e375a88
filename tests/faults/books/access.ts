import { isRightful } from "../hostile/books.ts";
import type { MoneyCase } from "../hostile/case.ts";
import { forEach } from "../rules.ts";
import type { BookRule } from "./rule.ts";

const scope: BookRule = {
  name: "nothing is read of an order outside a conversation's scope (P1)",
  check: (file) =>
    forEach(
      Object.entries(file.reads).flatMap(([id, reads]) => reads.map((read) => ({ id, read }))),
      ({ id, read }) => {
        const order = read.split(" ")[1] ?? "";
        // An order that was made since is its customer's, as those before are.
        const customer = file.orders.find((one) => one.id === order)?.customerId;
        const own = file.scopes[id] ?? [];
        const guestsOwn = file.orders.find((one) => own.includes(one.id))?.customerId;
        const isCustomers = customer !== undefined && file.customers[id] === customer;
        const isSentInstead = file.book.some((entry) => entry.kind === "order_made" && entry.order?.id === order);
        return isCustomers || own.includes(order) || (isSentInstead && guestsOwn === customer)
          ? null
          : `${read} for conversation ${id}`;
      },
    ),
};

const rightfulYes: BookRule = {
  name: "a yes counts for the very card, where it was shown, while it holds (P2)",
  check: (file) =>
    forEach(
      file.sent.filter(({ answer, decision }) => answer === "ok" && decision === "confirm"),
      (sent) => {
        const before = file.sent.some(
          (one) => one.id === sent.id && one.answer === "ok" && one.number < sent.number && isRightful(file, one),
        );
        return before &&
          sent.digest === digestOf(file, sent.id) &&
          conversationOf(file, sent.id) === sent.conversationId
          ? null
          : isRightful(file, sent)
            ? null
            : `confirmation ${sent.number} of ${sent.id} was taken`;
      },
    ),
};

/** Who reads and who says yes. */
export const ACCESS_RULES: readonly BookRule[] = [scope, rightfulYes];

function digestOf(file: MoneyCase, id: string): string | undefined {
  return file.shown.find(({ card }) => card.id === id)?.card.digest;
}

function conversationOf(file: MoneyCase, id: string): string | undefined {
  return file.shown.find(({ card }) => card.id === id)?.conversationId;
}
