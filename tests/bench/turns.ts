import { newShopper } from "./client.ts";
import { cpuSeconds, type Figure, median, summarize } from "./figures.ts";
import { CUSTOMER, PLAIN_QUESTION, type Scenario, TOOL_QUESTION, warm } from "./scenario.ts";
import { setStage, type Stage } from "./stage.ts";

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
