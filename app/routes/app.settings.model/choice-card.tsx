import { ChoiceList, Text } from "@shopify/polaris";
import { PROVIDERS } from "../../agent/models/model-settings.ts";
import { Section } from "../../components/settings/section.tsx";
import type { Draft } from "../../components/settings/use-draft.ts";
import type { ModelForm } from "./model-form.ts";
import { texts } from "./texts.ts";

const words = texts.choice;

/** @param props.operators what the operator of the app has set up, if anything */
export function ChoiceCard({
  draft: { form, change },
  operators,
}: {
  draft: Draft<ModelForm>;
  operators: { model: string; host: string } | null;
}) {
  const offered = PROVIDERS.filter((provider) => provider !== "app" || operators !== null);
  const helpOf = (provider: (typeof PROVIDERS)[number]) =>
    provider === "app" && operators ? words.appHelp(operators.model, operators.host) : words.providers[provider].help;
  return (
    <Section heading={words.heading}>
      <ChoiceList
        title={words.label}
        titleHidden
        choices={offered.map((value) => ({
          value,
          label: words.providers[value].label,
          helpText: helpOf(value),
        }))}
        selected={[form.provider]}
        onChange={([value]) => change({ provider: offered.find((one) => one === value) ?? form.provider })}
      />
      <Text as="p" tone="subdued">
        {words.note}
      </Text>
    </Section>
  );
}
