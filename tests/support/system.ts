import { createServer } from "node:net";
import { type AppProcess, startApp } from "../../devstore/app-process.ts";
import { startDevstore } from "../../devstore/start.ts";
import { type DatabaseKind, makeDatabase, type TestDatabase } from "./databases.ts";

/** A whole Wherewithal for tests: a devstore, a database and one or more app processes, all real. */
export type System = {
  devstore: Awaited<ReturnType<typeof startDevstore>>;
  app: AppProcess;
  database: TestDatabase;
  apiSecret: string;
  /** Starts another app process on the same database and devstore. */
  startAnother(env?: Record<string, string>): Promise<AppProcess>;
  close(): Promise<void>;
};

export type SystemOptions = {
  database?: DatabaseKind;
  storeFile?: string;
  env?: Record<string, string>;
  clock?: "real" | "store" | "frozen";
  /** Whether the app can send email, to the devstore's mailbox. */
  mail?: boolean;
};

const API_KEY = "1f0e2d3c4b5a69788796a5b4c3d2e1f0";
const API_SECRET = "shpss_only_for_tests_0123456789abcdef";

export async function startSystem(options: SystemOptions = {}): Promise<System> {
  const database = await makeDatabase(options.database ?? "pglite");
  const port = await freePort();
  const appUrl = `http://127.0.0.1:${port}`;
  const devstore = await startDevstore({
    storeFile: options.storeFile ?? "devstore/shop/example-shop.json",
    port: 0,
    appUrl,
    apiKey: API_KEY,
    apiSecret: API_SECRET,
    clock: options.clock ?? "store",
  });
  const env = (over: Record<string, string> = {}): Record<string, string> => ({
    LOG_LEVEL: "info",
    SHOPIFY_API_KEY: API_KEY,
    SHOPIFY_API_SECRET: API_SECRET,
    SHOPIFY_APP_URL: appUrl,
    SHOPIFY_GATEWAY_URL: devstore.url,
    ...(options.mail ? { SMTP_URL: devstore.smtpUrl } : {}),
    PORT: String(port),
    ...database.env,
    ...options.env,
    ...over,
  });
  const processes: AppProcess[] = [];
  const start = async (over?: Record<string, string>) => {
    const started = await startApp({ env: env(over) });
    processes.push(started);
    return started;
  };
  const app = await start();
  await devstore.install();
  return {
    devstore,
    app,
    database,
    apiSecret: API_SECRET,
    startAnother: async (over) => start({ PORT: String(await freePort()), ...over }),
    async close() {
      await Promise.all(processes.map((one) => one.stop("SIGKILL")));
      await devstore.close();
      await database.drop();
    },
  };
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
