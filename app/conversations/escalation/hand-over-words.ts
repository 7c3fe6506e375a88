import { shopperTexts } from "../texts.ts";
import { type EscalationReason, isCalmReason } from "./reasons.ts";

export type HandOver = {
  locale: string;
  shopName: string;
  reason: EscalationReason;
  /** When an answer can be expected, in words; empty where nothing is set. */
  expectation: string;
  /** Whether nobody is there right now, and the shopper has a form for their address. */
  mayLeaveEmail: boolean;
};

/** All that a shopper is told when people get the conversation: it is promised that they do, and no more than that. */
export function handOverWords({ locale, shopName, reason, expectation, mayLeaveEmail }: HandOver): string {
  const texts = shopperTexts(locale);
  const parts = [
    isCalmReason(reason) ? texts.calm[reason] : "",
    texts.escalated(shopName),
    expectation,
    mayLeaveEmail ? texts.leaveEmail : "",
  ];
  return parts.filter((part) => part !== "").join(" ");
}
