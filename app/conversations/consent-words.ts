/**
 * Whole messages that say yes or no to what was just written out, and nothing else, in the languages the card is written in.
 * A yes with anything beside it ("yes, but the blue one") is none: money moves only on what is beyond doubt.
 */
const YES: Record<string, readonly string[]> = {
  en: ["yes", "yes please", "yes confirm", "confirm", "i confirm", "confirmed", "yes i confirm", "yes do it"],
  de: ["ja", "ja bitte", "bestätigen", "ich bestätige", "ja ich bestätige", "bestätigt"],
  fr: ["oui", "oui merci", "confirmer", "je confirme", "oui je confirme", "confirmé"],
  es: ["sí", "si", "sí por favor", "si por favor", "confirmar", "confirmo", "sí confirmo", "si confirmo"],
  ja: ["はい", "はい お願いします", "お願いします", "確定", "確定します", "承認します"],
};
const NO: Record<string, readonly string[]> = {
  en: ["no", "no thanks", "no thank you", "cancel", "decline", "stop", "don't", "do not"],
  de: ["nein", "nein danke", "ablehnen", "abbrechen", "stopp"],
  fr: ["non", "non merci", "annuler", "refuser"],
  es: ["no", "no gracias", "cancelar", "rechazar"],
  ja: ["いいえ", "やめます", "キャンセル", "結構です"],
};

/** A yes or no by a whole message, in the conversation's language or in English; null for anything else. */
export function consentIn(text: string, locale: string): "yes" | "no" | null {
  const said = text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[.!,;:、。！]+/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
  const language = locale.slice(0, 2).toLowerCase();
  const among = (words: Record<string, readonly string[]>) =>
    [...(words[language] ?? []), ...(words["en"] ?? [])].includes(said);
  if (among(YES)) return "yes";
  return among(NO) ? "no" : null;
}

/** Asks for one of those words. */
const ASK: Record<string, string> = {
  en: "Reply “yes” to confirm exactly this, or “no” to leave everything as it is.",
  de: "Antworten Sie mit „ja“, um genau das zu bestätigen, oder mit „nein“, damit alles bleibt, wie es ist.",
  fr: "Répondez « oui » pour confirmer exactement cela, ou « non » pour ne rien changer.",
  es: "Responda «sí» para confirmar exactamente esto o «no» para dejarlo todo como está.",
  ja: "この内容で確定する場合は「はい」、何も変更しない場合は「いいえ」とお返事ください。",
};

export function askForConsent(locale: string): string {
  return ASK[locale.slice(0, 2).toLowerCase()] ?? ASK["en"] ?? "";
}
