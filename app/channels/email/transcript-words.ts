/** What a transcript says of its own, besides what was said in the chat. */
export type TranscriptWords = {
  subject: (shop: string) => string;
  lead: (shop: string) => string;
  you: string;
  assistant: string;
  team: string;
  joined: (name: string) => string;
  handedBack: string;
  closed: string;
  photos: (count: number) => string;
  /** In the place of a web address. */
  link: string;
  cut: string;
  why: (shop: string) => string;
};

const WORDS: Record<string, TranscriptWords> = {
  en: {
    subject: (shop) => `Your chat with ${shop}`,
    lead: (shop) => `Here is what was said in the chat with ${shop}.`,
    you: "You",
    assistant: "Assistant",
    team: "Support team",
    joined: (name) => `${name} has joined.`,
    handedBack: "The assistant is back.",
    closed: "The chat was closed.",
    photos: (count) => (count === 1 ? "[1 photo]" : `[${count} photos]`),
    link: "[link]",
    cut: "The beginning is left out, because it was too long for an email.",
    why: (shop) =>
      `You get this email because somebody who chatted with ${shop} asked for it to be sent to this address. If that was not you, you need not do anything.`,
  },
  de: {
    subject: (shop) => `Ihr Chat mit ${shop}`,
    lead: (shop) => `Das wurde im Chat mit ${shop} gesagt.`,
    you: "Sie",
    assistant: "Assistent",
    team: "Support-Team",
    joined: (name) => `${name} ist dazugekommen.`,
    handedBack: "Der Assistent ist wieder da.",
    closed: "Der Chat wurde geschlossen.",
    photos: (count) => (count === 1 ? "[1 Foto]" : `[${count} Fotos]`),
    link: "[Link]",
    cut: "Der Anfang fehlt, weil er für eine E-Mail zu lang war.",
    why: (shop) =>
      `Sie erhalten diese E-Mail, weil jemand im Chat mit ${shop} diese Adresse angegeben hat. Waren Sie das nicht, müssen Sie nichts tun.`,
  },
  fr: {
    subject: (shop) => `Votre conversation avec ${shop}`,
    lead: (shop) => `Voici ce qui s'est dit dans la conversation avec ${shop}.`,
    you: "Vous",
    assistant: "Assistant",
    team: "Équipe d'assistance",
    joined: (name) => `${name} a rejoint la conversation.`,
    handedBack: "L'assistant est de retour.",
    closed: "La conversation a été fermée.",
    photos: (count) => (count === 1 ? "[1 photo]" : `[${count} photos]`),
    link: "[lien]",
    cut: "Le début manque : il était trop long pour un e-mail.",
    why: (shop) =>
      `Vous recevez cet e-mail parce qu'une personne en conversation avec ${shop} a demandé l'envoi à cette adresse. Si ce n'était pas vous, vous n'avez rien à faire.`,
  },
  es: {
    subject: (shop) => `Su conversación con ${shop}`,
    lead: (shop) => `Esto es lo que se dijo en la conversación con ${shop}.`,
    you: "Usted",
    assistant: "Asistente",
    team: "Equipo de atención",
    joined: (name) => `${name} se ha unido.`,
    handedBack: "El asistente ha vuelto.",
    closed: "La conversación se cerró.",
    photos: (count) => (count === 1 ? "[1 foto]" : `[${count} fotos]`),
    link: "[enlace]",
    cut: "Falta el principio, porque era demasiado largo para un correo.",
    why: (shop) =>
      `Recibe este correo porque alguien que conversó con ${shop} pidió enviarlo a esta dirección. Si no fue usted, no tiene que hacer nada.`,
  },
  ja: {
    subject: (shop) => `${shop}とのチャット`,
    lead: (shop) => `${shop}とのチャットの内容です。`,
    you: "お客様",
    assistant: "アシスタント",
    team: "サポート担当",
    joined: (name) => `${name}が参加しました。`,
    handedBack: "アシスタントに戻りました。",
    closed: "チャットは終了しました。",
    photos: (count) => `[写真${count}枚]`,
    link: "[リンク]",
    cut: "メールには長すぎるため、冒頭は省略しています。",
    why: (shop) =>
      `${shop}とのチャットで、このアドレスへの送信が依頼されたためお送りしています。お心当たりがない場合は、何もしていただく必要はありません。`,
  },
};

/** In a language by its BCP 47 tag; English where there are no words yet. */
export function transcriptWords(locale: string): { language: string; words: TranscriptWords } {
  const language = locale.slice(0, 2).toLowerCase();
  const words = WORDS[language];
  return words ? { language, words } : { language: "en", words: WORDS["en"] as TranscriptWords };
}
