import type { AdminClient } from "./admin-client.ts";
import { adminClientFor } from "./admin-client.server.ts";
import { MainThemeSettingsDocument } from "./generated/admin.ts";
import { readEmbedState } from "./theme-embed.ts";

/** Whether shoppers see the chat widget, as far as Shopify says. */
export type WidgetStatus =
  | { kind: "on" | "off" | "absent"; theme: string }
  | { kind: "unknown"; why: "no_permission" | "unavailable" | "unreadable" };

const DEADLINE_MS = 6_000;

/** Reads the live theme's settings. What stands in the way is told apart, since the merchant can lift only some of it. */
export async function widgetStatus(shop: string, client?: AdminClient): Promise<WidgetStatus> {
  const admin = client ?? (await adminClientFor(shop));
  const outcome = await admin.run(MainThemeSettingsDocument, {}, { deadlineMs: DEADLINE_MS });
  if (outcome.kind === "denied") return { kind: "unknown", why: "no_permission" };
  if (outcome.kind !== "ok") return { kind: "unknown", why: "unavailable" };
  const theme = outcome.data.themes?.nodes[0];
  const body = theme?.files?.nodes[0]?.body;
  const state = body && "content" in body ? readEmbedState(body.content) : null;
  if (theme && state) return { kind: state, theme: theme.name };
  const denied = outcome.fieldErrors.some(({ code }) => code === "ACCESS_DENIED");
  return { kind: "unknown", why: denied ? "no_permission" : "unreadable" };
}
