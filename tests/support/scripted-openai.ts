import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Act, Script, ScriptedCall, ScriptedRequest } from "./scripted-replies.ts";
import { wismo } from "./scripted-openai-wismo.ts";

export type ScriptedOpenAi = {
  /** For `OPENAI_BASE_URL`. */
  baseURL: string;
  requests: ScriptedRequest[];
  /** How many clients hung up in mid-answer. */
  left: number;
  script: Script;
  close(): Promise<void>;
};

/** A server that speaks Chat Completions over real HTTP and answers as its script says. */
export async function startScriptedOpenAi(script: Script, port = 0): Promise<ScriptedOpenAi> {
  const server = createServer((request, response) => {
    void answer(request, response, state).catch(() => response.destroy());
  });
  const state: ScriptedOpenAi = { baseURL: "", requests: [], left: 0, script, close: () => close(server) };
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  state.baseURL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  return state;
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

async function answer(request: IncomingMessage, response: ServerResponse, state: ScriptedOpenAi): Promise<void> {
  if (request.method === "GET" && request.url === "/requests") {
    const bytes = state.requests.reduce((sum, one) => sum + one.bytes, 0);
    return void response.end(JSON.stringify({ requests: state.requests.length, bytes, left: state.left }));
  }
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const bytes = Buffer.concat(parts);
  const left = new Promise<void>((resolve) => {
    response.on("close", () => {
      if (response.writableFinished) return;
      state.left += 1;
      resolve();
    });
  });
  const body = JSON.parse(bytes.toString("utf8")) as ScriptedRequest["body"];
  // Briefs for people are summed up behind every conversation: no script of a conversation is about them.
  if (body.messages[0]?.content?.startsWith("You sum up a conversation")) {
    response.writeHead(200, { "content-type": "text/event-stream" });
    send(response, {}, "stop");
    return void response.end("data: [DONE]\n\n");
  }
  const key = request.headers.authorization?.replace(/^Bearer /, "") ?? "";
  const scripted: ScriptedRequest = { index: state.requests.length, body, bytes: bytes.length, key, left };
  state.requests.push(scripted);
  if (!request.url?.endsWith("/chat/completions")) return void response.writeHead(404).end("{}");

  const reply = await state.script(scripted);
  if (!Array.isArray(reply)) {
    response.writeHead(reply.status, { "content-type": "application/json", ...reply.headers });
    return void response.end(
      JSON.stringify(reply.body ?? { error: { message: `status ${reply.status}`, code: null } }),
    );
  }
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
  const wantsUsage = (body["stream_options"] as { include_usage?: boolean } | undefined)?.include_usage === true;
  for (const act of reply) if (!(await perform(act, response, left, wantsUsage))) return;
  response.end("data: [DONE]\n\n");
}

/** False when the answer is over before its end. */
async function perform(act: Act, response: ServerResponse, left: Promise<void>, wantsUsage: boolean): Promise<boolean> {
  switch (act.do) {
    case "text":
      for (const token of tokens(act.text)) {
        send(response, { content: token });
        if (act.tokenMs !== undefined) await Promise.race([pause(act.tokenMs), left]);
        if (response.destroyed) return false;
      }
      return true;
    case "calls":
      act.calls.forEach((call, index) => sendCall(response, call, index, act.pieces ?? 3, act.withoutIds ?? false));
      return true;
    case "finish":
      send(response, {}, act.reason);
      return true;
    case "refuse":
      for (const token of tokens(act.text)) send(response, { refusal: token });
      return true;
    case "usage": {
      const { input, output, cached = 0 } = act;
      const usage = {
        prompt_tokens: input,
        completion_tokens: output,
        total_tokens: input + output,
        prompt_tokens_details: { cached_tokens: cached },
      };
      if (wantsUsage) event(response, { ...CHUNK, choices: [], usage });
      return true;
    }
    case "raw":
      response.write(act.text);
      return true;
    case "wait":
      await Promise.race([pause(act.ms), left]);
      return !response.destroyed;
    case "stall":
      await left;
      return false;
    case "cut":
      // What was written first goes out first.
      await new Promise<void>((resolve) => response.write(": \n\n", () => resolve()));
      response.destroy();
      return false;
  }
}

const CHUNK = { id: "chatcmpl-scripted", object: "chat.completion.chunk", created: 1_790_000_000, model: "scripted" };

function send(response: ServerResponse, delta: object, finish: string | null = null): void {
  event(response, { ...CHUNK, choices: [{ index: 0, delta, finish_reason: finish }] });
}

function event(response: ServerResponse, chunk: object): void {
  response.write(`data: ${JSON.stringify(chunk)}\n\n`);
}

function sendCall(
  response: ServerResponse,
  call: ScriptedCall,
  index: number,
  pieces: number,
  withoutIds: boolean,
): void {
  const id = withoutIds ? {} : { id: call.id ?? `call_${index + 1}` };
  send(response, { tool_calls: [{ index, ...id, type: "function", function: { name: call.name, arguments: "" } }] });
  const size = Math.max(1, Math.ceil(call.arguments.length / pieces));
  for (let at = 0; at < call.arguments.length; at += size) {
    send(response, { tool_calls: [{ index, function: { arguments: call.arguments.slice(at, at + size) } }] });
  }
}

/** Words with the blank before them, as tokenizers cut them; long words in two. */
function tokens(text: string): string[] {
  return text.match(/\s*\S{1,7}|\s+$/g) ?? [];
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

if (process.argv[1] && import.meta.filename === process.argv[1]) {
  const at = process.argv.indexOf("--port");
  const server = await startScriptedOpenAi(wismo, at > 0 ? Number(process.argv[at + 1]) : 0);
  process.stdout.write(`OPENAI_BASE_URL=${server.baseURL}\n`);
}
