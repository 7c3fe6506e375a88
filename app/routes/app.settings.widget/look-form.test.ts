import { describe, expect, test } from "vitest";
import { accentColors, DEFAULT_LOOK } from "../../conversations/widget-look.ts";
import { type WidgetProfile, widgetSettings } from "../../conversations/widget-settings.ts";
import { type LookForm, lookForm, lookFormSchema, lookOf } from "./look-form.ts";

const look = {
  accent: "#0b6e4f",
  tagline: "Wool since 1923",
  avatar: "initial" as const,
  quickReplies: ["Track my parcel", "Return something"],
  quickRepliesIn: { de: ["Wo ist mein Paket?"] },
  personAtOnce: false,
};
const changed = (change: Partial<LookForm>) => lookOf({ ...lookForm(look), ...change });
const profile: WidgetProfile = { name: "Linen & Co", agentName: "", greeting: "", greetings: {} };

describe("the form of how the chat looks", () => {
  test.each([look, DEFAULT_LOOK])("gives back the look it was filled with", (given) => {
    expect(lookOf(lookFormSchema.parse(lookForm(given)))).toEqual({ kind: "ok", settings: given });
  });

  test("takes empty quick replies for none, and a language without any for not named", () => {
    const languages = [{ language: "fr" as const, replies: [" ", "", "", ""] }];
    expect(changed({ quickReplies: ["", " Track  it ", "", ""], languages })).toEqual({
      kind: "ok",
      settings: { ...look, quickReplies: ["Track it"], quickRepliesIn: {} },
    });
  });

  test("says next to each field what is wrong with it", () => {
    const long = "a".repeat(41);
    const languages = [{ language: "de" as const, replies: ["", long, "", ""] }];
    expect(changed({ accent: "red", tagline: "a".repeat(61), quickReplies: ["", "", long, ""], languages })).toEqual({
      kind: "invalid",
      errors: {
        accent: "Enter a color as six digits after a #, such as #0b6e4f.",
        tagline: "Use at most 60 characters.",
        "quickReplies.2": "Use at most 40 characters.",
        "quickRepliesIn.de.1": "Use at most 40 characters.",
      },
    });
  });

  test("keeps no color where the theme's is chosen, whatever is written in the field", () => {
    expect(changed({ ownAccent: false, accent: "red" })).toEqual({ kind: "ok", settings: { ...look, accent: null } });
  });
});

describe("what the widget is told of it", () => {
  test("are words that can be read on the accent and in it", () => {
    expect(accentColors("#0b6e4f")).toMatchObject({ "on-accent": "#fff", ink: "rgb(11 110 79)" });
    expect(accentColors("#ffe14d")).toMatchObject({ "on-accent": "#000" });
    expect(accentColors("#ffe14d")?.ink).not.toBe("rgb(255 225 77)");
    expect(accentColors("red")).toBeNull();
  });

  test("is the first letter of whoever is named above the chat", () => {
    expect(widgetSettings({ ...profile, agentName: "élodie" }, look, "fr").avatar).toBe("É");
    expect(widgetSettings(profile, look, "fr").avatar).toBe("L");
    expect(widgetSettings(profile, { ...look, avatar: "none" }, "fr").avatar).toBe("");
    expect(widgetSettings(profile, { ...look, avatar: "icon" }, "fr").avatar).toBeNull();
  });
});
