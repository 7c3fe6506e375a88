import { BlockStack, FormLayout, ProgressBar, Text, TextField } from "@shopify/polaris";
import { isOwn } from "../../agent/models/model-settings.ts";
import { listPrice } from "../../agent/models/price.ts";
import type { MonthsSpending } from "../../agent/models/spending.server.ts";
import { errorOf, Section } from "../../components/settings/section.tsx";
import type { Draft } from "../../components/settings/use-draft.ts";
import type { ModelForm } from "./model-form.ts";
import { texts } from "./texts.ts";

const words = texts.spending;
const TEXT_FIELD = { autoComplete: "off", inputMode: "decimal", prefix: "$", maxLength: 14 } as const;

/** Names the bar. */
const SUM = "spent-this-month";

type Props = { draft: Draft<ModelForm>; spending: MonthsSpending; limit: number | null };

/** What was spent, under the limit that is stored, and the limit that is being edited. */
export function SpendingCard({ draft: { form, change, errors }, spending, limit }: Props) {
  const listed = listPrice(form.model.trim());
  return (
    <Section heading={words.heading}>
      <Spent spending={spending} limit={limit} />
      <TextField
        {...TEXT_FIELD}
        label={words.limit}
        helpText={words.limitHelp}
        {...errorOf(errors, "monthlyLimit")}
        value={form.monthlyLimit}
        onChange={(monthlyLimit) => change({ monthlyLimit })}
      />
      {isOwn(form.provider) && (
        <BlockStack gap="300">
          <Text as="p" tone="subdued">
            {listed ? words.listed(listed.input, listed.output) : words.unknown}
          </Text>
          <FormLayout>
            <FormLayout.Group condensed>
              <TextField
                {...TEXT_FIELD}
                label={words.priceInput}
                {...errorOf(errors, "priceInput")}
                value={form.priceInput}
                onChange={(priceInput) => change({ priceInput })}
              />
              <TextField
                {...TEXT_FIELD}
                label={words.priceOutput}
                {...errorOf(errors, "priceOutput")}
                value={form.priceOutput}
                onChange={(priceOutput) => change({ priceOutput })}
              />
            </FormLayout.Group>
          </FormLayout>
        </BlockStack>
      )}
    </Section>
  );
}

function Spent({ spending: { usd, month, unpricedCalls }, limit }: Omit<Props, "draft">) {
  const sum = limit === null ? words.spent(usd, month) : words.ofLimit(usd, limit, month);
  return (
    <BlockStack gap="200">
      <Text as="p" fontWeight="semibold" id={SUM}>
        {sum}
      </Text>
      {limit !== null && (
        <ProgressBar
          progress={Math.min(100, (usd / limit) * 100)}
          size="small"
          tone={usd >= limit ? "critical" : "primary"}
          ariaLabelledBy={SUM}
        />
      )}
      {limit !== null && usd >= limit && <Text as="p">{words.reached}</Text>}
      {unpricedCalls > 0 && (
        <Text as="p" tone="subdued">
          {words.unpriced(unpricedCalls)}
        </Text>
      )}
    </BlockStack>
  );
}
