import { createRandom, type Random } from "../../devstore/shop/random.ts";
import { startScriptedOpenAi } from "../support/scripted-openai.ts";
import { startSystem } from "../support/system.ts";
import { answeringModel } from "./answering-model.ts";
import { audit, auditAuditor } from "./audit.ts";
import type { Campaign } from "./campaign.ts";
import { readLog, type CaseFile } from "./case-file.ts";
import { FORGED, misbehavingModel } from "./misbehaving-model.ts";
import { storeBooks, type Visitor, visitorsOf } from "./shop-visitors.ts";

const NO_LIMITS = { CHAT_MESSAGES_PER_MINUTE: "100000", CHAT_SESSIONS_PER_HOUR: "100000" };
/** A stall lasts as long as a turn waits for a provider; a short campaign has no time for one. */
const STALLS_FROM_ROUNDS = 8;

/** Shoppers ask a provider that fails, lies, loops and rambles. */
export const model: Campaign = async ({ database, seed, rounds, shoppers, say }) => {
  const random = createRandom(seed).fork(`model ${database}`);
  const server = await startScriptedOpenAi(answeringModel(random.fork("pace")));
  const system = await startSystem({
    database,
    env: { ...NO_LIMITS, OPENAI_BASE_URL: server.baseURL, OPENAI_API_KEY: "sk-faults", LOG_LEVEL: "warn" },
  });
  try {
    const visitors = await visitorsOf(system, shoppers, { random: random.fork("visitors"), marked: true });
    const foreignNames = visitors.map(({ foreignName }) => foreignName);
    const misbehaving = misbehavingModel(seed, foreignNames, rounds >= STALLS_FROM_ROUNDS);
    server.script = misbehaving.script;
    await Promise.all(
      visitors.map(async (visitor, index) => {
        const words = random.fork(`questions ${index}`);
        for (let round = 1; round <= rounds; round++) {
          await visitor.shopper.ask(questionOf(visitor, words)).catch(() => undefined);
        }
        say(`${visitor.shopper.book.who} has asked ${rounds} times`);
      }),
    );
    await Promise.all(visitors.map(({ shopper }) => shopper.catchUp().catch(() => undefined)));
    await system.app.stop();
    await Promise.all(visitors.map(({ shopper }) => shopper.leave()));
    const file: CaseFile = {
      conversations: await readLog(system.database),
      books: visitors.map(({ shopper }) => shopper.book),
      store: storeBooks(system),
      echoes: false,
      forged: FORGED,
      modelRequests: misbehaving.requests,
    };
    const name = `model, ${database}`;
    const events = file.conversations.flatMap((conversation) => conversation.events);
    return {
      rows: [...audit(name, file), ...auditAuditor(name, file)],
      happened: {
        messages: file.books.reduce((sum, { sent }) => sum + sent.length, 0),
        "requests to the model": server.requests.length,
        "kinds of misdeeds": Object.keys(misbehaving.done).length - 1,
        "sentences withheld": events.reduce(
          (sum, event) => sum + (event.type === "model" ? (event.withheld?.length ?? 0) : 0),
          0,
        ),
        "turns that the embedded model finished": events.filter(
          (event) => event.type === "model" && event.model === "embedded",
        ).length,
      },
    };
  } finally {
    await system.close();
    await server.close();
  }
};

function questionOf({ orderName, email, isGuest }: Visitor, random: Random): string {
  return random.pick([
    `Where is my order ${orderName}?${isGuest ? ` My email is ${email}` : ""}`,
    `When will my order ${orderName} arrive?`,
    "What did I order, and what did it cost?",
    "Can I have my money back for this order?",
    "Hello there",
  ]);
}
