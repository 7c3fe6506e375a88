/** A request to the model server, as a script sees it. */
export type ScriptedRequest = {
  index: number;
  body: {
    model: string;
    messages: {
      role: string;
      content?: string | null;
      tool_calls?: { id: string; function: { name: string; arguments: string } }[];
    }[];
    tools?: { type: string; function: { name: string; strict?: boolean; parameters: unknown } }[];
    stream?: boolean;
    [parameter: string]: unknown;
  };
  bytes: number;
  /** The API key it came with. */
  key: string;
  /** Resolves when the client has hung up before the answer was over. */
  left: Promise<void>;
};

export type ScriptedCall = { name: string; arguments: string; id?: string };

/** One thing the server does, in order. Text is cut into tokens as real servers do. */
export type Act =
  | { do: "text"; text: string; tokenMs?: number }
  /** `pieces` cuts each call's arguments into so many chunks. */
  | { do: "calls"; calls: ScriptedCall[]; pieces?: number; withoutIds?: boolean }
  | { do: "finish"; reason: "stop" | "tool_calls" | "length" | "content_filter" }
  | { do: "refuse"; text: string }
  | { do: "usage"; input: number; cached?: number; output: number }
  | { do: "raw"; text: string }
  | { do: "wait"; ms: number }
  /** Says nothing more and keeps the connection open until the client leaves. */
  | { do: "stall" }
  /** Breaks the connection. */
  | { do: "cut" };

export type Reply = Act[] | { status: number; headers?: Record<string, string>; body?: unknown };
export type Script = (request: ScriptedRequest) => Reply | Promise<Reply>;

/** Shorthands for scripts. */
export const say = (text: string): Act[] => [
  { do: "text", text },
  { do: "finish", reason: "stop" },
  { do: "usage", input: 900, cached: 800, output: Math.ceil(text.length / 4) },
];
export const call = (...calls: ScriptedCall[]): Act[] => [
  { do: "calls", calls },
  { do: "finish", reason: "tool_calls" },
  { do: "usage", input: 900, cached: 800, output: 20 },
];

/** The replies in turn; the last one for every request after it. */
export function inTurn(...replies: Reply[]): Script {
  return ({ index }) => replies[Math.min(index, replies.length - 1)] ?? { status: 500 };
}
