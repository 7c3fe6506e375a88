import { numericId } from "./ids.ts";
import { digitsOf, toMinor } from "./money.ts";
import type { CustomerRecord } from "./records.ts";

/** Money put on a customer's store credit since the shop was loaded; minor units. */
export type CreditTransaction = {
  id: string;
  currencyCode: string;
  amount: number;
  at: string;
  expiresAt: string | null;
};

/** As much as an account may hold, in whole units of its currency. */
export const creditLimit = 100_000;

/** The number of the customer's account in a currency; a customer has at most one for each. */
export function accountNumber(customer: CustomerRecord, currencyCode: string): string {
  return numericId("StoreCreditAccount", currencyCode, customer.id);
}

/** What the account holds, in minor units; 0 when there is none. */
export function creditBalance(customer: CustomerRecord, currencyCode: string): number {
  const account = customer.storeCredit.find((item) => item.currencyCode === currencyCode);
  return account ? toMinor(account.balance, currencyCode) : 0;
}

/** Puts money on the customer's account in this currency, which is made if there is none. */
export function addStoreCredit(
  customer: CustomerRecord,
  credit: { currencyCode: string; amount: number; at: string; expiresAt: string | null },
): CreditTransaction {
  const { currencyCode } = credit;
  const balance = creditBalance(customer, currencyCode) + credit.amount;
  const text = (balance / 10 ** digitsOf(currencyCode)).toFixed(digitsOf(currencyCode));
  const account = customer.storeCredit.find((item) => item.currencyCode === currencyCode);
  if (account) account.balance = text;
  else customer.storeCredit.push({ currencyCode, balance: text });
  const transaction = {
    ...credit,
    id: numericId("StoreCreditAccountTransaction", customer.creditTransactions.length + 1, customer.id),
  };
  customer.creditTransactions.push(transaction);
  return transaction;
}
