import { describe, expect, test } from "vitest";
import { readEmbedState } from "./theme-embed.ts";

const OURS = "shopify://apps/wherewithal/blocks/chat/0197b1c2-aaaa-bbbb-cccc-000000000000";

const settings = (blocks: object) => JSON.stringify({ current: { colors: "#fff", blocks } });

describe("the chat widget in a theme's settings", () => {
  test.each([
    ["on", settings({ "1": { type: OURS, disabled: false, settings: {} } })],
    ["on", settings({ "1": { type: OURS, settings: {} } })],
    ["on", settings({ "1": { type: OURS.replace("wherewithal", "wherewithal-2"), disabled: false } })],
    ["on", settings({ "1": { type: OURS, disabled: true }, "2": { type: OURS, disabled: false } })],
    ["off", settings({ "1": { type: OURS, disabled: true } })],
    ["absent", settings({})],
    ["absent", JSON.stringify({ current: {} })],
    ["absent", settings({ "1": { type: OURS.replace("wherewithal", "another-chat"), disabled: false } })],
    ["absent", settings({ "1": { type: OURS.replace("blocks/chat", "blocks/badge"), disabled: false } })],
    ["on", JSON.stringify({ current: "Dawn", presets: { Dawn: { blocks: { "1": { type: OURS } } } } })],
    ["on", `/*\n * This file is written by the theme editor.\n */\n${settings({ "1": { type: OURS } })}`],
  ])("is %s in %s", (state, text) => {
    expect(readEmbedState(text)).toBe(state);
  });

  test.each(["", "[]", "null", "{", '{"current":"Gone","presets":{}}', '{"current":[]}'])(
    "cannot be told from %s",
    (text) => {
      expect(readEmbedState(text)).toBeNull();
    },
  );
});
