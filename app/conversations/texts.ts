/** Sentences that code, not a model, says to shoppers; by the conversation's language. */
export type ShopperTexts = {
  escalated(shopName: string): string;
  tookTooLong: string;
};

const TEXTS: Record<string, ShopperTexts> = {
  en: {
    escalated: (shop) =>
      `I've passed this conversation to the team at ${shop}. They can read everything above, so you won't have to repeat yourself.`,
    tookTooLong: "I'm sorry, I couldn't finish answering this. I've asked a person to take a look.",
  },
  de: {
    escalated: (shop) =>
      `Ich habe dieses Gespräch an das Team von ${shop} weitergegeben. Es kann alles oben lesen, Sie müssen also nichts wiederholen.`,
    tookTooLong: "Es tut mir leid, ich konnte das nicht zu Ende beantworten. Ich habe einen Menschen dazu gebeten.",
  },
  fr: {
    escalated: (shop) =>
      `J'ai transmis cette conversation à l'équipe de ${shop}. Elle peut lire tout ce qui précède, vous n'aurez rien à répéter.`,
    tookTooLong: "Désolé, je n'ai pas pu terminer cette réponse. J'ai demandé à une personne de s'en occuper.",
  },
  es: {
    escalated: (shop) =>
      `He pasado esta conversación al equipo de ${shop}. Puede leer todo lo anterior, así que no tendrá que repetirlo.`,
    tookTooLong: "Lo siento, no he podido terminar de responder. He pedido a una persona que lo revise.",
  },
  ja: {
    escalated: (shop) =>
      `この会話を${shop}の担当者に引き継ぎました。これまでの内容は担当者が確認できますので、繰り返しご説明いただく必要はありません。`,
    tookTooLong: "申し訳ありません。最後までお答えできませんでした。担当者に確認を依頼しました。",
  },
};

/** Texts in a language, by its BCP 47 tag; English where there are none yet. */
export function shopperTexts(locale: string): ShopperTexts {
  return TEXTS[locale.slice(0, 2).toLowerCase()] ?? (TEXTS["en"] as ShopperTexts);
}
