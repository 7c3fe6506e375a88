import { expect, test } from "vitest";
import { modelsFor } from "./pick.server.ts";

const none = { OPENAI_API_KEY: undefined, OPENAI_BASE_URL: undefined, OPENAI_MODEL: undefined };
const idsFor = (source: Partial<Record<keyof typeof none, string>>) =>
  modelsFor({ ...none, ...source }).map(({ id }) => id);

test("without a key the embedded model answers alone", () => {
  expect(idsFor({})).toEqual(["embedded"]);
});

test("with a key the provider answers, and the embedded model stands behind it", () => {
  expect(idsFor({ OPENAI_API_KEY: "k" })).toEqual(["openai:gpt-5-mini", "embedded"]);
  expect(idsFor({ OPENAI_API_KEY: "k", OPENAI_MODEL: "gpt-4.1" })).toEqual(["openai:gpt-4.1", "embedded"]);
});

test("a server of one's own needs no key", () => {
  expect(idsFor({ OPENAI_BASE_URL: "http://127.0.0.1:11434/v1", OPENAI_MODEL: "llama3" })).toEqual([
    "openai:llama3",
    "embedded",
  ]);
});
