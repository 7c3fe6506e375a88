import { daysBetween, dayIn } from "./calendar.ts";
import { itemsInWords } from "./group-words.ts";
import type { Wording } from "./group-words.ts";
import type { OrderSnapshot, Refund } from "./snapshot.ts";

/** One sentence for each refund, oldest first: how much, when, for what, and what its money does now. */
export function refundSentences(snapshot: OrderSnapshot, wording: Wording): string[] {
  if (snapshot.refunds.length > 0) return snapshot.refunds.map((refund) => sentence(refund, snapshot, wording));
  const { refunded } = snapshot;
  if (snapshot.detail === "headline" && refunded && refunded.minor > 0) {
    return [wording.texts.refundTotal(wording.teller.money(refunded, "totalRefundedSet"))];
  }
  return [];
}

function sentence(refund: Refund, snapshot: OrderSnapshot, { teller, texts, judging }: Wording): string {
  const path = `refunds[${String(refund.index)}]`;
  const items = refund.lines.flatMap(({ lineId, quantity }) => {
    const line = snapshot.lines.find((candidate) => candidate.id === lineId);
    return line ? [{ line, quantity }] : [];
  });
  const days = daysBetween(dayIn(refund.at, judging.timeZone), dayIn(judging.now, judging.timeZone));
  const all = snapshot.lines.every((line) =>
    items.some((item) => item.line.id === line.id && item.quantity >= line.quantity),
  );
  return texts.refund({
    amount: teller.money(refund.amount, `${path}.totalRefundedSet`),
    on: teller.date(refund.at, `${path}.processedAt`),
    items: items.length > 0 && !refund.moreLines && !all ? itemsInWords(items, snapshot.lines, texts) : null,
    money: refund.money,
    settled: days > judging.rules.refundDays,
  });
}
