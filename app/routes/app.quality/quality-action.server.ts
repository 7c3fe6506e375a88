import { z } from "zod";
import { drawForReview, qualitySettings } from "../../inbox/quality/draw.server.ts";
import { judgementSchema, qualitySettingsSchema } from "../../inbox/quality/review.ts";
import { judge, takeBack } from "../../inbox/quality/reviews.server.ts";
import { decideSuggestion } from "../../inbox/quality/suggestions.server.ts";
import { deed, type Person } from "../../staff/audit.ts";
import { changeRows } from "../../staff/audit.server.ts";

const conversationId = z.uuid();
const askedSchema = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("judge"), conversationId, judgement: judgementSchema }),
  z.strictObject({ intent: z.literal("undo"), conversationId }),
  z.strictObject({ intent: z.literal("decide"), conversationId, state: z.enum(["accepted", "dismissed"]) }),
  z.strictObject({ intent: z.literal("draw") }),
  z.strictObject({ intent: z.literal("settings"), settings: qualitySettingsSchema }),
]);
export type QualityAsked = z.infer<typeof askedSchema>;

export type QualityAnswer =
  | { kind: "judged"; label: "right" | "wrong"; conversationId: string }
  | { kind: "drawn"; count: number }
  | { kind: "undone" | "accepted" | "dismissed" | "saved" | "overtaken" | "failed" };

/** Does what the page asks. */
export async function actOnQuality(shop: string, by: Person, body: unknown): Promise<QualityAnswer> {
  const read = askedSchema.safeParse(body);
  if (!read.success) return { kind: "failed" };
  const asked = read.data;
  switch (asked.intent) {
    case "judge": {
      const { judgement } = asked;
      const done = await judge({ shop, conversationId: asked.conversationId }, by, judgement);
      if (!done) return { kind: "overtaken" };
      return { kind: "judged", label: judgement.label, conversationId: asked.conversationId };
    }
    case "undo":
      return { kind: (await takeBack({ shop, conversationId: asked.conversationId }, by)) ? "undone" : "overtaken" };
    case "decide": {
      const done = await decideSuggestion({ shop, conversationId: asked.conversationId }, by, asked.state);
      return { kind: done ? asked.state : "overtaken" };
    }
    case "draw":
      return { kind: "drawn", count: await drawForReview(shop, new Date()) };
    case "settings":
      return save(shop, by, asked.settings);
  }
}

/** One number: the last one who chooses it has it. */
async function save(shop: string, by: Person, settings: z.infer<typeof qualitySettingsSchema>): Promise<QualityAnswer> {
  const { version } = await qualitySettings.toEdit(shop);
  const outcome = await qualitySettings.replace(shop, settings, version, (change) =>
    changeRows(shop, deed(by, "quality_settings_saved", "", { perDay: settings.perDay }), change),
  );
  return { kind: outcome.kind === "saved" ? "saved" : "overtaken" };
}
