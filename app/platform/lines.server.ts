import { errorFields, log } from "./log.server.ts";

/** So often something is sent while there is nothing to say: what stands in between takes silence for the end. */
const HEARTBEAT_MS = 10_000;

const encoder = new TextEncoder();

/**
 * Answers with JSON, a line for each thing as it comes to be (`application/x-ndjson`); blank lines are heartbeats. The work's
 * signal is aborted when the client goes. Work that fails ends the answer with `failed`.
 */
export function streamLines<Line extends object>(
  work: (send: (line: Line) => void, signal: AbortSignal) => Promise<void>,
  failed: Line,
  client: AbortSignal,
): Response {
  const ending = new AbortController();
  const signal = AbortSignal.any([client, ending.signal]);
  let beating: NodeJS.Timeout | undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const write = (text: string) => {
        if (!signal.aborted) controller.enqueue(encoder.encode(text));
      };
      const send = (line: Line) => write(`${JSON.stringify(line)}\n`);
      const end = () => {
        clearInterval(beating);
        if (!ending.signal.aborted) controller.close();
      };
      beating = setInterval(() => write("\n"), HEARTBEAT_MS);
      write("\n");
      work(send, signal)
        .catch((error: unknown) => {
          if (signal.aborted) return;
          log.error(errorFields(error), "an answer in lines failed");
          send(failed);
        })
        .finally(end);
    },
    cancel() {
      clearInterval(beating);
      ending.abort(new Error("the client has gone"));
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "application/x-ndjson; charset=utf-8",
      "Cache-Control": "no-store, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
}
