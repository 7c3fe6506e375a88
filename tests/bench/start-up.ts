import { readFileSync, statSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Figure } from "./figures.ts";
import type { Scenario } from "./scenario.ts";
import { setStage } from "./stage.ts";

/** From the process's start to listening. */
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

/** What a shopper's browser downloads. */
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
