/**
 * Posts JSON and hears the answer a line at a time; App Bridge adds a fresh session token. Blank lines are heartbeats.
 * @throws when the connection fails, is aborted, or is not answered with lines
 */
export async function* readLines<Line>(url: string, body: unknown, signal: AbortSignal): AsyncGenerator<Line> {
  const headers = { "Content-Type": "application/json" };
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(body), signal });
  if (!response.ok || !response.body) throw new Error(`The server answered ${response.status}.`);
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    text += decoder.decode(next.value, { stream: true });
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n")) {
      const line = text.slice(0, end);
      text = text.slice(end + 1);
      if (line.trim() !== "") yield JSON.parse(line) as Line;
    }
  }
}
