import { sql } from "../platform/db.server.ts";
import { type MerchantAnswer, rankAnswers } from "./rank-answers.ts";

const NEWEST = `
  SELECT id, question, answer FROM merchant_answer WHERE shop = $1 ORDER BY created_at DESC LIMIT 500`;

/** What the merchant wants shoppers told, the newest first. */
export function merchantAnswers(shop: string): Promise<MerchantAnswer[]> {
  return sql().query<MerchantAnswer>(NEWEST, [shop]);
}

/** Those of them that have to do with what is asked, the nearest first; the newest where nothing is asked. */
export async function searchAnswers(shop: string, query: string): Promise<MerchantAnswer[]> {
  return rankAnswers(await merchantAnswers(shop), query);
}
