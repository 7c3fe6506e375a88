import { expect, test } from "vitest";
import { setupSteps, type SetupState } from "./steps.ts";

const ON = { kind: "on", theme: "Horizon" } as const;
const OFF = { kind: "off", theme: "Horizon" } as const;
const NEW: SetupState = {
  hasPolicy: false,
  hasTalked: false,
  hasSender: false,
  hasTeam: false,
  isLive: false,
  isDismissed: false,
};
const done = (state: SetupState, widget: typeof ON | typeof OFF) =>
  setupSteps(state, widget).steps.flatMap((step) => (step.done ? [step.id] : []));

test("a new shop has six steps to do", () => {
  expect(setupSteps(NEW, OFF).steps.map(({ id }) => id)).toEqual([
    "embed",
    "policy",
    "conversation",
    "sender",
    "team",
    "live",
  ]);
  expect(done(NEW, OFF)).toEqual([]);
});

test("each is done by what is true, and undone again with it", () => {
  expect(done(NEW, ON)).toEqual(["embed"]);
  expect(done({ ...NEW, hasPolicy: true, hasTalked: true }, OFF)).toEqual(["policy", "conversation"]);
});

test("it is complete without a sender and a team, and not without the chat in the theme", () => {
  const ready = { ...NEW, hasPolicy: true, hasTalked: true, isLive: true };
  expect(setupSteps(ready, ON).isComplete).toBe(true);
  expect(setupSteps(ready, OFF).isComplete).toBe(false);
  expect(setupSteps({ ...ready, hasTalked: false }, ON).isComplete).toBe(false);
});
