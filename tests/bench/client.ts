import { randomUUID } from "node:crypto";
import { Agent, request, type IncomingMessage } from "node:http";
import type { PublicEvent } from "../../app/conversations/events.ts";
import { openSession, type ChatSession } from "../support/chat.ts";

/** A lean client for measuring: plain node:http on kept-alive connections, one open stream for each shopper. */
export type Shopper = {
  session: ChatSession;
  /** Posts a message and waits for its answer; times are in milliseconds from the post. */
  ask(text: string): Promise<{ firstText: number; answered: number }>;
  post(text: string): Promise<void>;
  /** Waits until the agent's message with a higher number has come. */
  answerSince(seq: number): Promise<void>;
  close(): void;
};

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

export async function newShopper(storefront: string, cookie?: string, known?: ChatSession): Promise<Shopper> {
  const session = known ?? (await askForSession(storefront, cookie));
  const answers: number[] = [];
  let hear: (event: PublicEvent) => void = () => undefined;
  const stream = await openStream(session, (event) => {
    if (event.type === "message" && event.author === "agent") answers.push(event.seq);
    hear(event);
  });
  return {
    session,
    async ask(text) {
      const startedAt = performance.now();
      let firstText = Number.NaN;
      const answered = new Promise<number>((resolve, reject) => {
        const giveUp = setTimeout(() => reject(new Error("No answer within 60 s.")), 60_000);
        hear = (event) => {
          if (event.author !== "agent") return;
          if (Number.isNaN(firstText) && (event.type === "delta" || event.type === "message")) {
            firstText = performance.now() - startedAt;
          }
          if (event.type !== "message") return;
          clearTimeout(giveUp);
          resolve(performance.now() - startedAt);
        };
      });
      await post(session, text);
      return { answered: await answered, firstText };
    },
    post: (text) => post(session, text),
    answerSince: (seq) =>
      new Promise((resolve, reject) => {
        const giveUp = setTimeout(() => reject(new Error("No answer within 60 s.")), 60_000);
        hear = () => {
          if (!answers.some((answer) => answer > seq)) return;
          clearTimeout(giveUp);
          resolve();
        };
        if (answers.some((answer) => answer > seq)) {
          clearTimeout(giveUp);
          resolve();
        }
      }),
    close: () => stream.destroy(),
  };
}

async function askForSession(storefront: string, cookie?: string): Promise<ChatSession> {
  const response = await openSession(storefront, {}, cookie ? { Cookie: cookie } : {});
  if (response.status !== 200) throw new Error(`No session: ${response.status} ${await response.text()}`);
  return (await response.json()) as ChatSession;
}

function post(session: ChatSession, text: string): Promise<void> {
  const body = JSON.stringify({ clientMessageId: randomUUID(), text });
  return new Promise((resolve, reject) => {
    const sent = request(
      `${session.apiBase}/api/chat/messages`,
      {
        method: "POST",
        agent,
        headers: {
          ...authorization(session),
          "Content-Type": "application/json",
          "Content-Length": Buffer.byteLength(body),
        },
      },
      (response) => {
        response.resume();
        response.on("end", () =>
          response.statusCode === 202 ? resolve() : reject(new Error(`Not accepted: ${response.statusCode}`)),
        );
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

/** Opens a conversation's event stream; resolves when its first bytes have come. */
export function openStream(session: ChatSession, hear: (event: PublicEvent) => void): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${session.apiBase}/api/chat/events?after=0`,
      { agent: false, headers: { ...authorization(session), Accept: "text/event-stream" } },
      (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.once("data", () => resolve(response));
        response.on("data", (chunk: string) => {
          text += chunk;
          for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
            const data = /^data: (.*)$/m.exec(text.slice(0, end))?.[1];
            text = text.slice(end + 2);
            if (data) hear(JSON.parse(data) as PublicEvent);
          }
        });
        response.on("error", () => undefined);
      },
    );
    sent.on("error", reject);
    sent.end();
  });
}

function authorization(session: ChatSession): Record<string, string> {
  return { Authorization: `Bearer ${session.token}` };
}
