import { resolve } from "node:path";
import { defineConfig } from "prisma/config";

// The schema engine over WebAssembly, so that no command needs to download a binary.
process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= resolve("prisma/schema-engine.mjs");

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env["DATABASE_URL"] ?? "postgresql://postgres@127.0.0.1:5432/wherewithal" },
});
