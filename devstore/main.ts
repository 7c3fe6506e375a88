import { parseArgs } from "node:util";
import { startDevstore } from "./start.ts";
import { StoreFileError } from "./store/load.ts";

/** `node devstore/main.ts`: the devstore by itself, for an app that is started some other way. */
const USAGE = `Usage: node devstore/main.ts [options]

  --store FILE        the shop to load (devstore/shop/example-shop.json)
  --port PORT         where to listen (4000)
  --host HOST         (127.0.0.1)
  --smtp-port PORT    where to take email (any free port)
  --app-url URL       where the app listens (http://127.0.0.1:3000)
  --clock MODE        real: the shop's "now" is this moment, and time passes
                      store: the store file's own times, and time passes
                      frozen: the store file's own times, standing still
  --unthrottled       no limit on the Admin API's points, for measuring
  --seed N            repeats the same chances (1)
  --help

The app's credentials come from SHOPIFY_API_KEY and SHOPIFY_API_SECRET.`;

const { values } = parseArgs({
  options: {
    store: { type: "string", default: "devstore/shop/example-shop.json" },
    port: { type: "string", default: "4000" },
    host: { type: "string", default: "127.0.0.1" },
    "smtp-port": { type: "string", default: "0" },
    "app-url": { type: "string", default: process.env["SHOPIFY_APP_URL"] ?? "http://127.0.0.1:3000" },
    clock: { type: "string", default: "real" },
    seed: { type: "string", default: "1" },
    unthrottled: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

if (values.help) {
  console.log(USAGE);
  process.exit(0);
}

const { SHOPIFY_API_KEY: apiKey, SHOPIFY_API_SECRET: apiSecret } = process.env;
if (!apiKey || !apiSecret) fail("Set SHOPIFY_API_KEY and SHOPIFY_API_SECRET to the same values as the app's.");

const devstore = await startDevstore({
  storeFile: values.store,
  port: whole(values.port, "--port"),
  host: values.host,
  smtpPort: whole(values["smtp-port"], "--smtp-port"),
  appUrl: values["app-url"],
  apiKey,
  apiSecret,
  clock: clockMode(values.clock),
  seed: whole(values.seed, "--seed"),
  unthrottled: values.unthrottled,
  log: (line) => console.log(line),
}).catch((error: unknown) => {
  if (error instanceof StoreFileError) fail(error.message);
  throw error;
});

console.log(`The devstore runs ${devstore.store.shop.name} (${devstore.store.shop.domain}).

  Storefront  ${devstore.url}/
  Admin       ${devstore.url}/admin
  Mailbox     ${devstore.url}/mail   (SMTP_URL=${devstore.smtpUrl})
  Controls    ${devstore.url}/_devstore/state

The app at ${values["app-url"]} reaches it with SHOPIFY_GATEWAY_URL=${devstore.url}`);

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void devstore.close().then(() => process.exit(0)));
}

function clockMode(text: string): "real" | "store" | "frozen" {
  if (text === "real" || text === "store" || text === "frozen") return text;
  return fail("--clock takes real, store or frozen.");
}

function whole(text: string, option: string): number {
  const number = Number(text);
  return Number.isInteger(number) && number >= 0 ? number : fail(`${option} takes a whole number.`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
