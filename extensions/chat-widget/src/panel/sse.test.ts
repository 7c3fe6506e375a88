import { describe, expect, it } from "vitest";
import { sseParser } from "./sse.ts";

const STREAM =
  '\ufeff: hello\n\nid: 1\ndata: {"a":1}\n\nevent: card\r\nid:2\r\ndata: one\r\ndata:two\r\n\r\n: beat\n\ndata: three\r\r';

describe("server-sent events", () => {
  it("are the same however the network cuts the stream", () => {
    const whole = sseParser()(STREAM + "\n");
    expect(whole).toEqual([
      { id: "1", event: "message", data: '{"a":1}' },
      { id: "2", event: "card", data: "one\ntwo" },
      { id: "2", event: "message", data: "three" },
    ]);
    for (let size = 1; size < 9; size += 1) {
      const parse = sseParser();
      const parts = (STREAM + "\n").match(new RegExp(`[^]{1,${size}}`, "g")) ?? [];
      expect(parts.flatMap((part) => parse(part))).toEqual(whole);
    }
  });

  it("wait for the blank line that ends them", () => {
    const parse = sseParser();
    expect(parse("data: half")).toEqual([]);
    expect(parse("\n")).toEqual([]);
    expect(parse("\n")).toEqual([{ id: null, event: "message", data: "half" }]);
  });
});
