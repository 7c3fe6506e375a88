import type { ConversationKey } from "../identity/scope.ts";
import { sumUp } from "./brief/sum-up.server.ts";
import { learnWhoItIs } from "./who-is-it.server.ts";

/**
 * What people like to know of a conversation they have got, and can do without: who it is, and a few words about it.
 * @throws when either could not be had, for the job to be tried again
 */
export async function afterHandOver(key: ConversationKey): Promise<void> {
  const [who, words] = await Promise.allSettled([learnWhoItIs(key), sumUp(key, AbortSignal.timeout(60_000))]);
  for (const one of [who, words]) if (one.status === "rejected") throw one.reason;
  if (who.status === "fulfilled" && who.value === "unavailable") throw new Error("Shopify did not say who it is.");
}
