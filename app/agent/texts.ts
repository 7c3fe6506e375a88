/** What the agent's loop itself says to shoppers, where no model may or can; by the conversation's language. */
export type TurnTexts = {
  /** The provider failed in the middle of an answer; a person is called next. */
  lostThread: string;
  /** No model could answer at all; a person is called next. */
  noAnswer: string;
  /** Nothing that could be said was found, for the first time; a person is offered. */
  sayAgain: string;
  /** The turn used up its limits; a person is called next. */
  tooMuch: string;
  /** The model's answer was cut at its length limit. */
  cutShort: string;
  /** The model declined. */
  declined: string;
  /** Sentences were left out because nothing bears out a figure in them. */
  leftOut: string;
  /** Sentences were left out that claimed something was done. */
  nothingDone: string;
  needOrderAndEmail: string;
  needCode: string;
  needLogin: string;
  orderNotFound: string;
  notReadable: string;
  shopSilent: string;
  verified: (orderName: string) => string;
  noOrders: string;
  talkToPerson: string;
};

const TEXTS: Record<string, TurnTexts> = {
  en: {
    lostThread: "Sorry, something went wrong before I could finish.",
    noAnswer: "Sorry, I can't answer this right now.",
    sayAgain:
      "Sorry, I couldn't find an answer to that. Could you put it another way? A person from the team can help, too.",
    tooMuch: "Sorry, I couldn't get to the bottom of this.",
    cutShort: "That is as much as I can say in one message. Ask me, and I'll go on.",
    declined: "I can't help with that here. If it is about an order, tell me more, or ask for a person.",
    leftOut: "I left out something that I couldn't confirm. A person from the team can check it for you.",
    nothingDone: "To be clear: I have not changed anything about your order. A person from the team can do that.",
    needOrderAndEmail: "To look that up I need the order number and the email address used for the order.",
    needCode:
      "To be sure it is you, I need a code. If your details are right, it is on its way to the email address on the order: please write it here.",
    needLogin:
      "To be sure it is you, the shop asks you to log in to your account here first. Then ask again in this chat.",
    orderNotFound:
      "I couldn't find that order with the details I have. Please check the order number and the email address.",
    notReadable: "I can't look that up from here, but a person from the team can.",
    shopSilent: "I can't reach the shop's order system right now. Please try again in a moment, or ask for a person.",
    verified: (order) => `Thank you, I found order ${order}. What would you like to know about it?`,
    noOrders: "I can't find any orders here.",
    talkToPerson: "Talk to a person",
  },
  de: {
    lostThread: "Es tut mir leid, da ist etwas schiefgegangen, bevor ich fertig war.",
    noAnswer: "Es tut mir leid, das kann ich gerade nicht beantworten.",
    sayAgain:
      "Es tut mir leid, dazu habe ich keine Antwort gefunden. Können Sie es anders sagen? Auch jemand aus dem Team kann helfen.",
    tooMuch: "Es tut mir leid, das konnte ich nicht abschließend klären.",
    cutShort: "Mehr passt nicht in eine Nachricht. Fragen Sie nach, dann mache ich weiter.",
    declined:
      "Dabei kann ich hier nicht helfen. Geht es um eine Bestellung, schreiben Sie mir mehr dazu, oder verlangen Sie einen Menschen.",
    leftOut: "Etwas, das ich nicht belegen konnte, habe ich weggelassen. Jemand aus dem Team kann es für Sie prüfen.",
    nothingDone: "Zur Klarheit: Ich habe an Ihrer Bestellung nichts geändert. Jemand aus dem Team kann das tun.",
    needOrderAndEmail: "Um nachzusehen, brauche ich die Bestellnummer und die E-Mail-Adresse der Bestellung.",
    needCode:
      "Damit ich sicher bin, dass Sie es sind, brauche ich einen Code. Stimmen Ihre Angaben, ist er unterwegs an die E-Mail-Adresse der Bestellung: Bitte schreiben Sie ihn hier.",
    needLogin:
      "Damit sicher ist, dass Sie es sind, bittet der Shop Sie, sich hier zuerst in Ihrem Konto anzumelden. Fragen Sie danach in diesem Chat noch einmal.",
    orderNotFound:
      "Mit diesen Angaben finde ich die Bestellung nicht. Bitte prüfen Sie Bestellnummer und E-Mail-Adresse.",
    notReadable: "Das kann ich von hier aus nicht nachsehen, aber jemand aus dem Team kann es.",
    shopSilent:
      "Ich erreiche das Bestellsystem gerade nicht. Bitte versuchen Sie es gleich noch einmal, oder verlangen Sie einen Menschen.",
    verified: (order) => `Danke, ich habe die Bestellung ${order} gefunden. Was möchten Sie dazu wissen?`,
    noOrders: "Ich finde hier keine Bestellungen.",
    talkToPerson: "Mit einem Menschen sprechen",
  },
  fr: {
    lostThread: "Désolé, un problème est survenu avant que je puisse terminer.",
    noAnswer: "Désolé, je ne peux pas répondre à cela pour le moment.",
    sayAgain:
      "Désolé, je n'ai pas trouvé de réponse. Pouvez-vous le dire autrement ? Une personne de l'équipe peut aussi vous aider.",
    tooMuch: "Désolé, je n'ai pas réussi à tirer cela au clair.",
    cutShort: "Je ne peux pas en dire plus en un seul message. Demandez-moi la suite.",
    declined:
      "Je ne peux pas vous aider sur ce point ici. S'il s'agit d'une commande, dites-m'en plus, ou demandez une personne.",
    leftOut: "J'ai laissé de côté un élément que je n'ai pas pu confirmer. Une personne de l'équipe peut le vérifier.",
    nothingDone: "Pour être clair : je n'ai rien changé à votre commande. Une personne de l'équipe peut le faire.",
    needOrderAndEmail: "Pour vérifier, il me faut le numéro de commande et l'adresse e-mail utilisée pour la commande.",
    needCode:
      "Pour m'assurer que c'est bien vous, il me faut un code. Si vos informations sont exactes, il est en route vers l'adresse e-mail de la commande : écrivez-le ici.",
    needLogin:
      "Pour s'assurer que c'est bien vous, la boutique vous demande de vous connecter d'abord à votre compte ici. Reposez ensuite votre question dans ce chat.",
    orderNotFound:
      "Je ne trouve pas cette commande avec ces informations. Vérifiez le numéro de commande et l'adresse e-mail.",
    notReadable: "Je ne peux pas le consulter d'ici, mais une personne de l'équipe le peut.",
    shopSilent:
      "Je n'arrive pas à joindre le système de commandes. Réessayez dans un instant, ou demandez une personne.",
    verified: (order) => `Merci, j'ai trouvé la commande ${order}. Que souhaitez-vous savoir ?`,
    noOrders: "Je ne trouve aucune commande ici.",
    talkToPerson: "Parler à une personne",
  },
  es: {
    lostThread: "Lo siento, algo ha fallado antes de que pudiera terminar.",
    noAnswer: "Lo siento, ahora mismo no puedo responder a esto.",
    sayAgain:
      "Lo siento, no he encontrado una respuesta. ¿Puede decirlo de otra manera? También puede ayudarle una persona del equipo.",
    tooMuch: "Lo siento, no he conseguido aclararlo del todo.",
    cutShort: "No cabe más en un solo mensaje. Pregúnteme y sigo.",
    declined: "Aquí no puedo ayudar con eso. Si se trata de un pedido, cuénteme más, o pida hablar con una persona.",
    leftOut: "He omitido algo que no he podido confirmar. Una persona del equipo puede comprobarlo.",
    nothingDone: "Para que quede claro: no he cambiado nada de su pedido. Una persona del equipo puede hacerlo.",
    needOrderAndEmail: "Para consultarlo necesito el número de pedido y el correo electrónico del pedido.",
    needCode:
      "Para asegurarme de que es usted necesito un código. Si sus datos son correctos, está en camino al correo electrónico del pedido: escríbalo aquí.",
    needLogin:
      "Para asegurarse de que es usted, la tienda le pide que inicie sesión primero en su cuenta aquí. Después vuelva a preguntar en este chat.",
    orderNotFound: "No encuentro ese pedido con esos datos. Compruebe el número de pedido y el correo electrónico.",
    notReadable: "No puedo consultarlo desde aquí, pero una persona del equipo sí puede.",
    shopSilent:
      "Ahora no puedo acceder al sistema de pedidos. Inténtelo de nuevo en un momento, o pida hablar con una persona.",
    verified: (order) => `Gracias, he encontrado el pedido ${order}. ¿Qué quiere saber?`,
    noOrders: "No encuentro ningún pedido aquí.",
    talkToPerson: "Hablar con una persona",
  },
  ja: {
    lostThread: "申し訳ありません。最後までお答えする前に問題が発生しました。",
    noAnswer: "申し訳ありません。ただいまお答えできません。",
    sayAgain:
      "申し訳ありません。お答えが見つかりませんでした。別の言い方でお聞かせいただけますか。担当者がお手伝いすることもできます。",
    tooMuch: "申し訳ありません。この件を最後まで確認できませんでした。",
    cutShort: "一度にお伝えできるのはここまでです。続きが必要でしたらお尋ねください。",
    declined:
      "その件はここではお手伝いできません。ご注文に関することでしたら詳しくお聞かせください。担当者をお呼びすることもできます。",
    leftOut: "確認できなかった内容は省きました。担当者が確認できます。",
    nothingDone: "念のためお伝えします。ご注文の内容には何も変更を加えていません。変更は担当者が承ります。",
    needOrderAndEmail: "お調べするには、注文番号とご注文時のメールアドレスが必要です。",
    needCode:
      "ご本人確認のためコードが必要です。ご入力の内容が正しければ、ご注文のメールアドレスにコードが届きます。こちらにご記入ください。",
    needLogin:
      "ご本人確認のため、先にこのショップのアカウントにログインしてから、このチャットでもう一度お尋ねください。",
    orderNotFound: "その情報ではご注文が見つかりませんでした。注文番号とメールアドレスをご確認ください。",
    notReadable: "こちらでは確認できませんが、担当者なら確認できます。",
    shopSilent:
      "ただいま注文システムにつながりません。少し待ってからもう一度お試しいただくか、担当者をお呼びください。",
    verified: (order) => `ありがとうございます。ご注文 ${order} が見つかりました。何をお調べしましょうか。`,
    noOrders: "ご注文が見つかりません。",
    talkToPerson: "担当者と話す",
  },
};

/** Texts in a language, by its BCP 47 tag; English where there are none yet. */
export function turnTexts(locale: string): TurnTexts {
  return TEXTS[locale.slice(0, 2).toLowerCase()] ?? (TEXTS["en"] as TurnTexts);
}
