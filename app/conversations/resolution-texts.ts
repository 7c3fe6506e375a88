import { formatMoney, type Money } from "../orders/money.ts";
import type { ResolutionState } from "../resolutions/states.ts";

/** What code says to the shopper when a resolution gets somewhere; a success has words of its own, from what happened. */
type Texts = Partial<Record<ResolutionState, string>>;

const TEXTS: Record<string, Texts> = {
  en: {
    awaiting_approval: "Thank you. The team has to approve this, and will answer you here.",
    failed: "I'm sorry, this couldn't be done, and nothing was changed. I've asked the team to take a look.",
    needs_attention:
      "This needs a person to check it, so that nothing is done twice. I've asked the team to take a look.",
    superseded: "Something about the order has changed in the meantime, so I didn't go ahead. Nothing was changed.",
    expired: "This offer has expired. Nothing was changed.",
    declined: "All right, nothing was changed.",
  },
  de: {
    awaiting_approval: "Danke. Das Team muss dem noch zustimmen und antwortet Ihnen hier.",
    failed: "Es tut mir leid, das ließ sich nicht ausführen, und es wurde nichts geändert. Das Team sieht es sich an.",
    needs_attention:
      "Das muss sich ein Mensch ansehen, damit nichts doppelt geschieht. Ich habe das Team darum gebeten.",
    superseded: "An der Bestellung hat sich inzwischen etwas geändert, deshalb habe ich nichts ausgeführt.",
    expired: "Dieses Angebot ist abgelaufen. Es wurde nichts geändert.",
    declined: "In Ordnung, es wurde nichts geändert.",
  },
  fr: {
    awaiting_approval: "Merci. L'équipe doit encore donner son accord et vous répondra ici.",
    failed: "Désolé, cela n'a pas pu être fait et rien n'a été modifié. J'ai demandé à l'équipe d'y regarder.",
    needs_attention: "Une personne doit vérifier, pour que rien ne soit fait deux fois. J'ai prévenu l'équipe.",
    superseded: "La commande a changé entre-temps, je n'ai donc rien fait.",
    expired: "Cette proposition a expiré. Rien n'a été modifié.",
    declined: "Très bien, rien n'a été modifié.",
  },
  es: {
    awaiting_approval: "Gracias. El equipo tiene que aprobarlo y le responderá aquí.",
    failed: "Lo siento, no se ha podido hacer y no se ha cambiado nada. He pedido al equipo que lo revise.",
    needs_attention: "Tiene que revisarlo una persona para que nada se haga dos veces. He avisado al equipo.",
    superseded: "El pedido ha cambiado entretanto, así que no he hecho nada.",
    expired: "Esta propuesta ha caducado. No se ha cambiado nada.",
    declined: "De acuerdo, no se ha cambiado nada.",
  },
  ja: {
    awaiting_approval: "ありがとうございます。担当者の承認が必要なため、こちらで改めてご連絡します。",
    failed: "申し訳ありません。処理できませんでした。何も変更されていません。担当者に確認を依頼しました。",
    needs_attention: "二重に処理されないよう、担当者による確認が必要です。担当者に依頼しました。",
    superseded: "その間にご注文の内容が変わったため、処理を行いませんでした。",
    expired: "このご提案の有効期限が切れました。何も変更されていません。",
    declined: "承知しました。何も変更していません。",
  },
};

export function resolutionText(state: ResolutionState, locale: string): string {
  return TEXTS[locale.slice(0, 2).toLowerCase()]?.[state] ?? TEXTS["en"]?.[state] ?? "";
}

const BY_HAND: Record<string, Record<"succeeded" | "failed", string>> = {
  en: {
    succeeded: "The team has checked this: it has been taken care of.",
    failed: "The team has checked this: it was not carried out. They will get in touch with you if more is needed.",
  },
  de: {
    succeeded: "Das Team hat es geprüft: Es ist erledigt.",
    failed: "Das Team hat es geprüft: Es wurde nicht ausgeführt. Falls noch etwas nötig ist, meldet es sich bei Ihnen.",
  },
  fr: {
    succeeded: "L'équipe a vérifié : c'est réglé.",
    failed: "L'équipe a vérifié : cela n'a pas été exécuté. Elle vous contactera si nécessaire.",
  },
  es: {
    succeeded: "El equipo lo ha revisado: está resuelto.",
    failed:
      "El equipo lo ha revisado: no se ha llevado a cabo. Se pondrá en contacto con usted si hace falta algo más.",
  },
  ja: {
    succeeded: "担当者が確認し、対応が完了しました。",
    failed: "担当者が確認した結果、処理は行われていませんでした。必要な場合は担当者からご連絡します。",
  },
};

/** What the shopper is told when a person ended it by hand, having looked at what had happened. */
export function settledByHandText(state: "succeeded" | "failed", locale: string): string {
  return (BY_HAND[locale.slice(0, 2).toLowerCase()] ?? BY_HAND["en"])?.[state] ?? "";
}

const EXPIRED_WAITING: Record<string, string> = {
  en: "I'm sorry: the team didn't decide about this in time, so it is no longer open. Nothing was changed. Tell me if you would still like it.",
  de: "Es tut mir leid: Das Team hat darüber nicht rechtzeitig entschieden, deshalb ist es nicht mehr offen. Es wurde nichts geändert. Sagen Sie mir, wenn Sie es noch möchten.",
  fr: "Je suis désolé : l'équipe n'a pas décidé à temps, la demande n'est donc plus ouverte. Rien n'a été modifié. Dites-moi si vous le souhaitez toujours.",
  es: "Lo siento: el equipo no ha decidido a tiempo, así que ya no está abierto. No se ha cambiado nada. Dígame si todavía lo desea.",
  ja: "申し訳ありません。期限までに担当者の判断が得られなかったため、受付を終了しました。何も変更されていません。引き続きご希望の場合はお知らせください。",
};

/** What the shopper is told when nobody of the team answered what they had confirmed. */
export function expiredWaitingText(locale: string): string {
  return EXPIRED_WAITING[locale.slice(0, 2).toLowerCase()] ?? EXPIRED_WAITING["en"] ?? "";
}

const LESS: Record<string, (granted: string, asked: string) => string> = {
  en: (granted, asked) => `The team has approved ${granted} of the ${asked} you confirmed.`,
  de: (granted, asked) => `Das Team hat von den bestätigten ${asked} einem Betrag von ${granted} zugestimmt.`,
  fr: (granted, asked) => `L'équipe a approuvé ${granted} sur les ${asked} que vous aviez confirmés.`,
  es: (granted, asked) => `El equipo ha aprobado ${granted} de los ${asked} que usted confirmó.`,
  ja: (granted, asked) => `ご確認いただいた${asked}のうち、${granted}が担当者により承認されました。`,
};

/** What the shopper is told when a person approved less than they had confirmed, before that person's own words. */
export function approvedLessText(granted: Money, asked: Money, locale: string): string {
  const language = locale.slice(0, 2).toLowerCase();
  const [words, numbers] = LESS[language] ? [LESS[language], locale] : [LESS["en"], "en"];
  return words?.(formatMoney(granted, numbers), formatMoney(asked, numbers)) ?? "";
}
