/** The connection behind a response, as far as a stream without end needs to know it. */
export type ClientConnection = {
  /** Bytes that were written and that the client's side has not taken yet. */
  unsentBytes(): number;
  /** Resolves once what was written has gone out, or the client has. */
  drained(): Promise<void>;
  /** Ends it at once; what is unsent is lost. */
  cut(): void;
};

/** One text event stream: what is written goes out until the client or the server ends it. */
export type EventStream = {
  response: Response;
  /** False when the client is gone or reads too slowly; the stream is closed then. */
  send(data: string, id?: number): boolean;
  /** Waits until the client has taken most of what was sent. False when the stream is closed. */
  room(): Promise<boolean>;
  close(): void;
};

/** A client with this many bytes unread is cut off: it resumes from what it has. */
const MOST_UNREAD_BYTES = 512 * 1024;
/** Whoever has much to send and can wait does so above this. */
const ROOM_BYTES = 64 * 1024;
const HEARTBEAT_MS = 20_000;

const encoder = new TextEncoder();
const HEARTBEAT = encoder.encode(":\n\n");

type Beating = { beat(): void };
const open = new Set<Beating>();
let ticker: NodeJS.Timeout | undefined;

/** How many event streams this process holds open. */
export function openStreams(): number {
  return open.size;
}

/**
 * Opens an event stream (https://html.spec.whatwg.org/multipage/server-sent-events.html) that proxies leave alone:
 * a first comment at once, a heartbeat, no transformation, no buffering.
 */
export function openEventStream(connection: ClientConnection, signal: AbortSignal, onClose: () => void): EventStream {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let closed = false;

  const unread = () => connection.unsentBytes() - (controller?.desiredSize ?? 0);
  const write = (bytes: Uint8Array): boolean => {
    if (closed || !controller) return false;
    if (unread() > MOST_UNREAD_BYTES) {
      close();
      connection.cut();
      return false;
    }
    controller.enqueue(bytes);
    return true;
  };
  const beating: Beating = { beat: () => void write(HEARTBEAT) };
  const close = () => {
    if (closed) return;
    closed = true;
    open.delete(beating);
    signal.removeEventListener("abort", close);
    try {
      controller?.close();
    } catch {
      // The client cancelled first: the controller is closed already.
    }
    onClose();
  };

  const body = new ReadableStream<Uint8Array>(
    {
      start(given) {
        controller = given;
      },
      cancel: close,
    },
    { highWaterMark: 0, size: (chunk) => chunk.byteLength },
  );
  signal.addEventListener("abort", close, { once: true });
  open.add(beating);
  ticker ??= setInterval(() => {
    for (const one of open) one.beat();
  }, HEARTBEAT_MS).unref();
  write(HEARTBEAT);
  if (signal.aborted) close();

  return {
    response: new Response(body, {
      headers: {
        "Content-Type": "text/event-stream; charset=utf-8",
        "Cache-Control": "no-cache, no-transform",
        "X-Accel-Buffering": "no",
      },
    }),
    send: (data, id) => write(encoder.encode(`${id === undefined ? "" : `id: ${id}\n`}data: ${data}\n\n`)),
    async room() {
      while (!closed && unread() > ROOM_BYTES) await connection.drained();
      return !closed;
    },
    close,
  };
}
