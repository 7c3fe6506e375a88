/**
 * Server-sent events out of a byte stream, as the HTML standard parses them (field lines, comments, any line ending, a
 * leading byte order mark). `EventSource` itself cannot carry the token in a header.
 */
export type ServerSentEvent = { id: string | null; event: string; data: string };

/** Feed it text as it arrives; it answers with the events that became complete. */
export function sseParser(): (chunk: string) => ServerSentEvent[] {
  let rest = "";
  let first = true;
  let id: string | null = null;
  let event = "";
  let data: string[] = [];

  return (chunk) => {
    const done: ServerSentEvent[] = [];
    rest += chunk;
    if (first && rest) {
      first = false;
      rest = rest.replace(/^\ufeff/, "");
    }
    for (;;) {
      const end = /\r\n|\n|\r(?!$)/.exec(rest); // a carriage return at the very end may be half of a pair
      if (!end) return done;
      const line = rest.slice(0, end.index);
      rest = rest.slice(end.index + end[0].length);
      if (line === "") {
        if (data.length > 0) done.push({ id, event: event || "message", data: data.join("\n") });
        event = "";
        data = [];
        continue;
      }
      const [, field, value = ""] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
      if (field === "data") data.push(value);
      else if (field === "event") event = value;
      else if (field === "id" && !value.includes("\0")) id = value;
    }
  };
}
