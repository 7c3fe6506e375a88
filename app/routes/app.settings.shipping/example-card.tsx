import { BlockStack, FormLayout, Select, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { CountryName } from "../../components/settings/name-list.tsx";
import { Section } from "../../components/settings/section.tsx";
import { useAsked } from "../../components/settings/use-asked.ts";
import type { ShippingForm } from "./shipping-form.ts";
import { texts } from "./texts.ts";

type Props = { form: ShippingForm; countries: readonly CountryName[]; home: string };
type Answer = { kind: "ok"; sentence: string; basis: string } | { kind: "invalid" };
const words = texts.example;

/** What the form's settings come to, as they are being edited. */
export function ExampleCard({ form, countries, home }: Props) {
  const [about, setAbout] = useState({ method: words.methodDefault, from: home, to: home });
  const asked = useAsked<Answer>("/app/settings/shipping/example", JSON.stringify({ form, about }));
  const options = countries.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <Section heading={words.heading}>
      <FormLayout>
        <FormLayout.Group>
          <TextField
            label={words.method}
            value={about.method}
            onChange={(method) => setAbout({ ...about, method })}
            autoComplete="off"
            maxLength={120}
          />
          <Select
            label={words.from}
            options={options}
            value={about.from}
            onChange={(from) => setAbout({ ...about, from })}
          />
          <Select label={words.to} options={options} value={about.to} onChange={(to) => setAbout({ ...about, to })} />
        </FormLayout.Group>
      </FormLayout>
      <div aria-live="polite" style={{ minHeight: "3.5rem" }}>
        {asked.kind === "known" && asked.value.kind === "ok" ? (
          <BlockStack gap="100">
            <Text as="p" fontWeight="semibold">
              {asked.value.sentence}
            </Text>
            <Text as="p" tone="subdued">
              {asked.value.basis}
            </Text>
          </BlockStack>
        ) : (
          <Text as="p" tone="subdued">
            {asked.kind === "waiting" ? words.waiting : asked.kind === "failed" ? words.failed : words.invalid}
          </Text>
        )}
      </div>
    </Section>
  );
}
