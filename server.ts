import { createServer, type ServerResponse } from "node:http";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express from "express";

/**
 * The web server: static files, then Remix. `--dev` serves through Vite, with the sources as they are;
 * otherwise it serves what `npm run build` has built.
 */
type Entry = {
  boot: () => Promise<void>;
  shutdown: () => Promise<void>;
  env: () => { HOST: string; PORT: number; TRUSTED_PROXIES: number };
};
type Build = ServerBuild & { entry: { module: Partial<Entry> } };

const startedAt = performance.now();
const dev = process.argv.includes("--dev");
const vite = dev
  ? await import("vite").then(({ createServer: create }) => create({ server: { middlewareMode: true } }))
  : null;

async function loadBuild(): Promise<Build> {
  if (vite) return (await vite.ssrLoadModule("virtual:remix/server-build")) as Build;
  const built = new URL("./build/server/index.js", import.meta.url).href;
  return (await import(built)) as Build;
}

const build = await loadBuild();
const { boot, shutdown, env } = build.entry.module as Entry;
const { HOST, PORT, TRUSTED_PROXIES } = env();
await boot();

const app = express();
app.disable("x-powered-by");
app.set("trust proxy", TRUSTED_PROXIES);
if (vite) app.use(vite.middlewares);
else {
  // Only files: what Remix streams would wait in a compressor.
  app.use("/assets", compression(), express.static("build/client/assets", { immutable: true, maxAge: "1y" }));
  app.use(express.static("build/client", { maxAge: "1h" }));
}
const handle = createRequestHandler({
  build: vite ? loadBuild : build,
  mode: dev ? "development" : "production",
  getLoadContext: (request, response) => ({ clientIp: request.ip ?? "", connection: connectionOf(response) }),
});
app.all("*", (request, response, next) => void handle(request, response, next));

/** Remix writes bodies without looking whether anyone reads them; whoever streams without end must look for itself. */
function connectionOf(response: ServerResponse) {
  return {
    unsentBytes: () => response.writableLength,
    drained: () =>
      new Promise<void>((resolve) => {
        // What was just handed to Remix is not written yet.
        if (!response.writableNeedDrain) return void setImmediate(resolve);
        const done = () => {
          response.off("drain", done).off("close", done);
          resolve();
        };
        response.on("drain", done).on("close", done);
      }),
    cut: () => void response.destroy(),
  };
}

const server = createServer(app);
// Event streams are open for up to an hour, and a shopper's connection is reused between messages.
server.requestTimeout = 30_000;
server.keepAliveTimeout = 65_000;
server.listen(PORT, HOST, () => {
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : PORT;
  process.stdout.write(
    `${JSON.stringify({ msg: "listening", url: `http://${HOST}:${port}`, ms: Math.round(performance.now() - startedAt) })}\n`,
  );
});

let stopping = false;
async function stop(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  process.stdout.write(`${JSON.stringify({ msg: "stopping", signal })}\n`);
  server.close();
  await shutdown();
  server.closeAllConnections();
  process.exit(0);
}
process.on("SIGTERM", (signal) => void stop(signal));
process.on("SIGINT", (signal) => void stop(signal));
