import { readExtension } from "../storefront/extension.ts";
import { editorLabel } from "../storefront/translate.ts";

/** What `shopify.app.extensions()` says of our theme app extension (types: `ExtensionInfo` of @shopify/app-bridge-types). */
export async function themeExtensionInfo(folder: string, embedEnabled: boolean): Promise<unknown> {
  const { blocks, locales } = await readExtension(folder);
  return {
    handle: "chat-widget",
    type: "theme_app_extension",
    activations: blocks.map(({ handle, schema }) => ({
      target: schema.target,
      handle,
      name: editorLabel(locales, schema.name),
      status: embedEnabled ? "active" : "available",
      activations: embedEnabled ? [{ target: schema.target, themeId: "gid://shopify/OnlineStoreTheme/1" }] : [],
    })),
  };
}
