import { dayWords, shopTime } from "../../components/shop-time.ts";
import { policyTexts } from "../../components/policies/policy.texts.ts";
import { readNewest } from "../../conversations/log.server.ts";
import { qualitySettings } from "../../inbox/quality/draw.server.ts";
import { reviewProgress, waitingForReview, type WeekOfReviews } from "../../inbox/quality/reviews.server.ts";
import { shareOf } from "../../inbox/quality/share.ts";
import { openSuggestions, type OpenSuggestion } from "../../inbox/quality/suggestions.server.ts";
import { merchantAnswers } from "../../knowledge/merchant-answers.server.ts";
import { POLICY_AREAS } from "../../policy/areas.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import { excerptOf } from "./excerpt.ts";
import { texts } from "./texts.ts";

/** Enough to judge; a longer conversation is opened. */
const MOST_EVENTS = 80;

/** @param wanted the conversation that is shown; the first that waits where it is none of those */
export async function loadQuality(shop: string, wanted: string | null) {
  const [waiting, progress, suggestions, answers, { perDay }, { timeZone }] = await Promise.all([
    waitingForReview(shop),
    reviewProgress(shop),
    openSuggestions(shop),
    merchantAnswers(shop),
    qualitySettings.read(shop),
    shopProfile(shop),
  ]);
  const index = Math.max(
    0,
    waiting.findIndex(({ conversationId }) => conversationId === wanted),
  );
  const chosen = waiting[index];
  const events = chosen ? await readNewest({ shop, conversationId: chosen.conversationId }, MOST_EVENTS) : [];
  return {
    ids: waiting.map(({ conversationId }) => conversationId),
    index,
    current: chosen && {
      conversationId: chosen.conversationId,
      drawnBy: chosen.drawnBy,
      day: dayWords(chosen.day),
      risks: chosen.risks,
      isCut: (events[0]?.seq ?? 1) > 1,
      lines: excerptOf(events, shopTime(timeZone)),
    },
    progress: { reviewed: progress.reviewed, waiting: progress.waiting },
    weeks: progress.weeks.map(weekRow),
    suggestions: suggestions.map(shownSuggestion),
    answers: answers.length,
    perDay,
  };
}

export type ShownReview = NonNullable<Awaited<ReturnType<typeof loadQuality>>["current"]>;
export type ShownSuggestion = ReturnType<typeof shownSuggestion>;

function weekRow({ week, random, rightOfRandom, risk, rightOfRisk }: WeekOfReviews): string[] {
  const words = texts.figures;
  const share = shareOf(rightOfRandom, random);
  return [
    dayWords(week),
    share ? words.share(share.share, share.low, share.high) : "–",
    String(random),
    words.of(rightOfRisk, risk),
  ];
}

function shownSuggestion({ conversationId, kind, area, question, proposed, by }: OpenSuggestion) {
  const known = POLICY_AREAS.find((one) => one === area) ?? null;
  return { conversationId, kind, area: known, areaName: known && policyTexts.areas[known], question, proposed, by };
}
