import type { StoredShopProfile } from "../shopify/shop-profile.server.ts";
import { type AccentColors, accentColors, type WidgetLook } from "./widget-look.ts";

/** What the widget is told with its session. What is null is the widget's own: texts in the shopper's language. */
export type WidgetSettings = {
  shopName: string;
  agentName: string | null;
  greeting: string | null;
  tagline: string | null;
  /** Letters beside the name, or none where it is empty; null for the widget's own sign. */
  avatar: string | null;
  /** Empty for the widget's own. */
  quickReplies: string[];
  /** Null for the theme's. */
  colors: AccentColors | null;
  personAtOnce: boolean;
  /** Whether email can be sent: an answer to who has left, and what was said. */
  mail: boolean;
  locale: string;
};

export type WidgetProfile = Pick<StoredShopProfile, "name" | "agentName" | "greeting" | "greetings">;

/**
 * @param locale of the page that the shopper sees, such as `de-AT`
 * @param mail whether this server can send email
 */
export function widgetSettings(profile: WidgetProfile, look: WidgetLook, locale: string, mail = false): WidgetSettings {
  const language = locale.slice(0, 2).toLowerCase();
  return {
    shopName: profile.name,
    agentName: profile.agentName || null,
    greeting: profile.greetings[language] ?? (profile.greeting || null),
    tagline: look.tagline || null,
    avatar: avatarOf(look, profile.agentName || profile.name),
    quickReplies: look.quickRepliesIn[language] ?? look.quickReplies,
    colors: look.accent === null ? null : accentColors(look.accent),
    personAtOnce: look.personAtOnce,
    mail,
    locale,
  };
}

function avatarOf({ avatar }: WidgetLook, name: string): string | null {
  if (avatar === "none") return "";
  return avatar === "initial" ? (Array.from(name.trim())[0]?.toUpperCase() ?? null) : null;
}
