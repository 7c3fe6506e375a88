import type { StoredShopProfile } from "../shopify/shop-profile.server.ts";

/** What the widget is told with its session. Texts that are null are the widget's own, in the shopper's language. */
export type WidgetSettings = {
  shopName: string;
  agentName: string | null;
  greeting: string | null;
  locale: string;
};

export function widgetSettings(
  profile: Pick<StoredShopProfile, "name" | "agentName" | "greeting" | "greetings">,
  locale: string,
): WidgetSettings {
  return {
    shopName: profile.name,
    agentName: profile.agentName || null,
    greeting: profile.greetings[locale.slice(0, 2).toLowerCase()] ?? (profile.greeting || null),
    locale,
  };
}
