import { type Chat, startChat } from "./chat.ts";

export type Shopper = {
  /** Email of the customer who is logged in; a guest without it. */
  customer?: string;
  /** What they write, one message at a time. */
  says: readonly string[];
  /** They press Confirm on the card that comes. */
  confirms?: boolean;
  /** They press “Talk to a person”. */
  asksForPerson?: boolean;
};

/** Twenty shoppers of the example shop whom the agent may not, or cannot, help by itself, each for a reason of their own. */
export const TWENTY: readonly Shopper[] = [
  {
    customer: "noah.feldman@example.com",
    says: ["my parcel is lost, order 1099, I want a refund to my card"],
    confirms: true,
  },
  {
    customer: "juergen.gross@example.org",
    says: ["please cancel my order 1019, money back to my card"],
    confirms: true,
  },
  {
    customer: "katharina.huber@example.org",
    says: ["please cancel my order 1037, money back to my card"],
    confirms: true,
  },
  { customer: "james.rivera@example.org", says: ["my parcel is lost, order 1009, I want a refund to my card"] },
  { customer: "aisha.johnson@example.com", says: ["my parcel is lost, order 1032, I want a refund to my card"] },
  { customer: "sofie.brandt@example.com", says: ["please cancel my order 1011, money back to my card"] },
  { says: ["Can I talk to a person please?"] },
  { says: ["Ich möchte mit einem Menschen sprechen."] },
  { says: ["Je voudrais parler à une personne."] },
  { says: ["Quiero hablar con una persona."] },
  { says: ["担当者と話したいです。"] },
  { says: ["Where is my order 1001? My email is ana@example.com"], asksForPerson: true },
  { customer: "luca.bianchi@example.com", says: ["Where is my order 1100?"], asksForPerson: true },
  { customer: "daan.devries@example.com", says: ["Where is my order 1107?"], asksForPerson: true },
  { says: ["If I don't get my money back I will take you to court, my lawyer has been informed."] },
  { says: ["The lantern overheated and burned my hand, I had to go to hospital."] },
  { says: ["My husband died last week and I cannot deal with this parcel."] },
  { says: ["This is a scam, you are all thieves and liars!!! SCAM!!!"] },
  { says: ["qwrt zzkp flomb", "flomb zzkp?"], asksForPerson: true },
  { says: ["👍👍👍"], asksForPerson: true },
];

/** Where they write; `login` gives the cookie of a customer who is logged in. */
type Storefront = { url: string; login(email: string): string };

/** Has each of them speak until they are with people. @returns their conversations, in the same order */
export async function escalateAll(shop: Storefront, shoppers: readonly Shopper[] = TWENTY): Promise<string[]> {
  const ids: string[] = [];
  for (const shopper of shoppers) {
    const headers = shopper.customer === undefined ? {} : { Cookie: shop.login(shopper.customer) };
    const chat = await startChat(shop.url, { headers });
    ids.push(chat.session.conversationId);
    await escalated(chat, shopper);
    chat.close();
  }
  return ids;
}

async function escalated(chat: Chat, { says, confirms, asksForPerson }: Shopper): Promise<void> {
  for (const text of says) {
    const from = chat.events.length;
    await chat.post(text);
    await chat.waitFor(
      `answer to “${text}”`,
      ({ type, author }) => (type === "message" && author === "agent") || type === "escalation" || type === "proposal",
      from,
    );
  }
  if (confirms) {
    const card = await chat.waitFor("card", ({ type }) => type === "proposal");
    if (card.type !== "proposal") throw new Error("A card was waited for.");
    const body = JSON.stringify({ digest: card.digest, decision: "confirm" });
    await chat.request(`/api/chat/proposals/${card.id}`, { method: "POST", body });
  }
  if (asksForPerson) await chat.request("/api/chat/human", { method: "POST", body: "{}" });
  await chat.waitFor(`hand-over of “${says.join(" ")}”`, ({ type }) => type === "escalation");
}
