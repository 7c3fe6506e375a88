import { FormLayout, Select, TextField } from "@shopify/polaris";
import { errorAt } from "../../components/settings/field-errors.ts";
import { NameList } from "../../components/settings/name-list.tsx";
import { errorOf, Rows, Section, withEntry, withoutEntry } from "../../components/settings/section.tsx";
import type { Draft } from "../../components/settings/use-draft.ts";
import type { ShippingForm } from "./shipping-form.ts";
import { texts } from "./texts.ts";

type Signals = ShippingForm["signals"];
const words = texts.signals;
const TAGS = ["pickedTags", "packedTags", "notReceivedTags", "replacedTags", "replacementTags"] as const;
const METAFIELDS = ["pickedMetafields", "packedMetafields"] as const;
const REPORTS = ["being_prepared", "picked", "packed", "ignored"] as const;

export function SignalsCard({ draft: { form, change, errors } }: { draft: Draft<ShippingForm> }) {
  const { signals } = form;
  const set = (part: Partial<Signals>) => change({ signals: { ...signals, ...part } });
  return (
    <Section heading={words.heading} text={words.text}>
      <FormLayout>
        <Select
          label={words.progress}
          options={REPORTS.map((value) => ({ value, label: words.progresses[value] }))}
          value={signals.progressReport}
          onChange={(value) => set({ progressReport: REPORTS.find((one) => one === value) ?? "being_prepared" })}
        />
        {TAGS.map((list) => (
          <NameList
            key={list}
            label={words[list]}
            names={signals[list]}
            error={errorAt(errors, `signals.${list}`)}
            maxLength={60}
            onChange={(names) => set({ [list]: names.map((name) => name.toLowerCase()) })}
          />
        ))}
      </FormLayout>
      {METAFIELDS.map((list) => (
        <Rows
          key={list}
          heading={words[list]}
          add={words.addMetafield}
          remove={texts.remove}
          onAdd={() => set({ [list]: [...signals[list], { namespace: "custom", key: "", value: "" }] })}
          onRemove={(index) => set({ [list]: withoutEntry(signals[list], index) })}
          rows={signals[list].map((sign, index) => ({
            key: String(index),
            title: words.metafield(words[list], index + 1),
            fields: (
              <FormLayout.Group condensed>
                {(["namespace", "key", "value"] as const).map((part) => (
                  <TextField
                    key={part}
                    label={words[part]}
                    {...(part === "value" ? { helpText: words.valueHelp } : {})}
                    {...errorOf(errors, `signals.${list}.${index}.${part}`)}
                    value={sign[part]}
                    onChange={(typed) => set({ [list]: withEntry(signals[list], index, { [part]: typed }) })}
                    autoComplete="off"
                    maxLength={part === "namespace" ? 255 : 120}
                  />
                ))}
              </FormLayout.Group>
            ),
          }))}
        />
      ))}
    </Section>
  );
}
