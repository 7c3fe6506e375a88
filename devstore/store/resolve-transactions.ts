import type { Ref } from "./fields.ts";
import { numericId } from "./ids.ts";
import { StoreFileError } from "./load.ts";
import { toMinor } from "./money.ts";
import { orderTotals } from "./order-money.ts";
import type { OrderRecord, TransactionRecord } from "./records.ts";
import type { Order } from "./schema.ts";

const defaultPayment = { authorized: "AUTHORIZATION", paid: "SALE", pending: "SALE" } as const;

export function resolveTransactions(
  order: OrderRecord,
  given: Order["transactions"],
  place: string,
): TransactionRecord[] {
  if (given === undefined) {
    const amount = orderTotals(order, order.createdAt).original;
    if (order.payment === "none" || amount === 0) return [];
    const status = order.payment === "pending" ? ("PENDING" as const) : ("SUCCESS" as const);
    return [
      transaction(
        order,
        "payment",
        { kind: defaultPayment[order.payment], status, gateway: order.gateway },
        amount,
        order.processedAt,
        null,
      ),
    ];
  }
  const made: TransactionRecord[] = [];
  given.forEach((item, index) => {
    const parent = item.parent === undefined ? null : (made.find((other) => other.key === String(item.parent)) ?? null);
    if (item.parent !== undefined && parent === null) {
      throw new StoreFileError(
        `${place}.transactions[${index}].parent: there is no earlier transaction "${item.parent}"`,
      );
    }
    made.push(
      transaction(
        order,
        item.id ?? index + 1,
        item,
        toMinor(item.amount, order.currency),
        item.at ?? order.processedAt,
        parent,
      ),
    );
  });
  return made;
}

type TransactionStart = Pick<TransactionRecord, "kind"> & {
  [Key in "status" | "gateway" | "errorCode" | "authorizationExpiresAt" | "test"]?: TransactionRecord[Key] | undefined;
};

export function transaction(
  order: OrderRecord,
  ref: Ref,
  given: TransactionStart,
  amount: number,
  at: string,
  parent: TransactionRecord | null,
): TransactionRecord {
  return {
    id: numericId("OrderTransaction", ref, order.id),
    key: String(ref),
    kind: given.kind,
    status: given.status ?? "SUCCESS",
    gateway: given.gateway ?? order.gateway,
    errorCode: given.errorCode ?? null,
    authorizationExpiresAt: given.authorizationExpiresAt ?? null,
    test: given.test ?? order.test,
    amount,
    at,
    parent,
  };
}
