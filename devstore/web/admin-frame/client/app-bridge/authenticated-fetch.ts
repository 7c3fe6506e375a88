const RETRY_HEADER = "X-Shopify-Retry-Invalid-Session-Request";
const REAUTHORIZE_HEADER = "X-Shopify-API-Request-Failure-Reauthorize-Url";

/**
 * Gives requests to the app's own origin a fresh session token, and asks once more with another when the app says that
 * the token was the trouble. Source: https://shopify.dev/docs/api/app-bridge-library/apis/fetch
 */
export function patchFetch(idToken: () => Promise<string>): void {
  const plainFetch = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (new URL(request.url).origin !== location.origin || request.headers.has("Authorization")) {
      return plainFetch(input, init);
    }
    const again = request.clone();
    const response = await plainFetch(await withToken(request, idToken));
    if (response.status === 401 && response.headers.has(RETRY_HEADER))
      return plainFetch(await withToken(again, idToken));
    const reauthorizeUrl = response.headers.get(REAUTHORIZE_HEADER);
    if (reauthorizeUrl) window.open(reauthorizeUrl, "_top");
    return response;
  };
}

async function withToken(request: Request, idToken: () => Promise<string>): Promise<Request> {
  const headers = new Headers(request.headers);
  headers.set("Authorization", `Bearer ${await idToken()}`);
  headers.set("X-Requested-With", "XMLHttpRequest");
  return new Request(request, { headers });
}
