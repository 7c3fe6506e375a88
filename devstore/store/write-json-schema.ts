import { writeFileSync } from "node:fs";
import { jsonSchemaPath, jsonSchemaText } from "./json-schema.ts";

/** `node devstore/store/write-json-schema.ts` writes the store file's JSON Schema anew after a change of its zod schema. */
writeFileSync(jsonSchemaPath, jsonSchemaText());
process.stdout.write(`${jsonSchemaPath}\n`);
