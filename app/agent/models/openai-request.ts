import type {
  ChatCompletionCreateParamsStreaming,
  ChatCompletionMessageParam,
} from "openai/resources/chat/completions";
import type { ModelMessage, ModelRequest, ToolSpec } from "./port.ts";

type Params = ChatCompletionCreateParamsStreaming;

/**
 * Parameters that not every OpenAI-compatible server knows. One that a server complains about is left out from then on;
 * each is found by its name in the complaint.
 */
export const OPTIONAL_PARAMETERS = [
  "stream_options",
  "parallel_tool_calls",
  "reasoning_effort",
  "max_completion_tokens",
  "strict",
] as const;
export type OptionalParameter = (typeof OPTIONAL_PARAMETERS)[number];

/** The body of a request, as Chat Completions wants it. `without` holds what this server is known not to take. */
export function toParams(request: ModelRequest, model: string, without: ReadonlySet<OptionalParameter>): Params {
  const has = (name: OptionalParameter) => !without.has(name);
  const params: Params = {
    model,
    stream: true,
    // One system message: some chat templates refuse a second. Its beginning stays the same, so it is cached all the same.
    messages: [
      { role: "system", content: `${request.system}\n\n${request.shopContext}` },
      ...request.messages.map(toMessage),
    ],
  };
  if (has("max_completion_tokens")) params.max_completion_tokens = request.maxOutputTokens;
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- what servers know that do not know its successor
  else params.max_tokens = request.maxOutputTokens;
  if (has("stream_options")) params.stream_options = { include_usage: true };
  // A shopper waits: looking up an order needs little thought.
  if (has("reasoning_effort") && /^(?:gpt-5|o\d)/.test(model)) params.reasoning_effort = "low";
  if (request.tools.length > 0) {
    params.tools = toolsFor(request.tools, has("strict"));
    if (has("parallel_tool_calls")) params.parallel_tool_calls = true;
  }
  return params;
}

const toolsMade = new WeakMap<ToolSpec[], { strict: Params["tools"]; loose: Params["tools"] }>();

function toolsFor(specs: ToolSpec[], strict: boolean): NonNullable<Params["tools"]> {
  let made = toolsMade.get(specs);
  if (!made) {
    const functions = specs.map(({ name, description, parameters }) => ({ name, description, parameters }));
    made = {
      strict: functions.map((one) => ({ type: "function", function: { ...one, strict: true } })),
      loose: functions.map((one) => ({ type: "function", function: one })),
    };
    toolsMade.set(specs, made);
  }
  return (strict ? made.strict : made.loose) ?? [];
}

function toMessage(message: ModelMessage): ChatCompletionMessageParam {
  switch (message.role) {
    case "user":
      return { role: "user", content: message.text };
    case "tool":
      return { role: "tool", tool_call_id: message.toolCallId, content: message.content };
    case "assistant":
      if (message.toolCalls.length === 0) return { role: "assistant", content: message.text };
      return {
        role: "assistant",
        content: message.text === "" ? null : message.text,
        tool_calls: message.toolCalls.map(({ id, name, arguments: text }) => ({
          id,
          type: "function",
          function: { name, arguments: asObject(text) },
        })),
      };
  }
}

/** Several servers answer 400 to a conversation whose earlier calls hold broken JSON; the tool's answer says what was wrong. */
function asObject(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? text : "{}";
  } catch {
    return "{}";
  }
}
