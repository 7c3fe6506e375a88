import { gid } from "../../store/ids.ts";
import { accountNumber, creditBalance, type CreditTransaction } from "../../store/store-credit.ts";
import type { CustomerRecord } from "../../store/records.ts";
import { listConnection, type PageArgs } from "../connection.ts";
import type { CallContext } from "../context.ts";
import { moneyV2 } from "./money.ts";

function storeCreditAccountView(customer: CustomerRecord, currencyCode: string, context: CallContext): object {
  return {
    __typename: "StoreCreditAccount",
    id: gid("StoreCreditAccount", accountNumber(customer, currencyCode)),
    balance: () => moneyV2(creditBalance(customer, currencyCode), currencyCode),
    /** Oldest first; what the file says was there from the start has no transaction. */
    transactions: (args: PageArgs) =>
      listConnection(
        customer.creditTransactions.filter((item) => item.currencyCode === currencyCode && item.at <= context.now),
        args,
        (item) => creditTransactionView(item, customer, context),
      ),
  };
}

export function creditTransactionView(item: CreditTransaction, customer: CustomerRecord, context: CallContext): object {
  return {
    __typename: "StoreCreditAccountCreditTransaction",
    id: gid("StoreCreditAccountCreditTransaction", item.id),
    createdAt: item.at,
    amount: moneyV2(item.amount, item.currencyCode),
    account: () => storeCreditAccountView(customer, item.currencyCode, context),
  };
}

export function storeCreditAccounts(customer: CustomerRecord, args: PageArgs, context: CallContext) {
  return listConnection(
    customer.storeCredit.map((account) => ({ ...account, id: accountNumber(customer, account.currencyCode) })),
    args,
    (account) => storeCreditAccountView(customer, account.currencyCode, context),
  );
}
