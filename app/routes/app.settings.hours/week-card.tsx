import { BlockStack, Button, Divider, InlineGrid, InlineStack, Text, TextField } from "@shopify/polaris";
import { Fragment } from "react";
import type { FieldErrors } from "../../components/settings/field-errors.ts";
import { errorOf, Section, withEntry, withoutEntry } from "../../components/settings/section.tsx";
import type { Draft } from "../../components/settings/use-draft.ts";
import { MOST_SPANS } from "../../conversations/hours/opening-hours.ts";
import type { HoursForm } from "./hours-form.ts";
import { texts } from "./texts.ts";

const words = texts.week;
type Spans = HoursForm["weekly"][number];
const USUAL = { from: "09:00", to: "17:00" };

export function WeekCard({ draft: { form, change, errors } }: { draft: Draft<HoursForm> }) {
  const set = (at: number, spans: Spans) =>
    change({ weekly: form.weekly.map((before, index) => (index === at ? spans : before)) });
  const copy = () =>
    change({ weekly: form.weekly.map((spans, index) => (index < 5 ? (form.weekly[0] ?? []) : spans)) });
  return (
    <Section heading={words.heading} text={words.text}>
      {form.weekly.map((spans, index) => (
        <Fragment key={words.days[index]}>
          {index > 0 && <Divider />}
          <Day
            name={words.days[index] ?? ""}
            spans={spans}
            errors={errors}
            path={`weekly.${index}`}
            onChange={(next) => set(index, next)}
          />
        </Fragment>
      ))}
      <InlineStack>
        <Button onClick={copy} disabled={(form.weekly[0] ?? []).length === 0}>
          {words.copy}
        </Button>
      </InlineStack>
    </Section>
  );
}

type DayProps = { name: string; spans: Spans; errors: FieldErrors; path: string; onChange: (spans: Spans) => void };

function Day({ name, spans, errors, path, onChange }: DayProps) {
  return (
    <div role="group" aria-label={name}>
      <InlineGrid columns={{ xs: 1, sm: ["oneThird", "twoThirds"] }} gap="200">
        <BlockStack gap="100">
          <Text as="h3" variant="headingSm">
            {name}
          </Text>
          {spans.length === 0 && (
            <Text as="p" tone="subdued">
              {words.closed}
            </Text>
          )}
        </BlockStack>
        <BlockStack gap="200">
          {spans.map((span, at) => (
            <BlockStack key={at} gap="100">
              <InlineGrid columns={2} gap="200">
                <Time
                  label={words.from(name, at + 1)}
                  value={span.from}
                  errors={errors}
                  path={`${path}.${at}.from`}
                  onChange={(from) => onChange(withEntry(spans, at, { from }))}
                />
                <Time
                  label={words.to(name, at + 1)}
                  value={span.to}
                  errors={errors}
                  path={`${path}.${at}.to`}
                  onChange={(to) => onChange(withEntry(spans, at, { to }))}
                />
              </InlineGrid>
              <InlineStack>
                <Button
                  variant="plain"
                  tone="critical"
                  accessibilityLabel={words.removeFrom(name, at + 1)}
                  onClick={() => onChange(withoutEntry(spans, at))}
                >
                  {words.remove}
                </Button>
              </InlineStack>
            </BlockStack>
          ))}
          {spans.length < MOST_SPANS && (
            <InlineStack>
              <Button
                accessibilityLabel={words.addTo(name)}
                onClick={() => onChange([...spans, spans.length === 0 ? USUAL : { from: "", to: "" }])}
              >
                {words.add}
              </Button>
            </InlineStack>
          )}
        </BlockStack>
      </InlineGrid>
    </div>
  );
}

type TimeProps = { label: string; value: string; errors: FieldErrors; path: string; onChange: (time: string) => void };

function Time({ label, value, errors, path, onChange }: TimeProps) {
  return (
    <TextField
      label={label}
      labelHidden
      type="time"
      {...errorOf(errors, path)}
      value={value}
      onChange={onChange}
      autoComplete="off"
    />
  );
}
