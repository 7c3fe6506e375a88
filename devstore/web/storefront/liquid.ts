import { Liquid } from "liquidjs";
import { escapeJson } from "../html.ts";
import type { Extension, Snippets } from "./extension.ts";
import { translate } from "./translate.ts";

export const ASSET_PATH = "/extensions/chat-widget/assets/";

/** What the page gives to a block: the Liquid objects of https://shopify.dev/docs/api/liquid that a block may ask for. */
export type LiquidObjects = Readonly<Record<string, unknown>>;

/** Renders an extension's Liquid with the filters that Shopify adds to the language. */
export async function renderLiquid(
  extension: Extension,
  locale: string,
  source: string,
  objects: LiquidObjects,
): Promise<string> {
  return engine(extension, locale, extension.snippets).parseAndRender(source, objects) as Promise<string>;
}

function engine(extension: Extension, locale: string, snippets: Snippets): Liquid {
  const liquid = new Liquid({
    templates: { ...snippets },
    strictFilters: true,
    // Shopify's own limits on what a template may cost.
    memoryLimit: 1e7,
    renderLimit: 5000,
  });
  const assetUrl = (name: string) => `${ASSET_PATH}${encodeURIComponent(name)}?v=${extension.assetVersion(name)}`;
  liquid.registerFilter("asset_url", (name: unknown) => assetUrl(String(name)));
  liquid.registerFilter("t", (key: unknown, ...values: unknown[]) =>
    translate(extension.locales, locale, String(key), named(values)),
  );
  liquid.registerFilter("json", (value: unknown) => escapeJson(JSON.stringify(value ?? null)));
  liquid.registerFilter("script_tag", (url: unknown) => `<script src="${String(url)}"></script>`);
  liquid.registerFilter(
    "stylesheet_tag",
    (url: unknown) => `<link href="${String(url)}" rel="stylesheet" type="text/css" media="all">`,
  );
  liquid.registerFilter("color_to_rgb", (color: unknown) => `rgb(${channels(String(color)).join(", ")})`);
  liquid.registerFilter("color_brightness", (color: unknown) => brightness(String(color)));
  return liquid;
}

/** LiquidJS hands named arguments over as pairs. */
function named(args: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(
    args.filter((arg): arg is [string, unknown] => Array.isArray(arg) && typeof arg[0] === "string"),
  );
}

function channels(color: string): [number, number, number] {
  const hex = color.replace("#", "");
  const full = hex.length === 3 ? hex.replace(/./g, "$&$&") : hex.padEnd(6, "0");
  const channel = (from: number) => Number.parseInt(full.slice(from, from + 2), 16) || 0;
  return [channel(0), channel(2), channel(4)];
}

/** W3C's formula, as Shopify's filter: 0 is black, 255 white. */
function brightness(color: string): number {
  const [red, green, blue] = channels(color);
  return Math.round(((red * 299 + green * 587 + blue * 114) / 1000) * 100) / 100;
}
