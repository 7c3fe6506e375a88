import { Select } from "@shopify/polaris";
import { PRESETS } from "../policy/presets.ts";
import { choiceText } from "../resolutions/policy-choice.ts";
import type { PolicyChoice } from "../resolutions/policy-choice.ts";
import { policyChoiceWords } from "./policy-choice.texts.ts";

export type PoliciesAtHand = { draft: boolean; versions: readonly number[] };

type Props = {
  label: string;
  name: string;
  value: string;
  onChange: (value: string) => void;
  atHand: PoliciesAtHand;
  error?: string | undefined;
};

/** Chooses one of a shop's policies by its name in addresses: the draft, what is in force, a preset or an older version. */
export function PolicySelect({ atHand, error, ...field }: Props) {
  const choices: PolicyChoice[] = [
    { kind: "in_force" },
    ...(atHand.draft ? [{ kind: "draft" } as const] : []),
    ...PRESETS.map((preset) => ({ kind: "preset", preset }) as const),
    ...atHand.versions.map((version) => ({ kind: "version", version }) as const),
  ];
  const options = choices.map((choice) => ({ value: choiceText(choice), label: policyChoiceWords(choice) }));
  return <Select {...field} options={options} {...(error === undefined ? {} : { error })} />;
}
