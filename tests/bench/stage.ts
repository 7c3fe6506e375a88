import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { type AppProcess, startApp } from "../../devstore/app-process.ts";
import { type DatabaseKind, makeDatabase } from "../support/databases.ts";
import { freePort } from "../support/system.ts";

/**
 * Everything a measurement needs, each part a process of its own, so that only the app's CPU is the app's:
 * the devstore, a scripted model server and the app.
 */
export type Stage = {
  app: AppProcess;
  storefront: string;
  pid: number;
  /** The scripted model server's base URL; empty with the embedded model. */
  modelUrl: string;
  /** What the model server has had so far, and how often a client left before its answer was over. */
  modelState(): Promise<{ requests: number; bytes: number; left: number }>;
  control(method: "GET" | "POST" | "DELETE", path: string, body?: unknown): Promise<unknown>;
  /** The `Cookie` header of a storefront visitor who is logged in with this email. */
  login(email: string): Promise<string>;
  close(): Promise<void>;
};

const SECRETS = { SHOPIFY_API_KEY: "0123456789abcdef0123456789abcdef", SHOPIFY_API_SECRET: "shpss_bench_0123456789" };

/** @param storeFile the shop; the example shop by default */
export async function setStage(
  database: DatabaseKind,
  model: "scripted" | "embedded",
  storeFile?: string,
): Promise<Stage> {
  const children: ChildProcess[] = [];
  const made = await makeDatabase(database);
  const [appPort, devstorePort] = [await freePort(), await freePort()];
  const appUrl = `http://127.0.0.1:${appPort}`;
  const storefront = `http://127.0.0.1:${devstorePort}`;
  children.push(
    await startChild(
      [
        ...["devstore/main.ts", "--port", String(devstorePort), "--app-url", appUrl, "--clock", "frozen"],
        ...["--unthrottled", ...(storeFile === undefined ? [] : ["--store", storeFile])],
      ],
      (line) => line.includes("The devstore runs"),
    ),
  );
  let baseUrl = "";
  if (model === "scripted") {
    children.push(
      await startChild(["tests/support/scripted-openai.ts"], (line) => {
        baseUrl = /^OPENAI_BASE_URL=(.*)$/.exec(line)?.[1] ?? baseUrl;
        return baseUrl !== "";
      }),
    );
  }
  const app = await startApp({
    env: {
      ...SECRETS,
      ...made.env,
      LOG_LEVEL: "warn",
      PORT: String(appPort),
      SHOPIFY_APP_URL: appUrl,
      SHOPIFY_GATEWAY_URL: storefront,
      CHAT_MESSAGES_PER_MINUTE: "1000000",
      CHAT_SESSIONS_PER_HOUR: "1000000",
      ...(baseUrl ? { OPENAI_BASE_URL: baseUrl, OPENAI_API_KEY: "sk-bench", OPENAI_MODEL: "scripted" } : {}),
    },
  });
  const control: Stage["control"] = async (method, path, body) => {
    const response = await fetch(`${storefront}/_devstore/${path}`, {
      method,
      headers: { "Content-Type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === "" ? null : (JSON.parse(text) as unknown);
  };
  await control("POST", "install", {});
  return {
    app,
    storefront,
    pid: app.child.pid ?? 0,
    modelUrl: baseUrl,
    async modelState() {
      const response = await fetch(`${new URL(baseUrl).origin}/requests`);
      return (await response.json()) as { requests: number; bytes: number; left: number };
    },
    control,
    async login(email) {
      const { cookie } = (await control("POST", "login", { customerId: email })) as { cookie: string };
      return cookie;
    },
    async close() {
      await app.stop("SIGKILL");
      for (const child of children) child.kill("SIGKILL");
      await made.drop();
    },
  };
}

function startChild(args: string[], isReady: (line: string) => boolean): Promise<ChildProcess> {
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...SECRETS, NODE_ENV: "production" },
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => reject(new Error(`${args[0]} ended with ${code}`)));
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (isReady(line)) resolve(child);
    });
  });
}
