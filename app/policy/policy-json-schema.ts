import { z } from "zod";
import { policySchema } from "./policy.ts";

/**
 * The policy document as JSON Schema (draft 2020-12), for editors: what a person may write, with everything optional that
 * has a default. Served as `/policy.schema.json`; a test holds that file up to date.
 */
export function policyJsonSchema(): Record<string, unknown> {
  const { $schema, properties, ...schema } = z.toJSONSchema(policySchema, { io: "input", reused: "ref" });
  return {
    $schema,
    title: "What a shop's support agent may do",
    ...schema,
    properties: { $schema: { type: "string" }, ...properties },
  };
}
