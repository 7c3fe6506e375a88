import type { AppProcess } from "../../devstore/app-process.ts";
import { createRandom, type Random } from "../../devstore/shop/random.ts";
import { startScriptedOpenAi } from "../support/scripted-openai.ts";
import { startSystem, type System } from "../support/system.ts";
import { until } from "../support/until.ts";
import { answeringModel } from "./answering-model.ts";
import { audit, auditAuditor } from "./audit.ts";
import type { Campaign } from "./campaign.ts";
import { readLog, type CaseFile } from "./case-file.ts";
import { pause } from "./shopper.ts";
import { storeBooks, type Visitor, visitorsOf } from "./shop-visitors.ts";

const NO_LIMITS = { CHAT_MESSAGES_PER_MINUTE: "100000", CHAT_SESSIONS_PER_HOUR: "100000" };
/** A lease has to run out and be found before somebody else takes over. */
const SERVED_WITHIN_MS = 60_000;

/**
 * Shoppers write at random moments to an app that is killed (SIGKILL) at random moments and started again. On PostgreSQL there
 * are two processes: one takes over from the other; on PGlite the next process does.
 */
export const crash: Campaign = async ({ database, seed, rounds, shoppers, say }) => {
  const random = createRandom(seed).fork(`crash ${database}`);
  const model = await startScriptedOpenAi(answeringModel(random.fork("pace")));
  const system = await startSystem({
    database,
    env: { ...NO_LIMITS, OPENAI_BASE_URL: model.baseURL, OPENAI_API_KEY: "sk-faults", LOG_LEVEL: "warn" },
  });
  try {
    const fleet = await Fleet.of(system, database === "postgres" ? 2 : 1, random.fork("where"));
    const visitors = await visitorsOf(system, shoppers, {
      random: random.fork("visitors"),
      marked: true,
      where: () => fleet.url(),
    });
    const isOver = new AbortController();
    const talking = visitors.map((visitor, index) => talk(visitor, random.fork(`talk ${index}`), isOver.signal));
    const moments = random.fork("moments");
    for (let round = 1; round <= rounds; round++) {
      await pause(moments.int(150, 4_000));
      await fleet.killOne(moments);
      // A client that does not know whether its message arrived sends it again.
      await Promise.all(visitors.map(({ shopper }) => repeatLast(shopper.book.sent, (sent) => shopper.repeat(sent))));
      say(`round ${round}: ${visitors.reduce((sum, { shopper }) => sum + shopper.book.sent.length, 0)} messages`);
    }
    isOver.abort();
    await Promise.all(talking);
    const served = until(
      "every shopper to be served",
      () => visitors.every(({ shopper }) => shopper.isServed()),
      SERVED_WITHIN_MS,
    );
    // The audit says who was not, and the log what is there.
    await served.catch(() => undefined);
    await Promise.all(visitors.map(({ shopper }) => shopper.catchUp().catch(() => undefined)));
    await fleet.stop();
    await Promise.all(visitors.map(({ shopper }) => shopper.leave()));
    const file: CaseFile = {
      conversations: await readLog(system.database),
      books: visitors.map(({ shopper }) => shopper.book),
      store: storeBooks(system),
      echoes: true,
      forged: [],
      modelRequests: {},
    };
    const name = `crash, ${database}`;
    return {
      rows: [...audit(name, file), ...auditAuditor(name, file)],
      happened: {
        deaths: fleet.deaths,
        messages: file.books.reduce((sum, { sent }) => sum + sent.length, 0),
        "posts repeated": file.books.reduce(
          (sum, { sent }) => sum + sent.filter(({ accepted }) => accepted.length > 1).length,
          0,
        ),
        "streams resumed": file.books.reduce((sum, { resumed }) => sum + resumed, 0),
        "turns given to a person": file.conversations.reduce(
          (sum, { events }) => sum + events.filter(({ type }) => type === "error").length,
          0,
        ),
      },
    };
  } finally {
    await system.close();
    await model.close();
  }
};

async function talk(
  { shopper, orderName, email, isGuest }: Visitor,
  random: Random,
  isOver: AbortSignal,
): Promise<void> {
  if (isGuest) await shopper.say(`Hello, my order is ${orderName} and my email is ${email}`);
  while (!isOver.aborted) {
    await pause(random.int(100, 1_600));
    const question = random.pick([
      `Where is my order ${orderName}?`,
      "When will my order arrive?",
      "Thanks a lot!",
      "Are you open on weekends?",
    ]);
    await shopper.say(question, { twice: random.chance(0.15) });
    if (random.chance(0.02)) await shopper.callPerson();
  }
}

async function repeatLast<Sent extends { accepted: readonly unknown[] }>(
  sent: readonly Sent[],
  repeat: (sent: Sent) => Promise<void>,
): Promise<void> {
  const last = sent.findLast(({ accepted }) => accepted.length > 0);
  if (last) await repeat(last);
}

/** The app's processes, of which one dies now and then and another takes its place. */
class Fleet {
  deaths = 0;
  private readonly system: System;
  private readonly random: Random;
  private readonly running: (AppProcess & { port: string })[];

  static async of(system: System, count: number, random: Random): Promise<Fleet> {
    const fleet = new Fleet(system, random);
    while (fleet.running.length < count) await fleet.start();
    return fleet;
  }

  private constructor(system: System, random: Random) {
    this.system = system;
    this.random = random;
    this.running = [withPort(system.app)];
  }

  url(): string {
    return this.running.length > 0 ? this.random.pick(this.running).url : this.system.app.url;
  }

  /** Kills one, sometimes all at once, and starts as many again on the same ports. */
  async killOne(moments: Random): Promise<void> {
    const dying = moments.chance(0.25) ? [...this.running] : [moments.pick(this.running)];
    for (const one of dying) this.running.splice(this.running.indexOf(one), 1);
    await Promise.all(dying.map((one) => one.stop("SIGKILL")));
    this.deaths += dying.length;
    for (const { port } of dying) await this.start({ PORT: port });
  }

  async stop(): Promise<void> {
    await Promise.all(this.running.splice(0).map((one) => one.stop("SIGTERM")));
  }

  private async start(env?: Record<string, string>): Promise<void> {
    this.running.push(withPort(await this.system.startAnother(env)));
  }
}

function withPort(app: AppProcess): AppProcess & { port: string } {
  return { ...app, port: new URL(app.url).port };
}
