import { formatMoney } from "../../orders/money.ts";
import type { Happened, StepContext } from "../executor.ts";
import type { PaidBack } from "./paid-back.ts";
import { doneTexts } from "./texts.ts";

type Told = Partial<Omit<Extract<Happened, { kind: "succeeded" }>, "kind" | "text">>;

/** Sentences that are not empty, one after the other. */
export function succeeded(sentences: readonly string[], told: Told = {}): Happened {
  const text = sentences.filter((sentence) => sentence !== "").join(" ");
  return { kind: "succeeded", text, amount: null, newOrderName: null, url: null, ...told };
}

export function notAsPlanned(message: string): Happened {
  return { kind: "not_as_planned", message };
}

type Paid = Extract<PaidBack, { kind: "paid" }>;
type Destination = "payments" | "store_credit";

/** Money that went back, in words: as a sentence, and as an amount with where it went. `too`: after something else was told. */
export function moneyWords(
  paid: Paid,
  to: Destination,
  { locale }: Pick<StepContext, "locale">,
  too = false,
): { sentence: string; amount: string } {
  const texts = doneTexts(locale);
  const amount = formatMoney(paid.amount, locale);
  if (to === "store_credit") {
    return { sentence: too ? texts.creditedToo(amount) : texts.credited(amount), amount: texts.toCredit(amount) };
  }
  const done = too ? texts.refundedToo(amount) : texts.refunded(amount);
  return { sentence: paid.pending ? texts.refundPending(amount) : done, amount: texts.toPayment(amount) };
}
