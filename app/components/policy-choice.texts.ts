import type { PresetId } from "../policy/presets.ts";
import type { PolicyChoice } from "../resolutions/policy-choice.ts";

const PRESETS: Record<PresetId, string> = {
  cautious: "Preset: cautious",
  balanced: "Preset: balanced",
  generous: "Preset: generous",
};

/** What a policy that was chosen is called. */
export function policyChoiceWords(choice: PolicyChoice): string {
  switch (choice.kind) {
    case "in_force":
      return "Policy in force";
    case "draft":
      return "Draft";
    case "preset":
      return PRESETS[choice.preset];
    case "version":
      return `Version ${choice.version}`;
  }
}
