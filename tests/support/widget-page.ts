/** A plain storefront page with the chat widget's app embed, rendered from the extension's Liquid, locales and assets. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { Liquid } from "liquidjs";

const EXTENSION = path.resolve(import.meta.dirname, "../../extensions/chat-widget");
const TYPES: Record<string, string> = { ".js": "text/javascript", ".css": "text/css" };

export type PageOptions = {
  path?: string;
  locale?: string;
  settings?: Record<string, string | number>;
  /** A theme's own style, to see how the widget stands up to it. */
  css?: string;
  /** Writes the block's script a second time, as a theme that includes the app twice would. */
  twice?: boolean;
};

export function readAsset(name: string): { body: Buffer; type: string } | null {
  const type = TYPES[path.extname(name)];
  return type ? { body: readFileSync(path.join(EXTENSION, "assets", path.basename(name))), type } : null;
}

export async function renderStorefront({ locale = "en", settings = {}, css = "", ...page }: PageOptions) {
  const strings = readLocale(locale);
  const liquid = new Liquid();
  liquid.registerFilter("asset_url", (name: string) => `/assets/${name}`);
  liquid.registerFilter("t", (key: string) => strings[key.replace("chat.", "")] ?? key);
  const [markup = "", schema = "{}"] = readFileSync(path.join(EXTENSION, "blocks/chat.liquid"), "utf8")
    .replace("{% endschema %}", "")
    .split("{% schema %}");
  const block = (await liquid.parseAndRender(markup, {
    shop: { permanent_domain: "sunny-supply.myshopify.com" },
    request: { locale: { iso_code: locale } },
    block: { settings: { ...defaults(schema), ...settings } },
  })) as string;
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>Sunny Supply</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${css}</style></head>
<body><main><h1>Sunny Supply</h1><p>You are at ${page.path ?? "/"}. <a href="/other">Another page</a></p>
<div style="height:1500px"></div></main>${block}${page.twice ? block : ""}</body></html>`;
}

function readLocale(locale: string): Record<string, string> {
  for (const file of [`${locale}.json`, `${locale}.default.json`, "en.default.json"]) {
    try {
      const text = readFileSync(path.join(EXTENSION, "locales", file), "utf8");
      return (JSON.parse(text) as { chat: Record<string, string> }).chat;
    } catch {
      // Shopify falls back to the default locale, too.
    }
  }
  return {};
}

function defaults(schema: string): Record<string, unknown> {
  const { settings } = JSON.parse(schema) as { settings: { id?: string; default?: unknown }[] };
  return Object.fromEntries(settings.flatMap(({ id, default: value }) => (id ? [[id, value ?? ""]] : [])));
}
