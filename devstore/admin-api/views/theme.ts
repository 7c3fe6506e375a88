import { createHash } from "node:crypto";
import { gid, numericId } from "../../store/ids.ts";
import { apiError, type CallContext } from "../context.ts";
import { listConnection, type PageArgs } from "../connection.ts";

/** The live theme, whose one file tells which app embeds are on. */
export function themes(args: PageArgs & { roles?: string[] | null; names?: string[] | null }, context: CallContext) {
  const { theme, domain } = context.store.shop;
  const main = { id: numericId("OnlineStoreTheme", "main", domain), name: theme.name, role: "MAIN" };
  const fits = (!args.roles || args.roles.includes(main.role)) && (!args.names || args.names.includes(main.name));
  return listConnection(fits ? [main] : [], args, (item) => ({
    id: gid("OnlineStoreTheme", item.id),
    name: item.name,
    role: item.role,
    prefix: "",
    processing: false,
    processingFailed: false,
    themeStoreId: null,
    createdAt: context.now,
    updatedAt: context.now,
    files: (fileArgs: PageArgs & { filenames?: string[] | null }) => themeFiles(fileArgs, context),
  }));
}

function themeFiles(args: PageArgs & { filenames?: string[] | null }, context: CallContext) {
  if ((args.filenames?.length ?? 0) > 50) throw apiError("BAD_REQUEST", "filenames cannot exceed 50");
  const filename = "config/settings_data.json";
  const wanted =
    !args.filenames?.length ||
    args.filenames.some((name) => name === filename || (name.endsWith("*") && filename.startsWith(name.slice(0, -1))));
  return listConnection(wanted ? [{ id: filename }] : [], args, () => {
    const content = settingsData(context);
    return {
      filename,
      contentType: "application/json",
      size: String(Buffer.byteLength(content)),
      checksumMd5: createHash("md5").update(content).digest("hex"),
      createdAt: context.now,
      updatedAt: context.now,
      body: { __typename: "OnlineStoreThemeFileBodyText", content },
    };
  });
}

/** As the theme editor writes it, the comment at its head (which is not JSON) and the escaped slashes too. */
function settingsData(context: CallContext): string {
  const { app, store } = context;
  const { theme } = store.shop;
  const block = {
    type: `shopify://apps/${app.handle}/blocks/${app.embedBlock}/${app.extensionUid}`,
    disabled: !theme.appEmbedEnabled,
    settings: theme.chatBlock,
  };
  const known = theme.appEmbedEnabled || Object.keys(theme.chatBlock).length > 0;
  const data = {
    current: { sections: {}, blocks: known ? { [numericId("EmbedBlock", app.handle, store.shop.domain)]: block } : {} },
    presets: {},
  };
  return `/*\n * ------------------------------------------------------------\n * IMPORTANT: The contents of this file are auto-generated.\n *\n * This file may be updated by the Shopify admin theme editor\n * or related systems. Please exercise caution as any changes\n * made to this file may be overwritten.\n * ------------------------------------------------------------\n */\n${JSON.stringify(data, null, 2).replaceAll("/", "\\/")}\n`;
}
