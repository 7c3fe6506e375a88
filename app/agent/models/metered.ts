import type { Model, ModelRequest, ModelUsage } from "./port.ts";
import { costOf } from "./price.ts";

export type Meter = {
  /** Whether the month's limit is spent, asked before every call. */
  isSpent(): Promise<boolean>;
  /** Adds what a call cost in US dollars; null where the price is unknown. It must not throw. */
  add(usd: number | null): Promise<void>;
};

/** Roughly what a token is: for calls whose usage was never told. Counting too little would make a limit none. */
const CHARACTERS_PER_TOKEN = 4;

/**
 * A model whose every call is counted, and which answers no more once the month's limit is spent: it fails at once, and
 * the next model answers. Calls that run at the same time may pass the limit by what they cost.
 */
export function metered(model: Model, meter: Meter): Model {
  return {
    id: model.id,
    price: model.price ?? null,
    async *stream(request) {
      if (await meter.isSpent()) {
        yield { type: "failure", failure: { kind: "spending_limit", message: "the month's limit is spent" } };
        return;
      }
      let usage: ModelUsage | null = null;
      let heard = 0;
      try {
        for await (const event of model.stream(request)) {
          if (event.type === "usage") usage = event.usage;
          if (event.type === "text") heard += event.text.length;
          if (event.type === "tool_call") heard += event.call.arguments.length;
          yield event;
        }
      } finally {
        const used = usage ?? (heard > 0 ? estimate(request, heard) : null);
        if (used) await meter.add(costOf(model.id, used, model.price));
      }
    },
  };
}

function estimate({ system, shopContext, messages, tools }: ModelRequest, heard: number): ModelUsage {
  const sent = JSON.stringify([system, shopContext, messages, tools]).length;
  return {
    inputTokens: Math.ceil(sent / CHARACTERS_PER_TOKEN),
    cachedInputTokens: 0,
    outputTokens: Math.ceil(heard / CHARACTERS_PER_TOKEN),
  };
}
