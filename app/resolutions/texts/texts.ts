import type { ResolutionKind } from "../../policy/kinds.ts";
import { de } from "./texts.de.ts";
import { en } from "./texts.en.ts";
import { es } from "./texts.es.ts";
import { fr } from "./texts.fr.ts";
import { ja } from "./texts.ja.ts";

/** What shoppers read on a proposal's card. Amounts, dates and names arrive as words. A translation is another object of this type. */
export type CardTexts = {
  title: {
    refund(amount: string): string;
    storeCredit(amount: string): string;
    replacement: string;
    return: string;
    exchange: string;
    cancel(order: string): string;
    changeAddress: string;
    changeItems: string;
  };
  label: {
    items: string;
    shipping: string;
    bonus: string;
    refund: string;
    storeCredit: string;
    refundOnArrival: string;
    difference: string;
    toPay: string;
    sentTo: string;
    newAddress: string;
  };
  destination: {
    asPaid: string;
    giftCard: string;
    storeCredit: string;
    named(gateway: string): string;
    part(where: string, amount: string): string;
    several(parts: string[]): string;
  };
  note: {
    itemsStay: string;
    notSent: string;
    sendBack: string;
    shopPays: string;
    shopperPays: string;
    afterArrival: string;
    restocking(percent: number): string;
    returnFee(amount: string): string;
    dearerForFree: string;
    askPartner: string;
    final: string;
    approval: string;
  };
  confirm: Record<ResolutionKind, string>;
  decline: string;
  /** Said instead of doing it, when facts have moved since the card was shown. */
  changed: string;
};

const TEXTS: Readonly<Record<string, CardTexts>> = { en, de, fr, es, ja };

/** Texts in a language, by its BCP 47 tag, and the locale that goes with them; English where there are none yet. */
export function cardTexts(locale: string): { texts: CardTexts; locale: string } {
  const texts = TEXTS[locale.slice(0, 2).toLowerCase()];
  return texts ? { texts, locale } : { texts: en, locale: "en" };
}
