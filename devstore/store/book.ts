/** Who did it: our app, through the Admin API, or a member of staff, through `POST /_devstore/staff`. */
export type Actor = "app" | "staff";

/** Units of a line of an order; `lineItem` and `variant` are GIDs. */
export type BookedUnits = {
  lineItem: string | null;
  variant: string | null;
  title: string;
  quantity: number;
  /** What these units count for, as a decimal in the entry's currency; null where no money hangs on them. */
  amount: string | null;
};

/** Where money went: back to a payment, by its gateway, or to the customer's store credit. */
type BookedMoney = {
  to: "payment" | "store_credit";
  gateway: string | null;
  parentTransaction: string | null;
  amount: string;
};

/** What one thing that happened did. Amounts are decimals in `currency`, which is the order's presentment currency. */
export type BookedDeed =
  | {
      kind: "refund";
      refund: string;
      currency: string;
      amount: string;
      shipping: string;
      lines: (BookedUnits & { restock: string })[];
      money: BookedMoney[];
      note: string | null;
      /** The cancellation or the return it belongs to. */
      of: { kind: "cancellation" } | { kind: "return"; return: string } | null;
    }
  | {
      kind: "store_credit";
      account: string;
      transaction: string;
      currency: string;
      amount: string;
      expiresAt: string | null;
    }
  | { kind: "cancellation"; reason: string; restocked: boolean; voided: string[]; units: BookedUnits[] }
  | { kind: "cancellation_failed"; reason: string; why: string }
  | { kind: "address"; before: string[]; after: string[] }
  | { kind: "tags"; tags: string[]; of: string }
  | { kind: "order_fields"; fields: string[] }
  | {
      kind: "edit";
      currency: string;
      removed: BookedUnits[];
      added: BookedUnits[];
      /** How much more (or, negative, less) the order costs by it. */
      difference: string;
      staffNote: string | null;
    }
  | {
      kind: "draft";
      draft: string;
      name: string;
      currency: string;
      total: string;
      units: BookedUnits[];
      tags: string[];
    }
  | { kind: "draft_deleted"; draft: string; name: string }
  | {
      kind: "order_made";
      /** The draft it was made of. */
      draft: string;
      currency: string;
      /** What the goods are worth, and what is paid for them. */
      value: string;
      total: string;
      units: BookedUnits[];
      tags: string[];
    }
  | { kind: "return"; return: string; name: string; units: BookedUnits[]; exchanges: BookedUnits[] }
  | { kind: "return_processed"; return: string; name: string; units: BookedUnits[]; exchanges: BookedUnits[] }
  | { kind: "return_label"; return: string; reverseDelivery: string; label: string | null }
  | { kind: "return_cancelled"; return: string; name: string }
  | { kind: "cancellation_asked"; fulfillmentOrder: string; message: string | null };

export type BookEntry = BookedDeed & {
  /** Counted from 1, in the order in which things happened. */
  number: number;
  /** The shop's time. */
  at: string;
  by: Actor;
  /** The mutation's name, such as "refundCreate". */
  operation: string;
  order: { id: string; name: string } | null;
  /** The customer's GID. */
  customer: string | null;
};

/** `Omit` that keeps the union apart. */
type Without<Entry, Key extends PropertyKey> = Entry extends unknown ? Omit<Entry, Key> : never;
export type NewEntry = Without<BookEntry, "number">;

/** Everything that moved since the shop was loaded: an auditor needs nothing else. Entries are never changed or removed. */
export class Book {
  readonly #entries: BookEntry[] = [];

  add(entry: NewEntry): BookEntry {
    const numbered = { ...entry, number: this.#entries.length + 1 };
    this.#entries.push(numbered);
    return numbered;
  }

  list(): readonly BookEntry[] {
    return this.#entries;
  }
}
