import { call, say, type Script } from "./scripted-replies.ts";

type Told = { kind: string; result?: Record<string, unknown>; message?: string };

/**
 * A script that behaves as a model would with "where is my order?": it verifies the guest if the message holds an order
 * number and an email address, reads the order, and answers from what the tool said.
 */
export const wismo: Script = ({ body }) => {
  const { messages } = body;
  const last = messages.at(-1);
  const question = messages.findLast(({ role }) => role === "user")?.content ?? "";
  const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(question)?.[0];
  const orderName = /#?\b[A-Z]{0,4}-?\d{3,}\b/.exec(question.replace(email ?? "", ""))?.[0] ?? null;
  if (last?.role !== "tool") {
    if (/\b(?:person|human|agent)\b/i.test(question)) {
      return call({
        name: "escalate",
        arguments: JSON.stringify({ reason: "asked_for_person", brief: "Asked for a person." }),
      });
    }
    if (email && orderName) return call({ name: "identify_shopper", arguments: JSON.stringify({ orderName, email }) });
    if (orderName || /order|parcel|package/i.test(question)) {
      return call({ name: "get_order", arguments: JSON.stringify({ orderName }) });
    }
    return say("Hello! Ask me about an order, and I will look it up for you.");
  }
  const told = JSON.parse(last.content ?? "{}") as Told;
  const { orderName: found, headline, verified, escalated, groups } = told.result ?? {};
  if (verified === true) return call({ name: "get_order", arguments: JSON.stringify({ orderName: found }) });
  if (escalated === true) return say("A person from the team will take it from here.");
  if (typeof headline === "string") {
    const parcels = (Array.isArray(groups) ? groups : []) as { label?: string; text?: string }[];
    const details = parcels.slice(0, 3).map(({ label, text }) => `- **${label ?? "Parcel"}**: ${text ?? ""}`);
    return say([`Order ${String(found)}: ${headline}`, ...(details.length > 1 ? details : [])].join("\n"));
  }
  if (told.kind === "needs_identity") {
    return say(
      "I need the order number and the email address used for the order to look that up. Could you send me both?",
    );
  }
  return say("I could not find that order. Please check the order number and the email address, or ask for a person.");
};
