import { shorten } from "../../agent/clean-text.ts";
import {
  type ConversationFigures,
  conversationFigures,
  type UnansweredQuestion,
  unansweredQuestions,
} from "../../conversations/figures.server.ts";
import { formatMoney } from "../../orders/money.ts";
import { errorFields, log } from "../../platform/log.server.ts";
import { moneyMoved } from "../../resolutions/money-moved.server.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";

export const MOST_QUESTIONS = 3;
const QUESTION_CHARACTERS = 90;

/** `money` is in words: one amount for each currency. `questions` is null for whoever may not read conversations. */
export type FiguresAtHome = ConversationFigures & { money: string[]; questions: UnansweredQuestion[] | null };

/** Null when they cannot be counted now: the rest of the page is worth showing without them. */
export async function figuresAtHome(shop: string, readsConversations: boolean): Promise<FiguresAtHome | null> {
  try {
    const { timeZone, currency } = await shopProfile(shop);
    const [figures, moved, questions] = await Promise.all([
      conversationFigures(shop, timeZone),
      moneyMoved(shop),
      readsConversations ? unansweredQuestions(shop, MOST_QUESTIONS) : null,
    ]);
    const amounts = moved.length === 0 ? [{ minor: 0, currency }] : moved.map(({ amount }) => amount);
    return {
      ...figures,
      money: amounts.map((amount) => formatMoney(amount, "en-US")),
      questions:
        questions?.map(({ conversationId, question }) => ({
          conversationId,
          question: shorten(question.replace(/\s+/g, " "), QUESTION_CHARACTERS),
        })) ?? null,
    };
  } catch (error) {
    log.error({ shop, ...errorFields(error) }, "the home page's figures could not be counted");
    return null;
  }
}
