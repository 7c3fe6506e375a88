export type Posted<Answer> = { kind: "ok"; value: Answer } | { kind: "refused"; status: number } | { kind: "failed" };

/** Posts to a resource of the admin, by `fetch`, to which App Bridge adds the session token. */
export async function postJson<Answer>(url: string, body: object, signal?: AbortSignal): Promise<Posted<Answer>> {
  try {
    const headers = { "Content-Type": "application/json" };
    const init = { method: "POST", headers, body: JSON.stringify(body), ...(signal ? { signal } : {}) };
    const response = await fetch(url, init);
    if (!response.ok) return { kind: "refused", status: response.status };
    return { kind: "ok", value: (await response.json()) as Answer };
  } catch {
    return { kind: "failed" };
  }
}
