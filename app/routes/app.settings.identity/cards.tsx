import { Banner, BlockStack, Divider, InlineGrid, Select, Text } from "@shopify/polaris";
import { Fragment } from "react";
import { errorOf, Section } from "../../components/settings/section.tsx";
import type { Draft } from "../../components/settings/use-draft.ts";
import { type IdentityRules, LEVELS, THINGS } from "../../identity/levels.ts";
import { texts } from "./texts.ts";

type Props = { draft: Draft<IdentityRules>; codes: boolean };
const words = texts.rules;

export function RulesCard({ draft: { form, change, errors }, codes }: Props) {
  const options = LEVELS.map((value) => ({
    value,
    label: words.levels[value],
    disabled: value === "email_code" && !codes,
  }));
  return (
    <Section heading={words.heading} text={words.text}>
      {!codes && (
        <Banner tone="info" title={texts.noMail.title}>
          <Text as="p">{texts.noMail.text}</Text>
        </Banner>
      )}
      {THINGS.map((thing, index) => (
        <Fragment key={thing}>
          {index > 0 && <Divider />}
          <InlineGrid columns={{ xs: 1, sm: ["twoThirds", "oneThird"] }} gap="300" alignItems="center">
            <BlockStack gap="100">
              <Text as="p" variant="bodyMd" fontWeight="semibold">
                {words.things[thing].label}
              </Text>
              <Text as="p" tone="subdued">
                {words.things[thing].help}
              </Text>
            </BlockStack>
            <Select
              label={words.things[thing].label}
              labelHidden
              {...errorOf(errors, thing)}
              options={options}
              value={form[thing]}
              onChange={(value) => change({ [thing]: LEVELS.find((one) => one === value) ?? form[thing] })}
            />
          </InlineGrid>
        </Fragment>
      ))}
    </Section>
  );
}

export function LevelsCard() {
  return (
    <Section heading={texts.levels.heading}>
      {LEVELS.map((level) => (
        <BlockStack key={level} gap="100">
          <Text as="h3" variant="headingSm">
            {words.levels[level]}
          </Text>
          <Text as="p">{texts.levels[level]}</Text>
        </BlockStack>
      ))}
    </Section>
  );
}
