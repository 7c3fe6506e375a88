import type { PublicEvent } from "../../app/conversations/events.ts";

/** One block of an event stream as it came: a comment, or an event with its id. */
export type Block = { comment: true } | { comment: false; id: number | null; event: PublicEvent };

/** Reads a stream of server-sent events block by block; null at its end. */
export function blocksOf(body: ReadableStream<Uint8Array>) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  return {
    async next(): Promise<Block | null> {
      for (;;) {
        const end = text.indexOf("\n\n");
        if (end >= 0) {
          const block = text.slice(0, end);
          text = text.slice(end + 2);
          return parse(block);
        }
        const { done, value } = await reader.read();
        if (done) return null;
        text += decoder.decode(value, { stream: true });
      }
    },
    leave: () => reader.cancel(),
  };
}

function parse(block: string): Block {
  const lines = block.split("\n");
  if (lines.every((line) => line.startsWith(":"))) return { comment: true };
  const field = (name: string) => lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
  const id = field("id");
  const data = field("data");
  if (data === undefined) throw new Error(`A block without data: ${block}`);
  return { comment: false, id: id === undefined ? null : Number(id), event: JSON.parse(data) as PublicEvent };
}
