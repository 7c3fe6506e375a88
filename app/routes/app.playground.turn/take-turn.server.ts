import { customerToBe } from "../../playground/customers.server.ts";
import { dryTurn } from "../../playground/dry-run.server.ts";
import type { Frame, Trouble, TurnEnd } from "../../playground/frames.ts";
import { mayRun } from "../../playground/limits.server.ts";
import { triedPolicy } from "../../playground/tried-policy.server.ts";
import { readChoice } from "../../resolutions/policy-choice.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import type { AskedTurn } from "./turn-schema.ts";

/** Takes one turn of a conversation in the playground and tells it as it happens. */
export async function takeTurn(
  shop: string,
  asked: AskedTurn,
  send: (frame: Frame) => void,
  signal: AbortSignal,
): Promise<void> {
  send((await troubleWith(shop, asked, signal)) ?? (await takenTurn(shop, asked, send, signal)));
}

async function troubleWith(shop: string, { persona }: AskedTurn, signal: AbortSignal): Promise<Trouble | null> {
  if (!(await mayRun(shop))) return { kind: "trouble", why: "limited" };
  const isGone = persona.kind === "customer" && (await customerToBe(shop, persona.customerId, signal)) === "gone";
  return isGone ? { kind: "trouble", why: "customer_gone" } : null;
}

async function takenTurn(
  shop: string,
  asked: AskedTurn,
  send: (frame: Frame) => void,
  signal: AbortSignal,
): Promise<TurnEnd | Trouble> {
  const { persona, said, history, orderIds } = asked;
  const { currency } = await shopProfile(shop);
  const policy = await triedPolicy(shop, currency, readChoice(asked.policy) ?? { kind: "in_force" });
  return "kind" in policy ? policy : dryTurn({ shop, persona, policy, history, orderIds, said }, send, signal);
}
