import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo, Server } from "node:net";
import path from "node:path";
import type { StoreFileInput } from "./store/schema.ts";
import { Store, type StoreOptions } from "./store/store.ts";
import { embeddedAppUrl } from "./web/admin-frame/embedded-url.ts";
import { APP_PROXY } from "./web/app-proxy/routes.ts";
import { signedProxyQuery } from "./web/app-proxy/signed-query.ts";
import { type SessionTokenOptions, signSessionToken } from "./web/auth/session-tokens.ts";
import { STAFF_USER } from "./web/auth/staff.ts";
import { parseMessage } from "./web/mail/parse-message.ts";
import { smtpServer } from "./web/mail/smtp.ts";
import { openApp } from "./web/open-app.ts";
import { createShopify } from "./web/shopify.ts";

const REPOSITORY = path.join(import.meta.dirname, "..");

/** How often a ticking clock is looked at for things that have become due. */
const TICK_MS = 1000;

export type DevstoreOptions = {
  /** A store file's path. Either this or `store`. */
  storeFile?: string;
  /** A store, or the contents of a store file. */
  store?: Store | StoreFileInput;
  /** 0 chooses a free one. */
  port?: number;
  host?: string;
  smtpPort?: number;
  /** Where the app listens: the admin frames it, the app proxy and webhooks go there. */
  appUrl: string;
  apiKey: string;
  apiSecret: string;
  /**
   * `real` (the default) moves the store file's times so that its `now` is this moment; `store` keeps them and ticks on
   * from the file's `now`; `frozen` keeps them and stands still until it is moved.
   */
  clock?: "real" | "store" | "frozen";
  /** Makes chance repeatable: the faults that strike with a probability. */
  seed?: number;
  /** shopify.app.toml, which says the app's scopes and webhooks. */
  appConfigFile?: string;
  /** The theme app extension that the storefront renders. */
  extensionFolder?: string;
  /** Milliseconds until the app proxy gives up on the app. */
  proxyTimeoutMs?: number;
  webhookRetryDelaysMs?: readonly number[];
  /** No bucket of points on the Admin API, for measuring. */
  unthrottled?: boolean;
  log?: (line: string) => void;
};

export type Devstore = Awaited<ReturnType<typeof startDevstore>>;

const CLOCKS = { real: "shifted", store: "store", frozen: "frozen" } as const satisfies Record<
  string,
  StoreOptions["time"]
>;

/**
 * Starts a Shopify in a box: one shop with its Admin API, OAuth, app proxy, webhooks, storefront, admin and mailbox.
 * Several may run in one process.
 * @throws StoreFileError when the store file is not valid; Error when the port is taken.
 */
export async function startDevstore(options: DevstoreOptions) {
  const { host = "127.0.0.1", apiKey, apiSecret, log = () => undefined } = options;
  const app = { apiKey, apiSecret };
  const appUrl = new URL(options.appUrl);
  const store = await openStore(options);
  const { domain } = store.shop;
  const addresses: Record<string, string> = {};
  const open = () => {
    installation.install();
    return openApp(app, appUrl, domain);
  };
  const shopify = await createShopify({
    store,
    app,
    appUrl,
    seed: options.seed ?? 1,
    appConfigFile: options.appConfigFile ?? path.join(REPOSITORY, "shopify.app.toml"),
    extensionFolder: options.extensionFolder ?? path.join(REPOSITORY, "extensions", "chat-widget"),
    proxyTimeoutMs: options.proxyTimeoutMs ?? 10_000,
    webhookRetryDelaysMs: options.webhookRetryDelaysMs,
    unthrottled: options.unthrottled ?? false,
    openApp: open,
    addresses: () => addresses,
    log,
  });
  const { installation, tokens, webhooks, visitors, mailbox: mail } = shopify;

  const smtp = smtpServer((source, envelope) => mail.add(parseMessage(source, envelope), store.now()));
  const server = createServer(shopify.handle);
  const smtpPort = await listen(smtp, options.smtpPort ?? 0, host);
  const port = await listen(server, options.port ?? 4000, host).catch((error: unknown) => {
    smtp.close();
    throw error;
  });
  const url = `http://${host}:${port}`;
  Object.assign(addresses, { devstore: url, app: appUrl.origin, smtp: `smtp://${host}:${smtpPort}` });
  const ticker = setInterval(() => store.tellDue(), TICK_MS);
  ticker.unref();

  return {
    url,
    port,
    smtpUrl: `smtp://${host}:${smtpPort}`,
    store,
    calls: shopify.calls,
    faults: shopify.faults,
    /** Stops single calls in mid-air. */
    holds: shopify.holds,
    mail,
    webhooks,
    tokens,
    installation,
    /** Opens the app in the admin once, which installs it and gives it its first token. */
    install: open,
    /** A session token as App Bridge gives it; asking for one means that the merchant has the app open. */
    sessionToken(overrides: Partial<SessionTokenOptions> = {}): Promise<string> {
      installation.install();
      return signSessionToken(app, { shop: domain, ...overrides });
    },
    /** The address the admin's iframe loads for a page of the app. */
    async embeddedUrl(page = "/", userId = STAFF_USER.id): Promise<string> {
      installation.install();
      return (await embeddedAppUrl(app, appUrl, domain, page, { userId })).href;
    },
    /** The address at which the proxy asks the app for `/apps/wherewithal{page}`, signed; for asking the app directly. */
    proxyUrl(
      page: string,
      { customerId = null, timestamp }: { customerId?: string | null; timestamp?: number } = {},
    ): string {
      const asked = new URL(page, "http://storefront");
      const url = new URL(APP_PROXY.appPath + asked.pathname, appUrl);
      const customer = customerId === null ? null : (store.customer(customerId)?.id ?? customerId);
      const identity = { shop: domain, customerId: customer, pathPrefix: APP_PROXY.pathPrefix };
      url.search = signedProxyQuery(asked.searchParams, identity, apiSecret, timestamp).toString();
      return url.href;
    },
    /** The `Cookie` header of a storefront visitor who is logged in as this customer (GID, number, id in the file, or email). */
    login(customerId: string): string {
      const customer = store.customer(customerId) ?? store.customerByEmail(customerId);
      if (!customer) throw new Error(`There is no customer ${customerId}.`);
      return visitors.cookie(customer);
    },
    async close(): Promise<void> {
      clearInterval(ticker);
      webhooks.close();
      smtp.close();
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

async function openStore({ store, storeFile, clock = "real" }: DevstoreOptions): Promise<Store> {
  const time = CLOCKS[clock];
  if (store instanceof Store) return store;
  if (store !== undefined) return Store.load(store, { time });
  if (storeFile !== undefined) return Store.fromFile(storeFile, { time });
  throw new Error("Say which shop: a store file or a store.");
}

async function listen(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve());
  });
  return (server.address() as AddressInfo).port;
}
