import { PRESETS } from "../policy/presets.ts";
import type { PresetId } from "../policy/presets.ts";

/** Which policy something is tried against. */
export type PolicyChoice =
  | { kind: "in_force" }
  | { kind: "draft" }
  | { kind: "preset"; preset: PresetId }
  | { kind: "version"; version: number };

/** As it stands in an address: `in_force`, `draft`, `balanced`, `v3`. */
export function choiceText(choice: PolicyChoice): string {
  if (choice.kind === "preset") return choice.preset;
  return choice.kind === "version" ? `v${choice.version}` : choice.kind;
}

/** @returns null for whatever is no choice: people edit addresses. */
export function readChoice(text: string | null): PolicyChoice | null {
  if (text === "in_force" || text === "draft") return { kind: text };
  const preset = PRESETS.find((one) => one === text);
  if (preset) return { kind: "preset", preset };
  const [, version] = /^v([1-9]\d{0,8})$/.exec(text ?? "") ?? [];
  return version === undefined ? null : { kind: "version", version: Number(version) };
}
