import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { jsonSchemaPath, jsonSchemaText } from "./json-schema.ts";

it("the committed JSON Schema says what the zod schema says (node devstore/store/write-json-schema.ts)", () => {
  expect(readFileSync(jsonSchemaPath, "utf8")).toBe(jsonSchemaText());
});
