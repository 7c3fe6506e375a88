import { describe, expect, test } from "vitest";
import { agentForm, agentFormSchema, agentSettingsOf } from "./agent-form.ts";

const settings = {
  agentName: "Lina",
  tonePreset: "warm" as const,
  tone: "Never use exclamation marks.",
  instructions: "We are a small weaving mill.\nAll linen is washed before it is sent.",
  greeting: "Hello!",
  greetings: { de: "Moin!", fr: "Bonjour !" },
  languages: ["de" as const, "fr" as const],
};
const errorsOf = (change: object) => {
  const read = agentSettingsOf({ ...agentForm(settings), ...change });
  return read.kind === "invalid" ? read.errors : null;
};

describe("the agent's form", () => {
  test("gives back the settings it was filled with", () => {
    const form = agentFormSchema.parse(agentForm(settings));
    expect(agentSettingsOf(form)).toEqual({ kind: "ok", settings });
  });

  test("takes a greeting without words for none, and space around words for nothing", () => {
    const greetings = [
      { language: "de" as const, words: "  " },
      { language: "fr" as const, words: " Salut " },
    ];
    expect(agentSettingsOf({ ...agentForm(settings), greetings, agentName: " Lina " })).toEqual({
      kind: "ok",
      settings: { ...settings, greetings: { fr: "Salut" } },
    });
  });

  test("says next to each field what is too long", () => {
    expect(errorsOf({ instructions: "a".repeat(2_001) })).toEqual({ instructions: "Use at most 2,000 characters." });
    expect(errorsOf({ instructions: "a".repeat(2_000) })).toBeNull();
    expect(errorsOf({ greetings: [{ language: "de", words: "a".repeat(201) }], agentName: "a".repeat(41) })).toEqual({
      agentName: "Use at most 40 characters.",
      "greetings.de": "Use at most 200 characters.",
    });
  });
});
