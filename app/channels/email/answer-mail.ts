import { mailHtml } from "./mail-html.ts";
import type { Mail } from "./send-mail.server.ts";

type Words = {
  subject: (shop: string) => string;
  lead: (shop: string) => string;
  team: string;
  how: string;
  open: string;
};

/** In the five languages of the widget; English where there are no words yet. */
const WORDS: Record<string, Words> = {
  en: {
    subject: (shop) => `${shop} has answered you`,
    lead: (shop) => `You asked the team at ${shop} something in the chat. This is the answer:`,
    team: "Support team",
    how: "To write back, open the chat in the same browser as before.",
    open: "Open the store",
  },
  de: {
    subject: (shop) => `${shop} hat Ihnen geantwortet`,
    lead: (shop) => `Sie haben das Team von ${shop} im Chat etwas gefragt. Hier ist die Antwort:`,
    team: "Support-Team",
    how: "Um zurückzuschreiben, öffnen Sie den Chat im selben Browser wie zuvor.",
    open: "Zum Shop",
  },
  fr: {
    subject: (shop) => `${shop} vous a répondu`,
    lead: (shop) => `Vous avez posé une question à l'équipe de ${shop} dans le chat. Voici la réponse :`,
    team: "Équipe d'assistance",
    how: "Pour répondre, ouvrez le chat dans le même navigateur qu'auparavant.",
    open: "Ouvrir la boutique",
  },
  es: {
    subject: (shop) => `${shop} le ha respondido`,
    lead: (shop) => `Preguntó algo al equipo de ${shop} en el chat. Esta es la respuesta:`,
    team: "Equipo de atención",
    how: "Para contestar, abra el chat en el mismo navegador que antes.",
    open: "Abrir la tienda",
  },
  ja: {
    subject: (shop) => `${shop}からの回答`,
    lead: (shop) => `チャットで${shop}の担当者にお問い合わせいただいた件の回答です。`,
    team: "サポート担当",
    how: "ご返信は、以前と同じブラウザでチャットを開いてください。",
    open: "ストアを開く",
  },
};

/** The email that brings a shopper who has left what people answered, one or several messages, oldest first. */
export function answerMail(
  messages: readonly { text: string; name: string | null }[],
  { shop, shopName, locale }: { shop: string; shopName: string; locale: string },
): Mail {
  const language = locale.slice(0, 2).toLowerCase();
  const words: Words = WORDS[language] ?? (WORDS["en"] as Words);
  const href = `https://${shop}`;
  const said = messages.map(({ text, name }) => ({ head: `${name || words.team}:`, text }));
  return {
    subject: words.subject(shopName),
    text:
      [words.lead(shopName), ...said.map(({ head, text }) => `${head}\n${text}`), words.how, href].join("\n\n") + "\n",
    html: mailHtml(WORDS[language] ? language : "en", [
      { text: words.lead(shopName) },
      ...said.flatMap(({ head, text }) => [{ text: head, small: true }, { text }]),
      { text: words.how, small: true },
      { text: words.open, href },
    ]),
  };
}
