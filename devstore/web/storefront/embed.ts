import type { Store } from "#devstore/store/store.ts";
import { escapeHtml } from "../html.ts";
import { blockSettings, type Extension, readExtension } from "./extension.ts";
import type { EmbedHtml } from "./layout.ts";
import { ASSET_PATH, renderLiquid } from "./liquid.ts";
import { liquidObjects, type PageView } from "./liquid-objects.ts";

const NOTHING: EmbedHtml = { head: "", body: "" };

/** Renders the extension's app embeds into a page, if the merchant switched them on in the theme editor. */
export async function renderEmbeds(store: Store, folder: string, view: PageView): Promise<EmbedHtml> {
  if (!store.shop.theme.appEmbedEnabled) return NOTHING;
  const extension = await readExtension(folder);
  const embeds = extension.blocks.filter(({ schema }) => schema.target === "head" || schema.target === "body");
  const html = { ...NOTHING };
  for (const block of embeds) {
    const id = `wherewithal_${block.handle.replaceAll("-", "_")}`;
    const settings = blockSettings(block.schema, store.shop.theme.chatBlock);
    const objects = {
      ...liquidObjects(store, view),
      block: { id, type: block.handle, settings, shopify_attributes: "" },
    };
    const rendered = await renderLiquid(extension, view.visitor.locale, block.source, objects);
    if (block.schema.target === "head") html.head += rendered;
    else html.body += `<div id="shopify-block-${id}" class="shopify-block shopify-app-block">${rendered}</div>\n`;
    html.head += schemaAssets(extension, block.schema);
  }
  return html;
}

/** A file named in a block's schema is loaded once on every page with the block. */
function schemaAssets(
  extension: Extension,
  { javascript, stylesheet }: { javascript?: string | undefined; stylesheet?: string | undefined },
): string {
  const url = (name: string) => escapeHtml(`${ASSET_PATH}${name}?v=${extension.assetVersion(name)}`);
  return (
    (stylesheet ? `<link href="${url(stylesheet)}" rel="stylesheet">\n` : "") +
    (javascript ? `<script src="${url(javascript)}" defer></script>\n` : "")
  );
}

/** Liquid that the app answered through the app proxy, as a part of a page of the theme. */
export async function renderProxyLiquid(store: Store, folder: string, view: PageView, source: string): Promise<string> {
  return renderLiquid(await readExtension(folder), view.visitor.locale, source, liquidObjects(store, view));
}
