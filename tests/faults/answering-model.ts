import type { Random } from "../../devstore/shop/random.ts";
import { type Act, call, say, type Script, type ScriptedRequest } from "../support/scripted-replies.ts";

type Message = ScriptedRequest["body"]["messages"][number];
type Told = { kind: string; result?: { verified?: boolean; orderName?: string; headline?: string } };

const EARLIER = "[Earlier in this conversation";

/**
 * What a request asks the model to answer: everything after its own last words. A model takes the rest for answered,
 * whatever it holds.
 */
export function unanswered(messages: readonly Message[]): { asked: string; marks: string[]; results: Told[] } {
  const last = messages.findLastIndex(({ role, tool_calls }) => role === "assistant" && !tool_calls?.length);
  const open = messages.slice(last + 1);
  const asked = open
    .filter(({ role, content }) => role === "user" && !content?.startsWith(EARLIER))
    .map(({ content }) => content ?? "")
    .join("\n");
  const results = open.filter(({ role }) => role === "tool").map(({ content }) => JSON.parse(content ?? "{}") as Told);
  return { asked, marks: [...asked.matchAll(/mark-([a-z]+)/g)].map(([, mark = ""]) => mark), results };
}

/** A model that answers well, at the pace of a real one, and names the mark of every message it answers. */
export function answeringModel(pace: Random): Script {
  return async ({ body }) => {
    const { asked, marks, results } = unanswered(body.messages);
    await new Promise((resolve) => setTimeout(resolve, pace.int(5, 120)));
    return atPace(answer(asked, marks, results), pace.int(1, 25));
  };
}

export function answer(asked: string, marks: readonly string[], results: readonly Told[]): Act[] {
  if (marks.length === 0) return say("Is there anything else that I can do for you?");
  const last = results.at(-1);
  if (results.length === 0 && /\border\b/i.test(asked)) return lookUp(asked);
  if (last?.result?.verified === true) {
    return call({ name: "get_order", arguments: JSON.stringify({ orderName: last.result.orderName }) });
  }
  const about = `About ${marks.join(" and ")}:`;
  if (last?.result?.headline === undefined) return say(`${about} I am glad to help with anything about your orders.`);
  return say(`${about}\n${last.result.orderName ?? ""}: ${last.result.headline}`);
}

function lookUp(asked: string): Act[] {
  const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(asked)?.[0];
  const orderName = /#?\b[A-Z]{0,4}-?\d{3,}\b/.exec(asked)?.[0] ?? null;
  return email !== undefined && orderName !== null
    ? call({ name: "identify_shopper", arguments: JSON.stringify({ orderName, email }) })
    : call({ name: "get_order", arguments: JSON.stringify({ orderName }) });
}

function atPace(acts: Act[], tokenMs: number): Act[] {
  return acts.map((act) => (act.do === "text" ? { ...act, tokenMs } : act));
}
