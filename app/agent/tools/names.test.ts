import { expect, test } from "vitest";
import { TOOL_NAMES } from "./names.ts";
import { TOOLS } from "./index.ts";

test("every tool that the agent has is spoken of by its name", () => {
  expect([...TOOLS.keys()]).toEqual([...TOOL_NAMES]);
});
