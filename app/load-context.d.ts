import "@remix-run/node";
import type { ClientConnection } from "./platform/sse.server.ts";

declare module "@remix-run/node" {
  interface AppLoadContext {
    /** Address the request came from, behind the proxies that are trusted. */
    clientIp: string;
    connection: ClientConnection;
  }
}
