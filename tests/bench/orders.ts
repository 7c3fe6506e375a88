import { newShopper } from "./client.ts";
import { median } from "./figures.ts";
import { CUSTOMER, type Scenario, TOOL_QUESTION, warm } from "./scenario.ts";
import { setStage } from "./stage.ts";

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
