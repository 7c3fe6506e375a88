import { openSession, type ChatSession } from "../support/chat.ts";
import { newShopper, openStream } from "./client.ts";
import { residentMb } from "./figures.ts";
import { CUSTOMER, PLAIN_QUESTION, type Scenario, TOOL_QUESTION, warm } from "./scenario.ts";
import { setStage, type Stage } from "./stage.ts";

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
