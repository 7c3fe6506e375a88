import { randomUUID } from "node:crypto";
import { BROWSER_USER_AGENT } from "../support/browser.ts";
import { startChat } from "../support/chat.ts";
import { startSystem } from "../support/system.ts";
import { type Figure, summarize } from "./figures.ts";
import type { Scenario } from "./scenario.ts";

const LEAD = 548380009;

/** From one side's post to the other side's stream, while a lead has the conversation: what browsers draw comes on top. */
export const takeover: Scenario = async (database, quick) => {
  const system = await startSystem({ database, env: { CHAT_MESSAGES_PER_MINUTE: "1000000" } });
  try {
    const chat = await startChat(system.devstore.url);
    await chat.opened;
    const at = (what: string) => `${system.app.url}/app/conversations/${chat.session.conversationId}/${what}`;
    const headers = async () => ({
      Authorization: `Bearer ${await system.devstore.sessionToken({ userId: LEAD })}`,
      "User-Agent": BROWSER_USER_AGENT,
    });
    const token = await headers();
    const act = async (deed: object) => {
      const json = { ...token, "Content-Type": "application/json" };
      const response = await fetch(at("do"), { method: "POST", headers: json, body: JSON.stringify(deed) });
      if (!response.ok) throw new Error(`A deed was answered ${response.status}.`);
    };
    await act({ deed: "take" });
    const stream = await fetch(at(`stream?tab=${randomUUID()}&after=0`), { headers: token });
    const heard = hears(stream);
    const toLead: number[] = [];
    const toShopper: number[] = [];
    for (let turn = 0; turn < (quick ? 30 : 200); turn++) {
      const [asked, told] = [randomUUID(), randomUUID()];
      const from = performance.now();
      await Promise.all([chat.post(asked), heard(asked)]);
      toLead.push(performance.now() - from);
      const back = performance.now();
      const arrives = chat.waitFor(
        "reply",
        (event) => event.type === "message" && event.text === told,
        chat.events.length,
      );
      await Promise.all([act({ deed: "reply", clientMessageId: randomUUID(), text: told }), arrives]);
      toShopper.push(performance.now() - back);
    }
    chat.close();
    const scenario = `live takeover, ${database}`;
    const figures = (which: string, times: number[]): Figure[] =>
      (["p50", "p95"] as const).map((part) => ({
        scenario,
        figure: `${which}, ${part}`,
        unit: "ms",
        runs: [summarize(times)[part]],
        goal: "< 300",
      }));
    return [...figures("shopper to lead", toLead), ...figures("lead to shopper", toShopper)];
  } finally {
    await system.close();
  }
};

/** Waits until a stream has said some words. */
function hears(response: Response): (words: string) => Promise<void> {
  let text = "";
  const waiting = new Map<string, () => void>();
  void (async () => {
    for await (const chunk of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
      text = (text + chunk).slice(-20_000);
      for (const [words, found] of waiting) if (text.includes(words)) found();
    }
  })().catch(() => undefined);
  return (words) =>
    new Promise((resolve) => {
      waiting.set(words, () => {
        waiting.delete(words);
        resolve();
      });
      if (text.includes(words)) waiting.get(words)?.();
    });
}
