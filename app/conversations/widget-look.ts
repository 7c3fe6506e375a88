import { z } from "zod";
import {
  contrast,
  css,
  darkenedFor,
  parseColor,
  TINT,
  WHITE,
} from "../../extensions/chat-widget/src/shared/contrast.ts";
import { plainText } from "./plain-text.ts";

/** Characters, and the number of quick replies. */
export const LOOK_LIMITS = { tagline: 60, quickReply: 40, quickReplies: 4 } as const;

/** `icon` is the widget's own sign, `initial` the first letter of the agent's name. */
export const AVATARS = ["icon", "initial", "none"] as const;

/** What text needs to be read, by WCAG 2.2 (1.4.3). */
export const READABLE = 4.5;

const line = (most: number) =>
  z
    .string()
    .transform((typed) => plainText(typed).replace(/\s+/g, " "))
    .pipe(z.string().max(most));
const replies = z
  .array(line(LOOK_LIMITS.quickReply))
  .max(LOOK_LIMITS.quickReplies)
  .transform((all) => all.filter(Boolean));

/** How the inside of the chat looks. Its button on the page is the theme's, where the shop's other looks are chosen. */
export const widgetLookSchema = z.strictObject({
  /** `#rrggbb`; null for the one chosen in the theme. */
  accent: z
    .string()
    .regex(/^#[\da-f]{6}$/i)
    .transform((color) => color.toLowerCase())
    .nullable(),
  tagline: line(LOOK_LIMITS.tagline),
  avatar: z.enum(AVATARS),
  /** What an empty chat offers to ask; where there are none, the widget's own in the shopper's language. */
  quickReplies: replies,
  /** Instead of those, by ISO 639-1 code of the language the shop is shown in. */
  quickRepliesIn: z
    .record(z.string().regex(/^[a-z]{2}$/), replies)
    .transform((all) => Object.fromEntries(Object.entries(all).filter(([, some]) => some.length > 0))),
  /** Whether the way to a person is there before anything was said. */
  personAtOnce: z.boolean(),
});
export type WidgetLook = z.infer<typeof widgetLookSchema>;

export const DEFAULT_LOOK: WidgetLook = {
  accent: null,
  tagline: "",
  avatar: "icon",
  quickReplies: [],
  quickRepliesIn: {},
  personAtOnce: true,
};

/** Colors for CSS: the accent, words on it, and the accent as words on the panel's light surfaces. */
export type AccentColors = { accent: string; "on-accent": string; ink: string };

/** @returns null for what is no `#rrggbb` */
export function accentColors(accent: string): AccentColors | null {
  const color = parseColor(accent);
  if (!color) return null;
  const white = contrast(color, WHITE) >= READABLE;
  return { accent, "on-accent": white ? "#fff" : "#000", ink: css(darkenedFor(color, TINT, READABLE)) };
}

/** How well white words on the accent, and the accent's own words on light surfaces, can be read; WCAG's ratios. */
export function accentContrast(accent: string): { white: number; words: number } | null {
  const color = parseColor(accent);
  return color && { white: contrast(color, WHITE), words: contrast(color, TINT) };
}
