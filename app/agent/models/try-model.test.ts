import { afterEach, beforeEach, expect, test } from "vitest";
import { type Reply, say } from "#tests/support/scripted-replies.ts";
import { type ScriptedOpenAi, startScriptedOpenAi } from "#tests/support/scripted-openai.ts";
import { outboundFetch } from "../../platform/outbound.server.ts";
import { tryModel } from "./try-model.server.ts";

let server: ScriptedOpenAi;
let reply: Reply;

beforeEach(async () => {
  server = await startScriptedOpenAi(() => reply);
});
afterEach(() => server.close());

const NEVER = new AbortController().signal;
const merchant = (trusted: string[]) => ({ fetch: outboundFetch(trusted), price: null });

function attempt(answer: Reply) {
  reply = answer;
  const trusted = [new URL(server.baseURL).host];
  return tryModel({ apiKey: "sk-a", model: "m", baseURL: server.baseURL, merchant: merchant(trusted) }, NEVER);
}
const refusal = (status: number, code: string | null = null): Reply => ({
  status,
  body: { error: { message: "no", code } },
});

test("a model that answers works, asked one tiny thing with a tool at hand", async () => {
  expect(await attempt(say("ready"))).toMatchObject({ kind: "works" });
  expect(server.requests).toHaveLength(1);
  expect(server.requests[0]?.body.tools).toHaveLength(1);
  expect(server.requests[0]?.bytes).toBeLessThan(1_500);
});

test.each([
  ["a wrong key", refusal(401, "invalid_api_key"), "wrong_key"],
  ["a key without rights", refusal(403), "wrong_key"],
  ["a model nobody knows", refusal(404, "model_not_found"), "unknown_model"],
  ["a model that a 400 does not know", refusal(400, "model_not_found"), "unknown_model"],
  ["too many requests", refusal(429, "rate_limit_exceeded"), "rate_limited"],
  ["an empty account", refusal(429, "insufficient_quota"), "out_of_quota"],
  ["an unpaid bill", refusal(402), "out_of_quota"],
  ["a broken server", refusal(500), "server_error"],
  ["a server that takes no such request", refusal(422, "tools_not_supported"), "refused"],
  ["a redirect", { status: 302, headers: { location: "http://127.0.0.1/" } }, "not_compatible"],
  ["a web page", [{ do: "raw", text: "<html>welcome</html>" }, { do: "cut" }], "not_compatible"],
] as const)("%s is told for what it is, after one call", async (_what, answer, why) => {
  expect(await attempt(answer as Reply)).toMatchObject({ kind: "trouble", why });
  expect(server.requests).toHaveLength(1);
});

test("nobody listening is unreachable, and an address of this machine is not asked", async () => {
  const { host } = new URL(server.baseURL);
  await server.close();
  const options = { apiKey: "sk-a", model: "m", baseURL: server.baseURL };
  expect(await tryModel({ ...options, merchant: merchant([host]) }, NEVER)).toMatchObject({ why: "unreachable" });
  expect(await tryModel({ ...options, merchant: merchant([]) }, NEVER)).toMatchObject({ why: "private_address" });
});
