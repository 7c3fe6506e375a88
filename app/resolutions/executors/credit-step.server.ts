import { parseMoney } from "../../orders/money.ts";
import type { Money } from "../../orders/money.ts";
import { sql } from "../../platform/db.server.ts";
import { CustomerStoreCreditDocument, StoreCreditCreditDocument } from "../../shopify/generated/admin.ts";
import type { CustomerStoreCreditQuery } from "../../shopify/generated/admin.ts";
import type { Step, StepContext, StepOutcome } from "../executor.ts";
import type { StoreCreditPlan } from "../plan.ts";
import { change, emptyAnswer, look, notRead, refusalOf } from "./calls.ts";
import type { Unreadable } from "./calls.ts";
import { moneyInput } from "./refund-step.ts";

type Context = StepContext<StoreCreditPlan>;
type Customer = NonNullable<CustomerStoreCreditQuery["customer"]>;
type Credit = { id: string; amount: Money };

/** Transactions of an account that are read, the newest first. */
const TRANSACTIONS_READ = 25;

/**
 * A credit of its own, on top of or instead of money of the order. It can carry no key and no reference, so the account's
 * transactions are noted right before; what is new afterwards, of the same amount, and no other resolution's, is ours.
 * Where that is not certain it ends with people rather than with a second credit.
 */
export const creditStep: Step<StoreCreditPlan> = {
  name: "bonus",
  needed: ({ plan }) => plan.bonus !== null && plan.bonus.minor > 0,
  async before(context) {
    const read = await readCredits(context);
    if (read.kind === "unreadable") return { kind: "again", why: read.why };
    if (!read.enabled) return { kind: "refused", message: "Store credit is switched off for the shop." };
    return { kind: "noted", noted: { transactions: read.credits.map(({ id }) => id) } };
  },
  async run(context) {
    const { bonus, customerId } = context.plan;
    if (!bonus) return { kind: "refused", message: "there is nothing to credit" };
    const creditInput = { creditAmount: moneyInput(bonus), notify: true };
    const answer = await change(context, StoreCreditCreditDocument, { id: customerId, creditInput });
    if (answer.kind !== "answered") return answer;
    const payload = answer.data.storeCreditAccountCredit;
    const refused = refusalOf(payload?.userErrors);
    if (refused) return refused;
    const transaction = payload?.storeCreditAccountTransaction;
    return transaction ? done(transaction.id) : emptyAnswer("storeCreditAccountCredit");
  },
  async find(context) {
    const read = await readCredits(context);
    if (read.kind === "unreadable") return notRead(read);
    const noted = context.noted?.["transactions"];
    if (!Array.isArray(noted)) return { kind: "unknown", why: "it was not noted what the account had before" };
    const known = new Set(noted.map(String));
    if (read.full && !read.credits.some(({ id }) => known.has(id)))
      return { kind: "unknown", why: "the account has had more transactions since than can be looked through" };
    const alike = read.credits.filter(({ id, amount }) => !known.has(id) && sameMoney(amount, context.plan.bonus));
    const [only, another] = alike;
    if (!only) return { kind: "not_done" };
    if (another) return { kind: "unknown", why: "several credits of this amount were made since: which one is ours?" };
    if (await belongsToAnother(context, only.id))
      return { kind: "unknown", why: `a credit of this amount, ${only.id}, belongs to another resolution` };
    return done(only.id);
  },
};

type Credits = { kind: "credits"; enabled: boolean; full: boolean; credits: Credit[] };

/** Credits to the customer's account in the currency of the bonus, the newest first. */
async function readCredits(context: Context): Promise<Credits | Unreadable> {
  const read = await look(context, CustomerStoreCreditDocument, { customerId: context.plan.customerId });
  if (read.kind === "unreadable") return read;
  const { customer, storeCreditConfiguration } = read.data;
  if (!customer) return { kind: "unreadable", why: "the customer is not there any more" };
  const transactions = transactionsIn(customer, context.plan.bonus?.currency ?? "");
  const credits = transactions.flatMap((one): Credit[] => {
    const amount = parseMoney(one.amount.amount, one.amount.currencyCode);
    return "id" in one && amount ? [{ id: one.id, amount }] : [];
  });
  const full = transactions.length >= TRANSACTIONS_READ;
  return { kind: "credits", enabled: storeCreditConfiguration.storeCreditEnabled, full, credits };
}

function transactionsIn({ storeCreditAccounts }: Customer, currency: string) {
  return storeCreditAccounts.nodes
    .filter(({ balance }) => balance.currencyCode === currency)
    .flatMap(({ transactions }) => transactions.nodes);
}

const OTHERS = `
  SELECT resolution_id FROM resolution_step
  WHERE shop = $1 AND resolution_id <> $2::uuid AND result ->> 'creditId' = $3 LIMIT 1`;

async function belongsToAnother({ client, resolutionId }: Context, creditId: string): Promise<boolean> {
  return (await sql().query(OTHERS, [client.shop, resolutionId, creditId])).length > 0;
}

/** The credit as Shopify holds it now; null when it is not among the newest. */
export async function readCredit(context: Context, creditId: string): Promise<Money | null | Unreadable> {
  const read = await readCredits(context);
  if (read.kind === "unreadable") return read;
  return read.credits.find(({ id }) => id === creditId)?.amount ?? null;
}

const sameMoney = (a: Money, b: Money | null): boolean => a.minor === b?.minor && a.currency === b.currency;

function done(creditId: string): Extract<StepOutcome, { kind: "done" }> {
  return { kind: "done", result: { creditId } };
}
