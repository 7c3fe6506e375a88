import { writeFileSync } from "node:fs";
import { playHostile, type Play } from "./play.ts";

/** Plays one campaign in a process of its own, in which a guard may be off, and leaves what happened in a file. */
const play = JSON.parse(process.argv[2] ?? "{}") as Play & { out: string };
writeFileSync(play.out, JSON.stringify(await playHostile(play)));
process.exit(0);
