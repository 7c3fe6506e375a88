/** What a shopper is told once a resolution is done. Every figure and name in it was read from Shopify afterwards. */
export type DoneTexts = {
  refunded(amount: string): string;
  /** The bank has not confirmed it yet. */
  refundPending(amount: string): string;
  credited(amount: string): string;
  /** The same after something else that was done. */
  refundedToo(amount: string): string;
  creditedToo(amount: string): string;
  replaced(orderName: string): string;
  returnOpen(returnName: string): string;
  exchangeOpen(returnName: string): string;
  exchangeSent(returnName: string): string;
  label: string;
  cancelled: string;
  /** Nothing had been charged. */
  notCharged: string;
  addressChanged(address: string): string;
  itemsChanged: string;
  /** An amount with where it went, for the card. */
  toPayment(amount: string): string;
  toCredit(amount: string): string;
};

const en: DoneTexts = {
  refunded: (amount) =>
    `Done: ${amount} has been refunded to the way you paid. It can take a few days until your bank shows it.`,
  refundPending: (amount) =>
    `Your refund of ${amount} is on its way to the way you paid; the payment provider hasn't confirmed it yet.`,
  credited: (amount) => `Done: ${amount} of store credit is in your account.`,
  refundedToo: (amount) =>
    `${amount} has been refunded to the way you paid. It can take a few days until your bank shows it.`,
  creditedToo: (amount) => `${amount} of store credit is in your account.`,
  replaced: (orderName) => `Done: your replacement is order ${orderName}, at no cost to you.`,
  returnOpen: (returnName) => `Done: your return ${returnName} is open.`,
  exchangeOpen: (returnName) => `Done: your exchange ${returnName} is open. The new item is sent once yours is back.`,
  exchangeSent: (returnName) =>
    `Done: your exchange ${returnName} is open, and the new item is being prepared already.`,
  label: "Here is your return label.",
  cancelled: "Done: your order is cancelled.",
  notCharged: "Nothing was charged.",
  addressChanged: (address) => `Done: your order goes to ${address}.`,
  itemsChanged: "Done: your order is changed.",
  toPayment: (amount) => `${amount} to the way you paid`,
  toCredit: (amount) => `${amount} store credit`,
};

const de: DoneTexts = {
  refunded: (amount) =>
    `Erledigt: ${amount} wurden auf Ihr Zahlungsmittel erstattet. Bis Ihre Bank es zeigt, kann es einige Tage dauern.`,
  refundPending: (amount) =>
    `Ihre Erstattung von ${amount} ist unterwegs; der Zahlungsanbieter hat sie noch nicht bestätigt.`,
  credited: (amount) => `Erledigt: ${amount} Guthaben sind auf Ihrem Konto.`,
  refundedToo: (amount) =>
    `${amount} wurden auf Ihr Zahlungsmittel erstattet. Bis Ihre Bank es zeigt, kann es einige Tage dauern.`,
  creditedToo: (amount) => `${amount} Guthaben sind auf Ihrem Konto.`,
  replaced: (orderName) => `Erledigt: Ihr Ersatz ist die Bestellung ${orderName}, für Sie kostenlos.`,
  returnOpen: (returnName) => `Erledigt: Ihre Rücksendung ${returnName} ist angelegt.`,
  exchangeOpen: (returnName) =>
    `Erledigt: Ihr Umtausch ${returnName} ist angelegt. Der neue Artikel wird verschickt, sobald Ihrer zurück ist.`,
  exchangeSent: (returnName) =>
    `Erledigt: Ihr Umtausch ${returnName} ist angelegt, und der neue Artikel wird schon vorbereitet.`,
  label: "Hier ist Ihr Rücksendeetikett.",
  cancelled: "Erledigt: Ihre Bestellung ist storniert.",
  notCharged: "Es wurde nichts abgebucht.",
  addressChanged: (address) => `Erledigt: Ihre Bestellung geht an ${address}.`,
  itemsChanged: "Erledigt: Ihre Bestellung ist geändert.",
  toPayment: (amount) => `${amount} auf Ihr Zahlungsmittel`,
  toCredit: (amount) => `${amount} Guthaben`,
};

const fr: DoneTexts = {
  refunded: (amount) =>
    `C'est fait : ${amount} ont été remboursés sur votre moyen de paiement. Votre banque peut mettre quelques jours à l'afficher.`,
  refundPending: (amount) =>
    `Votre remboursement de ${amount} est en cours ; le prestataire de paiement ne l'a pas encore confirmé.`,
  credited: (amount) => `C'est fait : ${amount} de crédit en boutique sont sur votre compte.`,
  refundedToo: (amount) =>
    `${amount} ont été remboursés sur votre moyen de paiement. Votre banque peut mettre quelques jours à l'afficher.`,
  creditedToo: (amount) => `${amount} de crédit en boutique sont sur votre compte.`,
  replaced: (orderName) => `C'est fait : votre remplacement est la commande ${orderName}, sans frais pour vous.`,
  returnOpen: (returnName) => `C'est fait : votre retour ${returnName} est ouvert.`,
  exchangeOpen: (returnName) =>
    `C'est fait : votre échange ${returnName} est ouvert. Le nouvel article partira dès que le vôtre sera revenu.`,
  exchangeSent: (returnName) =>
    `C'est fait : votre échange ${returnName} est ouvert et le nouvel article est déjà en préparation.`,
  label: "Voici votre étiquette de retour.",
  cancelled: "C'est fait : votre commande est annulée.",
  notCharged: "Rien n'a été débité.",
  addressChanged: (address) => `C'est fait : votre commande sera livrée à ${address}.`,
  itemsChanged: "C'est fait : votre commande est modifiée.",
  toPayment: (amount) => `${amount} sur votre moyen de paiement`,
  toCredit: (amount) => `${amount} de crédit en boutique`,
};

const es: DoneTexts = {
  refunded: (amount) =>
    `Hecho: se han reembolsado ${amount} a su medio de pago. Su banco puede tardar unos días en mostrarlo.`,
  refundPending: (amount) => `Su reembolso de ${amount} está en camino; el proveedor de pagos aún no lo ha confirmado.`,
  credited: (amount) => `Hecho: tiene ${amount} de crédito de la tienda en su cuenta.`,
  refundedToo: (amount) =>
    `Se han reembolsado ${amount} a su medio de pago. Su banco puede tardar unos días en mostrarlo.`,
  creditedToo: (amount) => `Tiene ${amount} de crédito de la tienda en su cuenta.`,
  replaced: (orderName) => `Hecho: su reemplazo es el pedido ${orderName}, sin coste para usted.`,
  returnOpen: (returnName) => `Hecho: su devolución ${returnName} está abierta.`,
  exchangeOpen: (returnName) =>
    `Hecho: su cambio ${returnName} está abierto. El artículo nuevo se envía cuando recibamos el suyo.`,
  exchangeSent: (returnName) =>
    `Hecho: su cambio ${returnName} está abierto y el artículo nuevo ya se está preparando.`,
  label: "Aquí tiene su etiqueta de devolución.",
  cancelled: "Hecho: su pedido está cancelado.",
  notCharged: "No se ha cobrado nada.",
  addressChanged: (address) => `Hecho: su pedido va a ${address}.`,
  itemsChanged: "Hecho: su pedido está modificado.",
  toPayment: (amount) => `${amount} a su medio de pago`,
  toCredit: (amount) => `${amount} de crédito de la tienda`,
};

const ja: DoneTexts = {
  refunded: (amount) =>
    `完了しました。${amount}をお支払い方法に返金しました。明細に反映されるまで数日かかることがあります。`,
  refundPending: (amount) => `${amount}の返金を手続き中です。決済会社による確認はまだ完了していません。`,
  credited: (amount) => `完了しました。${amount}のストアクレジットをアカウントに追加しました。`,
  refundedToo: (amount) => `${amount}をお支払い方法に返金しました。明細に反映されるまで数日かかることがあります。`,
  creditedToo: (amount) => `${amount}のストアクレジットをアカウントに追加しました。`,
  replaced: (orderName) => `完了しました。交換品はご注文${orderName}として無料でお送りします。`,
  returnOpen: (returnName) => `完了しました。返品${returnName}を受け付けました。`,
  exchangeOpen: (returnName) =>
    `完了しました。交換${returnName}を受け付けました。お手元の商品が届き次第、新しい商品を発送します。`,
  exchangeSent: (returnName) => `完了しました。交換${returnName}を受け付け、新しい商品の準備を始めました。`,
  label: "返品用ラベルはこちらです。",
  cancelled: "完了しました。ご注文をキャンセルしました。",
  notCharged: "請求は発生していません。",
  addressChanged: (address) => `完了しました。お届け先は${address}です。`,
  itemsChanged: "完了しました。ご注文を変更しました。",
  toPayment: (amount) => `${amount}（お支払い方法へ返金）`,
  toCredit: (amount) => `${amount}のストアクレジット`,
};

const TEXTS: Readonly<Record<string, DoneTexts>> = { en, de, fr, es, ja };

/** Texts in the language of a BCP 47 tag; English where there are none. */
export function doneTexts(locale: string): DoneTexts {
  return TEXTS[locale.slice(0, 2).toLowerCase()] ?? en;
}
