import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startApp } from "./app-process.ts";
import { ensureBuilt } from "./built.ts";
import { startDevstore } from "./start.ts";

/**
 * `npm run demo`: the whole of it on one machine. It builds what is not built, opens the embedded database (or
 * `DATABASE_URL`), loads the example shop, starts the devstore and the app, and prints where they are.
 */
const { values } = parseArgs({
  options: {
    store: { type: "string", default: "devstore/shop/example-shop.json" },
    port: { type: "string", default: "3000" },
    "devstore-port": { type: "string", default: "4000" },
    fresh: { type: "boolean", default: false },
  },
});

const startedAt = performance.now();
const say = (line: string) => console.log(line);

const port = portOf(values.port, "--port");
const devstorePort = portOf(values["devstore-port"], "--devstore-port");
const dataDir = process.env["DATA_DIR"] ?? ".data";
if (!existsSync(values.store)) fail(`There is no store file at ${values.store}.`);
if (values.fresh) {
  if (process.env["DATABASE_URL"])
    fail("--fresh empties the embedded database only: unset DATABASE_URL, or empty it yourself.");
  rmSync(join(dataDir, "postgres"), { recursive: true, force: true });
}

await ensureBuilt(say);

const secrets = demoSecrets(dataDir);
const appUrl = process.env["SHOPIFY_APP_URL"] ?? `http://127.0.0.1:${port}`;
const devstore = await startDevstore({
  storeFile: values.store,
  port: devstorePort,
  appUrl,
  apiKey: secrets.apiKey,
  apiSecret: secrets.apiSecret,
  clock: "real",
});
const app = await startApp({
  env: {
    ...(process.env as Record<string, string>),
    NODE_ENV: "production",
    PORT: String(port),
    DATA_DIR: dataDir,
    SHOPIFY_APP_URL: appUrl,
    SHOPIFY_API_KEY: secrets.apiKey,
    SHOPIFY_API_SECRET: secrets.apiSecret,
    SHOPIFY_GATEWAY_URL: devstore.url,
    SMTP_URL: process.env["SMTP_URL"] ?? devstore.smtpUrl,
    // Whoever runs the demo may try a model that runs beside it.
    MODEL_PRIVATE_HOSTS: process.env["MODEL_PRIVATE_HOSTS"] ?? "127.0.0.1,localhost",
  },
  onLine: (line) => {
    if (process.env["LOG_LEVEL"] || !line.startsWith('{"level":30')) process.stderr.write(`${line}\n`);
  },
});
await devstore.install();

say(`
Wherewithal is ready after ${((performance.now() - startedAt) / 1000).toFixed(1)} s.

  Storefront with the chat   ${devstore.url}/
  Shopify admin with the app ${devstore.url}/admin
  Mailbox                    ${devstore.url}/mail
  The app itself             ${app.url}

  Ask as a guest: where is my order 1001? My email is ana@example.com
  Model: ${process.env["OPENAI_API_KEY"] || process.env["OPENAI_BASE_URL"] ? `${process.env["OPENAI_MODEL"] ?? "the provider's"} at ${process.env["OPENAI_BASE_URL"] ?? "OpenAI"}, with the embedded one behind it` : "embedded (no key is set)"}
  Stop with Ctrl+C.
`);

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await app.stop();
  await devstore.close();
  process.exit(0);
}
process.on("SIGINT", () => void stop());
process.on("SIGTERM", () => void stop());
app.child.once("exit", (code) => {
  if (stopping) return;
  console.error(`The app ended with ${code}.`);
  void devstore.close().then(() => process.exit(1));
});

/** The demo's own app credentials, kept so that a second start opens what the first one sealed. */
function demoSecrets(folder: string): { apiKey: string; apiSecret: string } {
  const { SHOPIFY_API_KEY: key, SHOPIFY_API_SECRET: secret } = process.env;
  if (key && secret) return { apiKey: key, apiSecret: secret };
  const file = join(folder, "demo-credentials.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as { apiKey: string; apiSecret: string };
  const made = { apiKey: randomBytes(16).toString("hex"), apiSecret: `shpss_${randomBytes(16).toString("hex")}` };
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  return made;
}

function portOf(text: string, option: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 65_535) fail(`${option} takes a port from 1 to 65535.`);
  return number;
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
