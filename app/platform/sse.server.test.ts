import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type ClientConnection, openEventStream, openStreams } from "./sse.server.ts";

function connection(): ClientConnection & { unsent: number; isCut: boolean; drain: () => void } {
  let drained: () => void = () => undefined;
  const made = {
    unsent: 0,
    isCut: false,
    drain: () => drained(),
    unsentBytes: () => made.unsent,
    drained: () => new Promise<void>((resolve) => (drained = resolve)),
    cut: () => void (made.isCut = true),
  };
  return made;
}

const signal = new AbortController().signal;
const ignore = () => undefined;

async function read(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string | null> {
  const { done, value } = await reader.read();
  return done ? null : new TextDecoder().decode(value);
}

function readerOf(response: Response): ReadableStreamDefaultReader<Uint8Array> {
  if (!response.body) throw new Error("The stream has no body.");
  return response.body.getReader();
}

describe("An event stream", () => {
  // For all of them: the one ticker of the process is made with the first stream.
  beforeAll(() => void vi.useFakeTimers());
  afterAll(() => void vi.useRealTimers());

  it("begins with a comment at once, and gives a sign of life every 20 seconds", async () => {
    const stream = openEventStream(connection(), signal, ignore);
    const reader = readerOf(stream.response);
    expect(await read(reader)).toBe(":\n\n");
    const beat = read(reader);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await beat).toBe(":\n\n");
    stream.close();
    expect(await read(reader)).toBeNull();
  });

  it("is left alone by caches, proxies and compressors", () => {
    const stream = openEventStream(connection(), signal, ignore);
    const { response } = stream;
    expect(response.headers.get("Content-Type")).toBe("text/event-stream; charset=utf-8");
    expect(response.headers.get("Cache-Control")).toBe("no-cache, no-transform");
    expect(response.headers.get("X-Accel-Buffering")).toBe("no");
    stream.close();
  });

  it("cuts off a client that has half a megabyte unread, at the next word or sign of life", async () => {
    for (const next of [(send: () => unknown) => send(), () => vi.advanceTimersByTimeAsync(20_000)]) {
      const client = connection();
      const onClose = vi.fn();
      const stream = openEventStream(client, signal, onClose);
      client.unsent = 512 * 1024 + 1;
      await next(() => stream.send("more"));
      expect(client.isCut).toBe(true);
      expect(onClose).toHaveBeenCalledOnce();
      expect(stream.send("even more")).toBe(false);
    }
  });

  it("counts what is not even on its way to the connection yet", () => {
    const client = connection();
    const stream = openEventStream(client, signal, ignore);
    const kilobyte = "x".repeat(1024);
    let sent = 0;
    while (stream.send(kilobyte) && sent < 2_000) sent += 1;
    expect(sent).toBeGreaterThan(400);
    expect(sent).toBeLessThan(600);
    expect(client.isCut).toBe(true);
  });

  it("lets whoever has much to send wait for the client", async () => {
    const client = connection();
    const stream = openEventStream(client, signal, ignore);
    await expect(stream.room()).resolves.toBe(true);
    client.unsent = 100 * 1024;
    const room = stream.room();
    client.unsent = 0;
    client.drain();
    await expect(room).resolves.toBe(true);
    client.unsent = 100 * 1024;
    const never = stream.room();
    stream.close();
    client.drain();
    await expect(never).resolves.toBe(false);
  });

  it("ends once, with its client, and is forgotten", () => {
    const before = openStreams();
    const leaving = new AbortController();
    const onClose = vi.fn();
    const stream = openEventStream(connection(), leaving.signal, onClose);
    expect(openStreams()).toBe(before + 1);
    leaving.abort();
    stream.close();
    expect(onClose).toHaveBeenCalledOnce();
    expect(openStreams()).toBe(before);
    const late = openEventStream(connection(), leaving.signal, onClose);
    expect(late.send("too late")).toBe(false);
    expect(openStreams()).toBe(before);
  });
});
