import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig({
  plugins: [
    remix({
      ignoredRouteFiles: ["**/.*", "**/*.test.*", "**/*.texts.*"],
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_lazyRouteDiscovery: true,
        v3_singleFetch: true,
        v3_routeConfig: true,
      },
    }),
  ],
  build: { target: "es2022", assetsInlineLimit: 0 },
  ssr: {
    // Bundled, so that only what is used of Polaris is loaded at start, and there is one copy of its contexts.
    noExternal: [/^@shopify\/(polaris|shopify-app-remix|app-bridge-react)/],
  },
});
