import type { Model, ModelEvent, ModelRequest } from "../port.ts";
import { readConversation } from "./conversation.ts";
import { plan } from "./plan.ts";
import { writeReply } from "./reply.ts";
import { chunks } from "./sentences.ts";

/** Rough, as everywhere without a tokenizer, and generous. */
const CHARACTERS_PER_TOKEN = 3;

/**
 * The model that needs no provider: it recognises what the shopper wants by example phrases, asks for what is missing,
 * calls the same tools as any model and words their results. A pure function of the request: the same conversation
 * always gets the same answer, and nothing is remembered but what the messages hold.
 */
export const embeddedModel: Model = {
  id: "embedded",
  // eslint-disable-next-line @typescript-eslint/require-await -- the port is asynchronous; here there is nothing to wait for
  async *stream(request: ModelRequest): AsyncGenerator<ModelEvent> {
    if (request.signal.aborted) {
      yield { type: "failure", failure: { kind: "cancelled", message: "The turn was cancelled." } };
      return;
    }
    const step = plan(
      readConversation(request.messages, request.shopContext),
      new Set(request.tools.map(({ name }) => name)),
    );
    if (step.kind === "calls") {
      for (const [at, { name, args }] of step.calls.entries()) {
        const id = `embedded-${request.messages.length}-${at}`;
        yield { type: "tool_call", call: { id, name, arguments: JSON.stringify(args) } };
      }
      yield { type: "usage", usage: { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 } };
      yield { type: "end", reason: "tool_calls" };
      return;
    }
    let room = request.maxOutputTokens * CHARACTERS_PER_TOKEN;
    let complete = true;
    for (const chunk of chunks(writeReply(step.findings))) {
      room -= chunk.length;
      if (room < 0) {
        complete = false;
        break;
      }
      yield { type: "text", text: chunk };
    }
    yield { type: "usage", usage: { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 } };
    yield { type: "end", reason: complete ? "stop" : "length" };
  },
};
