import { expect, test } from "vitest";
import { operatorsModel } from "./pick.server.ts";

const none = { OPENAI_API_KEY: undefined, OPENAI_BASE_URL: undefined, OPENAI_MODEL: undefined };

test("without a key in the environment the operator has no model", () => {
  expect(operatorsModel(none)).toBeNull();
});

test("with a key the operator's provider answers", () => {
  expect(operatorsModel({ ...none, OPENAI_API_KEY: "k" })).toMatchObject({ apiKey: "k", model: "gpt-5-mini" });
  expect(operatorsModel({ ...none, OPENAI_API_KEY: "k", OPENAI_MODEL: "gpt-4.1" })?.model).toBe("gpt-4.1");
});

test("a server of the operator's own needs no key", () => {
  const baseURL = "http://127.0.0.1:11434/v1";
  expect(operatorsModel({ ...none, OPENAI_BASE_URL: baseURL, OPENAI_MODEL: "llama3" })).toMatchObject({
    baseURL,
    model: "llama3",
  });
});
