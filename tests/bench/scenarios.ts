import { statSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import type { DatabaseKind } from "../support/databases.ts";
import { newShopper, openStream, type Shopper } from "./client.ts";
import { openSession, type ChatSession } from "../support/chat.ts";
import { cpuSeconds, type Figure, median, residentMb, summarize } from "./figures.ts";
import { setStage, type Stage } from "./stage.ts";

const CUSTOMER = "ana@example.com";
const TOOL_QUESTION = "Where is my order #1001?";
const PLAIN_QUESTION = "Hello there";

/** A scenario is run several times; each run adds one number to each of its figures. */
export type Scenario = (database: DatabaseKind, quick: boolean) => Promise<Figure[]>;

async function warm(shopper: Shopper, question: string, turns: number): Promise<void> {
  for (let i = 0; i < turns; i++) await shopper.ask(question);
}

/** A tool turn by a provider: one tool call, two model calls, about 60 tokens. One after the other, then in parallel. */
export const scriptedToolTurn: Scenario = async (database, quick) => {
  const stage = await setStage(database, "scripted");
  try {
    const cookie = await stage.login(CUSTOMER);
    const scenario = `scripted tool turn, ${database}`;
    const figures: Figure[] = [];
    const shopper = await newShopper(stage.storefront, cookie);
    // Until the hot paths are compiled: a server that has answered a few hundred shoppers is what is asked about.
    await warm(shopper, TOOL_QUESTION, 300);
    const cpu: number[] = [];
    const first: number[] = [];
    for (let run = 0; run < 5; run++) {
      const turns = quick ? 20 : 60;
      const one = await newShopper(stage.storefront, cookie);
      const before = cpuSeconds(stage.pid);
      const times: number[] = [];
      for (let i = 0; i < turns; i++) times.push((await one.ask(TOOL_QUESTION)).firstText);
      cpu.push(((cpuSeconds(stage.pid) - before) * 1000) / turns);
      first.push(median(times));
      one.close();
    }
    figures.push({ scenario, figure: "server CPU per turn", unit: "ms", runs: cpu, goal: "≤ 10" });
    figures.push({ scenario, figure: "time to first text, p50", unit: "ms", runs: first, goal: "≤ 15" });
    for (const parallel of [8, 32]) {
      const rates: number[] = [];
      const worst: number[] = [];
      const busy: number[] = [];
      for (let run = 0; run < 3; run++) {
        const before = cpuSeconds(stage.pid);
        const { perSecond, slowest } = await inParallel(stage, cookie, parallel, quick ? 4 : 10);
        rates.push(perSecond);
        worst.push(slowest);
        busy.push(((cpuSeconds(stage.pid) - before) * 1000) / (parallel * (quick ? 4 : 10)));
      }
      figures.push({
        scenario,
        figure: `turns per second, ${parallel} in parallel`,
        unit: "/s",
        runs: rates,
        goal: parallel === 8 ? "> 41" : "> 85",
      });
      figures.push({
        scenario,
        figure: `server CPU per turn, ${parallel} in parallel`,
        unit: "ms",
        runs: busy,
        goal: "≤ 10",
      });
      figures.push({
        scenario,
        figure: `worst turn, ${parallel} in parallel`,
        unit: "ms",
        runs: worst,
        goal: parallel === 32 ? "< 2400" : "",
      });
    }
    shopper.close();
    return figures;
  } finally {
    await stage.close();
  }
};

async function inParallel(stage: Stage, cookie: string, shoppers: number, turns: number) {
  const all = await Promise.all(Array.from({ length: shoppers }, () => newShopper(stage.storefront, cookie)));
  const times: number[] = [];
  const startedAt = performance.now();
  await Promise.all(
    all.map(async (shopper) => {
      for (let i = 0; i < turns; i++) times.push((await shopper.ask(TOOL_QUESTION)).answered);
    }),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  for (const shopper of all) shopper.close();
  return { perSecond: (shoppers * turns) / seconds, slowest: summarize(times).max };
}

/** A turn without tools, and the same answer asked of the model server directly. */
export const plainTurn: Scenario = async (database, quick) => {
  const stage = await setStage(database, "scripted");
  try {
    const shopper = await newShopper(stage.storefront);
    await warm(shopper, PLAIN_QUESTION, 40);
    const over: number[] = [];
    const runs = 5;
    for (let run = 0; run < runs; run++) {
      const one = await newShopper(stage.storefront);
      const times: number[] = [];
      const raw: number[] = [];
      for (let i = 0; i < (quick ? 20 : 60); i++) {
        times.push((await one.ask(PLAIN_QUESTION)).firstText);
        raw.push(await rawModelFirstText(stage));
      }
      over.push(median(times) - median(raw));
      one.close();
    }
    shopper.close();
    return [
      {
        scenario: `turn without tools, ${database}`,
        figure: "first text, less the raw model's, p50",
        unit: "ms",
        runs: over,
        goal: "≤ 6",
      },
    ];
  } finally {
    await stage.close();
  }
};

/** Milliseconds until the model server's own first sentence is whole, asked directly. */
async function rawModelFirstText(stage: Stage): Promise<number> {
  const startedAt = performance.now();
  const response = await fetch(`${stage.modelUrl}/chat/completions`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ model: "scripted", stream: true, messages: [{ role: "user", content: PLAIN_QUESTION }] }),
  });
  const reader = response.body?.getReader();
  await reader?.read();
  const first = performance.now() - startedAt;
  while (reader && !(await reader.read()).done);
  return first;
}

/** "Where is my order?" by the embedded model, as a guest and as a customer, with the Admin calls it takes. */
export const embeddedWismo: Scenario = async (database, quick) => {
  const stage = await setStage(database, "embedded");
  try {
    const scenario = `embedded model's WISMO turn, ${database}`;
    const guestQuestion = `Where is my order 1001? My email is ${CUSTOMER}`;
    const warmUp = await newShopper(stage.storefront, await stage.login(CUSTOMER));
    await warm(warmUp, TOOL_QUESTION, 30);
    warmUp.close();
    const times: number[] = [];
    const calls: number[] = [];
    const points: number[] = [];
    for (let run = 0; run < 5; run++) {
      const samples: number[] = [];
      // A guest may try an order only so often in an hour, which is a promise of its own: few turns a run.
      for (let i = 0; i < (quick ? 1 : 2); i++) {
        const guest = await newShopper(stage.storefront);
        await stage.control("DELETE", "calls");
        samples.push((await guest.ask(guestQuestion)).answered);
        const log = (await stage.control("GET", "calls")) as { calls: { cost: { actual: number } | null }[] };
        calls.push(log.calls.length);
        points.push(log.calls.reduce((sum, call) => sum + (call.cost?.actual ?? 0), 0));
        guest.close();
      }
      times.push(median(samples));
    }
    const customerTimes: number[] = [];
    const cookie = await stage.login(CUSTOMER);
    for (let run = 0; run < 5; run++) {
      const customer = await newShopper(stage.storefront, cookie);
      const samples: number[] = [];
      for (let i = 0; i < (quick ? 10 : 30); i++) samples.push((await customer.ask(TOOL_QUESTION)).answered);
      customerTimes.push(median(samples));
      customer.close();
    }
    return [
      { scenario, figure: "guest, answered, p50", unit: "ms", runs: times, goal: "≤ 60" },
      { scenario, figure: "customer, answered, p50", unit: "ms", runs: customerTimes, goal: "≤ 60" },
      { scenario, figure: "guest, Admin API calls", unit: "", runs: calls, goal: "≤ 2" },
      { scenario, figure: "guest, points spent", unit: "", runs: points },
    ];
  } finally {
    await stage.close();
  }
};

/** The hundredth turn of a conversation against its first. */
export const turnHundred: Scenario = async (database) => {
  const stage = await setStage(database, "scripted");
  try {
    const scenario = `turn 100 against turn 1, ${database}`;
    const cookie = await stage.login(CUSTOMER);
    const warmUp = await newShopper(stage.storefront, cookie);
    await warm(warmUp, TOOL_QUESTION, 30);
    warmUp.close();
    const early: number[] = [];
    const late: number[] = [];
    const bytes: { first: number; last: number }[] = [];
    for (let run = 0; run < 3; run++) {
      const shopper = await newShopper(stage.storefront, cookie);
      const times: number[] = [];
      const before = (await stage.modelState()).bytes;
      for (let i = 0; i < 105; i++) {
        times.push((await shopper.ask(TOOL_QUESTION)).answered);
        if (i === 0) bytes.push({ first: (await stage.modelState()).bytes - before, last: 0 });
        if (i === 98) {
          const at = (await stage.modelState()).bytes;
          times.push((await shopper.ask(TOOL_QUESTION)).answered);
          const entry = bytes.at(-1);
          if (entry) entry.last = (await stage.modelState()).bytes - at;
        }
      }
      early.push(median(times.slice(0, 5)));
      late.push(median(times.slice(-6)));
      shopper.close();
    }
    return [
      { scenario, figure: "turns 1–5, answered", unit: "ms", runs: early },
      { scenario, figure: "turns 100–105, answered", unit: "ms", runs: late },
      { scenario, figure: "time, ratio", unit: "×", runs: late.map((value, i) => value / (early[i] ?? Number.NaN)) },
      { scenario, figure: "sent to the model in turn 1", unit: "kB", runs: bytes.map(({ first }) => first / 1000) },
      {
        scenario,
        figure: "sent to the model in turn 100",
        unit: "kB",
        runs: bytes.map(({ last }) => last / 1000),
        note: "two calls",
      },
    ];
  } finally {
    await stage.close();
  }
};

/** A shopper who asks and leaves at once: the answer is worth finishing, since they may come back for it (P5). */
export const everyoneLeaves: Scenario = async (database) => {
  const stage = await setStage(database, "scripted");
  try {
    const runs: number[] = [];
    const finished: number[] = [];
    for (let run = 0; run < 5; run++) {
      const shopper = await newShopper(stage.storefront, await stage.login(CUSTOMER));
      const before = await stage.modelState();
      await shopper.post(TOOL_QUESTION);
      shopper.close();
      const again = await newShopper(stage.storefront, undefined, shopper.session);
      await again.answerSince(0);
      const after = await stage.modelState();
      runs.push(after.left - before.left);
      finished.push(after.requests - before.requests);
      again.close();
    }
    const scenario = `everyone leaves in mid-turn, ${database}`;
    return [
      { scenario, figure: "model calls cut off", unit: "", runs, goal: "0" },
      { scenario, figure: "model calls finished, answer kept", unit: "", runs: finished },
    ];
  } finally {
    await stage.close();
  }
};

/** Shoppers who have the chat open and say nothing. */
export const idleStreams: Scenario = async (database, quick) => {
  const stage = await setStage(database, "embedded");
  const count = quick ? 200 : 2_000;
  try {
    const scenario = `${count} idle streams, ${database}`;
    const warmUp = await newShopper(stage.storefront);
    await warm(warmUp, PLAIN_QUESTION, 20);
    // Sessions first, so that what they leave in memory is not counted as the streams'.
    const sessions: ChatSession[] = [];
    while (sessions.length < count) {
      const batch = await Promise.all(Array.from({ length: 20 }, () => openSession(stage.storefront)));
      for (const response of batch) sessions.push((await response.json()) as ChatSession);
    }
    const before = await settled(stage);
    const startedAt = performance.now();
    const streams = [];
    for (let i = 0; i < count; i += 50) {
      streams.push(
        ...(await Promise.all(sessions.slice(i, i + 50).map((session) => openStream(session, () => undefined)))),
      );
    }
    const seconds = (performance.now() - startedAt) / 1000;
    const after = await settled(stage);
    const { answered } = await warmUp.ask(PLAIN_QUESTION);
    for (const stream of streams) stream.destroy();
    warmUp.close();
    return [
      { scenario, figure: "resident memory more than none", unit: "MB", runs: [after - before], goal: "≤ 150" },
      { scenario, figure: "time to open them all", unit: "s", runs: [seconds] },
      { scenario, figure: "a turn meanwhile, answered", unit: "ms", runs: [answered] },
    ];
  } finally {
    await stage.close();
  }
};

/** Resident memory once it has stopped changing. */
async function settled(stage: Stage): Promise<number> {
  let last = residentMb(stage.pid);
  for (let i = 0; i < 20; i++) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const now = residentMb(stage.pid);
    if (Math.abs(now - last) < 1) return now;
    last = now;
  }
  return last;
}

/** From the process's start to listening, and what a shopper's browser downloads. */
export const coldStart: Scenario = async (database) => {
  const runs: number[] = [];
  for (let run = 0; run < 5; run++) {
    const stage = await setStage(database, "embedded");
    runs.push(stage.app.startedInMs);
    await stage.close();
  }
  return [
    {
      scenario: `cold start, ${database}`,
      figure: "process start to listening",
      unit: "ms",
      runs,
      goal: database === "postgres" ? "≤ 2500" : "",
    },
  ];
};

export function widgetBytes(): Figure[] {
  const folder = "extensions/chat-widget/assets";
  const scenario = "widget";
  const gzip = (file: string) => gzipSync(readFileSync(`${folder}/${file}`), { level: 9 }).length;
  return [
    { scenario, figure: "loader, raw", unit: "bytes", runs: [statSync(`${folder}/loader.js`).size], goal: "≤ 3000" },
    { scenario, figure: "panel, gzip", unit: "bytes", runs: [gzip("panel.js")], goal: "≤ 14336" },
    { scenario, figure: "CSS, gzip", unit: "bytes", runs: [gzip("panel.css")], goal: "≤ 4096" },
  ];
}
