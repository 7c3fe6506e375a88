import type { CalmReason } from "./escalation/reasons.ts";

/** Sentences that code, not a model, says to shoppers; by the conversation's language. */
export type ShopperTexts = {
  escalated(shopName: string): string;
  /** The person who wrote to the shopper no longer does, and nobody else has begun to. */
  personLeft(shopName: string): string;
  tookTooLong: string;
  /** An address to be answered at was left. */
  contactLeft(email: string): string;
  /** What is said first where the shopper's words are grave, and no model is asked. */
  calm: Record<CalmReason, string>;
  /** Where nobody is there right now. */
  leaveEmail: string;
  /** The shopper writes again, and the team has it already: in two ways, so that nobody hears the same twice in a row. */
  stillWithTeam: readonly [string, string];
};

const TEXTS: Record<string, ShopperTexts> = {
  en: {
    escalated: (shop) =>
      `I've passed this conversation to the team at ${shop}. They can read everything above, so you won't have to repeat yourself.`,
    personLeft: (shop) =>
      `Nobody is writing to you right now. The team at ${shop} still has this conversation and will go on with it.`,
    tookTooLong: "I'm sorry, I couldn't finish answering this. I've asked a person to take a look.",
    contactLeft: (email) => `Thank you. If you have left by the time we answer, we will write to ${email}.`,
    calm: {
      safety:
        "I'm sorry, please stop using it and keep it away from others. If anyone is hurt or in danger, call your local emergency number.",
      vulnerable:
        "I'm very sorry to hear that, and please take all the time you need. If you are in danger or thinking of harming yourself, please call your local emergency number or someone you trust.",
      legal: "I understand that this is serious, and a person should answer it.",
    },
    leaveEmail: "You can leave your email address here, and they will write to you.",
    stillWithTeam: [
      "The team has this conversation and will answer you here. I've added your message to it.",
      "Your message is with the team, too. They read everything you write here.",
    ],
  },
  de: {
    escalated: (shop) =>
      `Ich habe dieses Gespräch an das Team von ${shop} weitergegeben. Es kann alles oben lesen, Sie müssen also nichts wiederholen.`,
    personLeft: (shop) =>
      `Im Moment schreibt Ihnen niemand. Das Team von ${shop} hat dieses Gespräch weiterhin und führt es fort.`,
    tookTooLong: "Es tut mir leid, ich konnte das nicht zu Ende beantworten. Ich habe einen Menschen dazu gebeten.",
    contactLeft: (email) => `Danke. Sind Sie nicht mehr hier, wenn wir antworten, schreiben wir an ${email}.`,
    calm: {
      safety:
        "Das tut mir leid. Bitte benutzen Sie es nicht weiter und halten Sie andere davon fern. Ist jemand verletzt oder in Gefahr, rufen Sie bitte den Notruf.",
      vulnerable:
        "Das tut mir sehr leid, nehmen Sie sich bitte alle Zeit, die Sie brauchen. Sind Sie in Gefahr oder denken Sie daran, sich etwas anzutun, rufen Sie bitte den Notruf oder jemanden, dem Sie vertrauen.",
      legal: "Ich verstehe, dass das ernst ist, und ein Mensch soll darauf antworten.",
    },
    leaveEmail: "Sie können hier Ihre E-Mail-Adresse hinterlassen, dann schreibt Ihnen das Team.",
    stillWithTeam: [
      "Das Team hat dieses Gespräch und antwortet Ihnen hier. Ihre Nachricht habe ich hinzugefügt.",
      "Auch diese Nachricht liegt beim Team. Es liest alles, was Sie hier schreiben.",
    ],
  },
  fr: {
    escalated: (shop) =>
      `J'ai transmis cette conversation à l'équipe de ${shop}. Elle peut lire tout ce qui précède, vous n'aurez rien à répéter.`,
    personLeft: (shop) =>
      `Personne ne vous écrit en ce moment. L'équipe de ${shop} garde cette conversation et va la reprendre.`,
    tookTooLong: "Désolé, je n'ai pas pu terminer cette réponse. J'ai demandé à une personne de s'en occuper.",
    contactLeft: (email) => `Merci. Si vous êtes parti avant notre réponse, nous vous écrirons à ${email}.`,
    calm: {
      safety:
        "Je suis désolé. Merci de ne plus l'utiliser et de le tenir à l'écart des autres. Si quelqu'un est blessé ou en danger, appelez les secours.",
      vulnerable:
        "Je suis vraiment désolé, prenez tout le temps qu'il vous faut. Si vous êtes en danger ou pensez à vous faire du mal, appelez les secours ou une personne de confiance.",
      legal: "Je comprends que c'est sérieux, et c'est à une personne d'y répondre.",
    },
    leaveEmail: "Vous pouvez laisser votre adresse e-mail ici, et l'équipe vous écrira.",
    stillWithTeam: [
      "L'équipe a cette conversation et vous répondra ici. J'y ai ajouté votre message.",
      "Ce message est aussi auprès de l'équipe. Elle lit tout ce que vous écrivez ici.",
    ],
  },
  es: {
    escalated: (shop) =>
      `He pasado esta conversación al equipo de ${shop}. Puede leer todo lo anterior, así que no tendrá que repetirlo.`,
    personLeft: (shop) =>
      `Ahora mismo no le escribe nadie. El equipo de ${shop} sigue teniendo esta conversación y la continuará.`,
    tookTooLong: "Lo siento, no he podido terminar de responder. He pedido a una persona que lo revise.",
    contactLeft: (email) => `Gracias. Si ya no está aquí cuando respondamos, le escribiremos a ${email}.`,
    calm: {
      safety:
        "Lo siento mucho. Por favor, deje de usarlo y manténgalo lejos de otras personas. Si alguien está herido o en peligro, llame a emergencias.",
      vulnerable:
        "Lo siento mucho, tómese todo el tiempo que necesite. Si está en peligro o piensa en hacerse daño, llame a emergencias o a alguien de confianza.",
      legal: "Entiendo que esto es serio, y debe responderlo una persona.",
    },
    leaveEmail: "Puede dejar aquí su correo electrónico, y el equipo le escribirá.",
    stillWithTeam: [
      "El equipo tiene esta conversación y le responderá aquí. He añadido su mensaje.",
      "También este mensaje lo tiene el equipo. Lee todo lo que usted escribe aquí.",
    ],
  },
  ja: {
    escalated: (shop) =>
      `この会話を${shop}の担当者に引き継ぎました。これまでの内容は担当者が確認できますので、繰り返しご説明いただく必要はありません。`,
    personLeft: (shop) =>
      `現在、担当者は入力しておりません。この会話は引き続き${shop}の担当者がお預かりし、改めて対応いたします。`,
    tookTooLong: "申し訳ありません。最後までお答えできませんでした。担当者に確認を依頼しました。",
    contactLeft: (email) =>
      `ありがとうございます。回答の際にチャットを離れていらっしゃる場合は、${email} にお送りします。`,
    calm: {
      safety:
        "ご不安な思いをおかけし申し訳ありません。ご使用を中止し、周りの方からも遠ざけてください。けがや危険がある場合は、すぐに救急や消防にご連絡ください。",
      vulnerable:
        "お辛い状況をお聞かせいただきありがとうございます。どうかご無理なさらないでください。身の危険を感じるときや、ご自分を傷つけたいと思うときは、救急や信頼できる方にご連絡ください。",
      legal: "重要なお話と受け止めております。担当者がお答えいたします。",
    },
    leaveEmail: "こちらにメールアドレスをご記入いただければ、担当者からご連絡いたします。",
    stillWithTeam: [
      "この会話は担当者が引き継いでおり、こちらでお返事いたします。ただいまのメッセージも担当者に伝わっています。",
      "こちらのメッセージも担当者が確認いたします。ここに書かれた内容はすべて担当者に届きます。",
    ],
  },
};

/** Texts in a language, by its BCP 47 tag; English where there are none yet. */
export function shopperTexts(locale: string): ShopperTexts {
  return TEXTS[locale.slice(0, 2).toLowerCase()] ?? (TEXTS["en"] as ShopperTexts);
}
