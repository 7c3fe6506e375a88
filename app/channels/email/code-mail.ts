import { mailHtml } from "./mail-html.ts";
import type { Mail } from "./send-mail.server.ts";

type Words = {
  subject: (shop: string) => string;
  lead: (order: string, shop: string) => string;
  how: string;
  warning: string;
};

/** In the five languages of the widget; English where there are no words yet. */
const WORDS: Record<string, Words> = {
  en: {
    subject: (shop) => `Your code for ${shop}`,
    lead: (order, shop) => `Here is the code for order ${order} at ${shop}:`,
    how: "Write it in the chat within ten minutes.",
    warning:
      "If you did not ask for it, you need not do anything. Never give this code to anybody who calls or writes to you.",
  },
  de: {
    subject: (shop) => `Ihr Code für ${shop}`,
    lead: (order, shop) => `Hier ist der Code für die Bestellung ${order} bei ${shop}:`,
    how: "Schreiben Sie ihn innerhalb von zehn Minuten in den Chat.",
    warning:
      "Haben Sie ihn nicht angefordert, müssen Sie nichts tun. Geben Sie diesen Code niemandem, der Sie anruft oder Ihnen schreibt.",
  },
  fr: {
    subject: (shop) => `Votre code pour ${shop}`,
    lead: (order, shop) => `Voici le code pour la commande ${order} chez ${shop} :`,
    how: "Écrivez-le dans le chat dans les dix minutes.",
    warning:
      "Si vous ne l'avez pas demandé, vous n'avez rien à faire. Ne donnez jamais ce code à une personne qui vous appelle ou vous écrit.",
  },
  es: {
    subject: (shop) => `Su código para ${shop}`,
    lead: (order, shop) => `Este es el código para el pedido ${order} en ${shop}:`,
    how: "Escríbalo en el chat en un plazo de diez minutos.",
    warning: "Si no lo ha pedido, no tiene que hacer nada. No dé nunca este código a nadie que le llame o le escriba.",
  },
  ja: {
    subject: (shop) => `${shop}の確認コード`,
    lead: (order, shop) => `${shop}のご注文 ${order} の確認コードです。`,
    how: "10分以内にチャットにご記入ください。",
    warning:
      "お心当たりがない場合は、何もしていただく必要はありません。このコードを電話やメッセージで誰かに伝えないでください。",
  },
};

/** The email that carries a code, in the language of the conversation. */
export function codeMail(code: string, orderName: string, shopName: string, locale: string): Mail {
  const language = locale.slice(0, 2).toLowerCase();
  const words: Words = WORDS[language] ?? (WORDS["en"] as Words);
  const order = /^\d/.test(orderName) ? `#${orderName}` : orderName;
  const lead = words.lead(order, shopName);
  return {
    subject: words.subject(shopName),
    text: [lead, code, words.how, words.warning].join("\n\n") + "\n",
    html: mailHtml(WORDS[language] ? language : "en", [
      { text: lead },
      { text: code, big: true },
      { text: words.how },
      { text: words.warning, small: true },
    ]),
  };
}
