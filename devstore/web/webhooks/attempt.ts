/** Shopify waits five seconds for the whole answer: https://shopify.dev/docs/apps/build/webhooks/subscribe/https */
const ANSWER_TIMEOUT_MS = 5000;

export type AttemptOutcome =
  { kind: "accepted"; status: number } | { kind: "refused"; status: number } | { kind: "no_answer"; message: string };

/** Posts one webhook. Only a 2xx counts; redirects are refusals, as they are for Shopify. */
export async function attemptDelivery(
  url: URL,
  headers: Record<string, string>,
  body: string,
): Promise<AttemptOutcome> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers,
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    });
    await response.arrayBuffer();
    return { kind: response.ok ? "accepted" : "refused", status: response.status };
  } catch (error) {
    return { kind: "no_answer", message: error instanceof Error ? error.message : String(error) };
  }
}
