import { AsyncLocalStorage } from "node:async_hooks";

const acting = new AsyncLocalStorage<string>();
const seen = new Map<string, Set<string>>();

/** Does something for a conversation: whatever is read from Shopify meanwhile is put down to it, to the last answer. */
export function onBehalfOf<Value>(conversationId: string, work: () => Promise<Value>): Promise<Value> {
  return acting.run(conversationId, work);
}

/** Listens to the answers of the Admin API from now on: the orders in them, by who had them read. */
export function listenToReads(gateway: string): void {
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const response = await real(input, init);
    const conversationId = acting.getStore();
    const url = input instanceof Request ? input.url : String(input);
    if (conversationId !== undefined && url.startsWith(gateway) && url.endsWith("/graphql.json")) {
      await note(conversationId, init?.body, response.clone());
    }
    return response;
  };
}

/** A guest's order is looked for by its name alone, to compare its email: that one operation may meet others' orders. */
const MAY_MEET_OTHERS = "FindOrderByName";

async function note(conversationId: string, body: unknown, answer: Response): Promise<void> {
  const operation = /(?:query|mutation)\s+(\w+)/.exec(typeof body === "string" ? body : "")?.[1] ?? "unnamed";
  if (operation === MAY_MEET_OTHERS) return;
  // An answer that is cut says nothing.
  const text = await answer.text().catch(() => "");
  const mine = seen.get(conversationId) ?? new Set<string>();
  seen.set(conversationId, mine);
  for (const [order] of text.matchAll(/gid:\/\/shopify\/Order\/\d+/g)) mine.add(`${operation} ${order}`);
}

export function readsSoFar(): Record<string, string[]> {
  return Object.fromEntries([...seen].map(([id, orders]) => [id, [...orders]]));
}
