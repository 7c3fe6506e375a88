/**
 * Follows server-sent events by `fetch`: App Bridge adds a fresh session token, which `EventSource` cannot. Gives the data of
 * each batch that came in one piece; heartbeats come as empty batches.
 *
 * @throws when the connection fails or is aborted; `Refused` when the server answers otherwise
 */
export async function* readEvents<Frame>(url: string, signal: AbortSignal): AsyncGenerator<Frame[]> {
  const response = await fetch(url, { headers: { Accept: "text/event-stream" }, signal });
  if (!response.ok || !response.body) throw new Refused(response.status);
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    text += decoder.decode(next.value, { stream: true });
    const frames: Frame[] = [];
    for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
      const data = text
        .slice(0, end)
        .split("\n")
        .filter((line) => line.startsWith("data: "))
        .map((line) => line.slice(6))
        .join("\n");
      text = text.slice(end + 2);
      if (data !== "") frames.push(JSON.parse(data) as Frame);
    }
    yield frames;
  }
}

export class Refused extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`The server answered ${status}.`);
    this.status = status;
  }
}
