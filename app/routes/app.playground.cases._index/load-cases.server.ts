import { policyChoiceWords } from "../../components/policy-choice.texts.ts";
import { shopTime } from "../../components/shop-time.ts";
import type { LastRun, StoredCase } from "../../playground/test-case.ts";
import { testCases } from "../../playground/test-cases.server.ts";
import { readChoice } from "../../resolutions/policy-choice.ts";
import { policiesAtHand } from "../../resolutions/policy-choice.server.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";

export type ShownCase = Pick<StoredCase, "id" | "name" | "persona"> & {
  messages: number;
  lastRun: LastRun | null;
  /** The policy and the moment of the last run, in words. */
  against: string;
  when: string;
};

/** The page of test cases: each with how it went when it was last run, and the policies to run them against. */
export async function loadCases(shop: string) {
  const { timeZone } = await shopProfile(shop);
  const [cases, atHand] = await Promise.all([testCases(shop), policiesAtHand(shop)]);
  const when = shopTime(timeZone);
  return { atHand, cases: cases.map((one) => shownCase(one, when)) };
}

function shownCase({ id, name, persona, steps, lastRun }: StoredCase, when: (iso: string) => string): ShownCase {
  const against = lastRun ? policyWords(lastRun.policy) : "";
  return { id, name, persona, messages: steps.length, lastRun, against, when: lastRun ? when(lastRun.at) : "" };
}

function policyWords(text: string): string {
  const choice = readChoice(text);
  return choice ? policyChoiceWords(choice) : text;
}
