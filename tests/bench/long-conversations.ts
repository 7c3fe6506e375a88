import { newShopper } from "./client.ts";
import { median } from "./figures.ts";
import { CUSTOMER, type Scenario, TOOL_QUESTION, warm } from "./scenario.ts";
import { setStage } from "./stage.ts";

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
