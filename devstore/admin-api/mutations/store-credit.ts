import { gid, parseGid } from "../../store/ids.ts";
import { digitsOf, toDecimal, toMinor } from "../../store/money.ts";
import type { CustomerRecord } from "../../store/records.ts";
import type { Store } from "../../store/store.ts";
import { accountNumber, addStoreCredit, creditBalance, creditLimit } from "../../store/store-credit.ts";
import { idempotent, type UserError, userError } from "../mutations.ts";
import { record } from "../record.ts";
import type { RootFields } from "../resolvers.ts";
import { creditTransactionView } from "../views/store-credit.ts";

type CreditArgs = {
  id: string;
  creditInput: { creditAmount: { amount: string; currencyCode: string }; expiresAt?: string | null };
};
type Found = { customer: CustomerRecord; currencyCode: string | null } | UserError;

const isError = (found: Found): found is UserError => "message" in found;

/** A customer, for whom an account is made if need be, or an account that there is. */
function ownerOf(store: Store, id: string): Found {
  const parsed = parseGid(id);
  if (parsed?.type === "Customer") {
    const customer = store.customer(id);
    return customer ? { customer, currencyCode: null } : userError(["id"], "Owner does not exist", "OWNER_NOT_FOUND");
  }
  if (parsed?.type !== "StoreCreditAccount") return userError(["id"], "Owner does not exist", "OWNER_NOT_FOUND");
  for (const customer of store.customers) {
    const account = customer.storeCredit.find((item) => accountNumber(customer, item.currencyCode) === parsed.number);
    if (account) return { customer, currencyCode: account.currencyCode };
  }
  return userError(["id"], "The store credit account does not exist", "ACCOUNT_NOT_FOUND");
}

export const storeCreditMutations: RootFields = {
  storeCreditAccountCredit: idempotent(({ id, creditInput }: CreditArgs, context) => {
    const { store, now } = context;
    const { amount: text, currencyCode } = creditInput.creditAmount;
    const refused = (error: UserError) => ({ storeCreditAccountTransaction: null, userErrors: [error] });
    const place = (...more: string[]) => ["creditInput", ...more];
    const owner = ownerOf(store, id);
    if (isError(owner)) return refused(owner);
    const { customer } = owner;
    if (!store.shop.storeCreditEnabled) return refused(userError(["id"], "Store credit is not enabled for the shop"));
    if (owner.currencyCode !== null && owner.currencyCode !== currencyCode) {
      const message = "The currency provided does not match the currency of the store credit account";
      return refused(userError(place("creditAmount", "currencyCode"), message, "MISMATCHING_CURRENCY"));
    }
    if (![store.shop.currencyCode, ...store.shop.presentmentCurrencies].includes(currencyCode)) {
      const message = "The currency provided is not currently supported";
      return refused(userError(place("creditAmount", "currencyCode"), message, "UNSUPPORTED_CURRENCY"));
    }
    const amount = toMinor(text, currencyCode);
    if (amount <= 0) {
      const message = "A positive amount must be used to credit a store credit account";
      return refused(userError(place("creditAmount", "amount"), message, "NEGATIVE_OR_ZERO_AMOUNT"));
    }
    if (creditBalance(customer, currencyCode) + amount > creditLimit * 10 ** digitsOf(currencyCode)) {
      const message = "The operation would cause the account's credit limit to be exceeded";
      return refused(userError(place("creditAmount", "amount"), message, "CREDIT_LIMIT_EXCEEDED"));
    }
    const expiresAt = creditInput.expiresAt ?? null;
    if (expiresAt !== null && Date.parse(expiresAt) <= Date.parse(now))
      return refused(userError(place("expiresAt"), "The expiry date must be in the future", "EXPIRES_AT_IN_PAST"));
    const made = addStoreCredit(customer, { currencyCode, amount, at: now, expiresAt });
    record(
      context,
      "storeCreditAccountCredit",
      { customer },
      {
        kind: "store_credit",
        account: gid("StoreCreditAccount", accountNumber(customer, currencyCode)),
        transaction: gid("StoreCreditAccountCreditTransaction", made.id),
        currency: currencyCode,
        amount: toDecimal(amount, currencyCode),
        expiresAt,
      },
    );
    return { storeCreditAccountTransaction: creditTransactionView(made, customer, context), userErrors: [] };
  }),
};
