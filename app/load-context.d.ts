import "@remix-run/node";

declare module "@remix-run/node" {
  interface AppLoadContext {
    /** Address the request came from, behind the proxies that are trusted. */
    clientIp: string;
  }
}
