import { describe, expect, test } from "vitest";
import { files, score } from "#tests/evals/embedded-scores.ts";

/** Below this share of messages understood in full, the embedded model has got worse. */
const LEAST = 0.95;

describe("the embedded model understands what shoppers write", () => {
  test.each(files())("%s", (file) => {
    const scored = score(file);
    const misses = scored.filter(({ right }) => !right);
    const listed = misses.map(
      ({ example, got }) =>
        `${JSON.stringify(example.text)}: meant ${example.intents.join(" ") || "nothing"}, got ${got}`,
    );
    expect(1 - misses.length / scored.length, listed.join("\n")).toBeGreaterThanOrEqual(LEAST);
  });

  test("at least 250 messages are asked", () => {
    expect(files().flatMap(score).length).toBeGreaterThanOrEqual(250);
  });
});
