import { randomUUID } from "node:crypto";
import type { ModelEvent, ModelUsage, ToolCall } from "./port.ts";

/** Arguments and calls beyond these are not kept: no tool takes so many, and a stream may be endless. */
const MOST_CALLS = 64;
const MOST_ARGUMENT_CHARACTERS = 65_536;

/** A chunk as servers really send it: less of it is sure than the SDK's types say. */
type Chunk = {
  choices?: { delta?: Delta | null; finish_reason?: string | null }[] | null;
  usage?: Usage | null;
};
type Delta = { content?: string | null; refusal?: string | null; tool_calls?: CallDelta[] | null };
type CallDelta = { index?: number; id?: string; function?: { name?: string; arguments?: unknown } };
type Usage = {
  prompt_tokens?: number;
  completion_tokens?: number;
  prompt_tokens_details?: { cached_tokens?: number | null } | null;
};

/** Puts a stream of chunks together: text at once, tool calls, usage and the end when the stream is over. */
export class ChunkReader {
  private readonly calls = new Map<number, ToolCall>();
  private finish: string | null = null;
  private usage: ModelUsage | null = null;
  private refused = false;

  /** The text in a chunk. Servers leave out almost anything, so nothing is taken for granted. */
  read(chunk: Chunk): string {
    if (chunk.usage) this.usage = toUsage(chunk.usage);
    const choice = chunk.choices?.[0];
    if (!choice) return "";
    if (choice.finish_reason) this.finish = choice.finish_reason;
    const { delta } = choice;
    if (!delta) return "";
    if (delta.refusal) this.refused = true;
    for (const call of delta.tool_calls ?? []) this.addCall(call);
    return delta.content ?? "";
  }

  /** What is told after the last chunk, or null when the stream ended before the model did. */
  end(): ModelEvent[] | null {
    // Some servers name no reason, but those that count tokens do it last of all.
    if (this.finish === null && this.usage === null) return null;
    const events: ModelEvent[] = [];
    for (const call of this.calls.values()) {
      if (call.name !== "")
        events.push({ type: "tool_call", call: { ...call, id: call.id || `call_${randomUUID()}` } });
    }
    const hasCalls = events.length > 0;
    if (this.usage) events.push({ type: "usage", usage: this.usage });
    events.push({ type: "end", reason: this.reason(hasCalls) });
    return events;
  }

  private reason(hasCalls: boolean): Extract<ModelEvent, { type: "end" }>["reason"] {
    if (this.refused || this.finish === "content_filter") return "refusal";
    if (this.finish === "length") return "length";
    // Several servers say "stop" after tool calls.
    return hasCalls ? "tool_calls" : "stop";
  }

  private addCall(delta: CallDelta): void {
    const index = this.placeOf(delta);
    let call = this.calls.get(index);
    if (!call) {
      if (this.calls.size >= MOST_CALLS) return;
      call = { id: "", name: "", arguments: "" };
      this.calls.set(index, call);
    }
    if (delta.id) call.id = delta.id;
    if (delta.function?.name && call.name === "") call.name = delta.function.name;
    const text = delta.function?.arguments;
    if (typeof text === "string") {
      if (call.arguments.length < MOST_ARGUMENT_CHARACTERS) call.arguments += text;
    } else if (typeof text === "object" && text !== null) {
      // Some servers send the arguments as an object.
      call.arguments = JSON.stringify(text);
    }
  }

  /** Deltas of one call share an index; servers that send whole calls may leave it out, or give them all the same. */
  private placeOf(delta: CallDelta): number {
    const { index } = delta;
    const last = this.calls.size - 1;
    if (index === undefined) {
      const isNext = delta.id !== undefined || delta.function?.name !== undefined;
      return isNext ? this.calls.size : Math.max(0, last);
    }
    const known = this.calls.get(index);
    if (known && delta.id && known.id !== "" && delta.id !== known.id) return Math.max(...this.calls.keys()) + 1;
    return index;
  }
}

function toUsage(usage: Usage): ModelUsage {
  return {
    inputTokens: usage.prompt_tokens ?? 0,
    cachedInputTokens: usage.prompt_tokens_details?.cached_tokens ?? 0,
    outputTokens: usage.completion_tokens ?? 0,
  };
}
