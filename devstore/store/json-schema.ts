import { fileURLToPath } from "node:url";
import { z } from "zod";
import { storeFileSchema } from "./schema.ts";

export const jsonSchemaPath = fileURLToPath(new URL("./store-file.schema.json", import.meta.url));

/**
 * The store file's format as JSON Schema (draft 2020-12), for editors and other languages: what a person may write, with
 * everything optional that has a default.
 */
export function jsonSchemaText(): string {
  const schema = z.toJSONSchema(storeFileSchema, { io: "input", reused: "ref" });
  return `${JSON.stringify({ title: "Devstore store file", ...schema }, null, 2)}\n`;
}
