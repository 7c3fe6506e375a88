import { Form } from "@remix-run/react";
import { BlockStack, Button, Card, Checkbox, InlineStack, Select, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { PolicySelect } from "../../components/policy-select.tsx";
import type { PoliciesAtHand } from "../../components/policy-select.tsx";
import { resolutionTexts } from "../../components/resolution.texts.ts";
import { REASONS, RESOLUTION_KINDS } from "../../policy/kinds.ts";
import type { TrialItem } from "../../resolutions/try-policy.server.ts";
import type { Tried } from "./load-trial.server.ts";
import { texts } from "./texts.ts";
import type { TrialQuery } from "./trial-query.ts";

const words = texts.form;
const WHATEVER = "";
const REASON_OPTIONS = REASONS.map((value) => ({ value, label: resolutionTexts.reasons[value] }));
const WANTED_OPTIONS = [
  { value: WHATEVER, label: words.whatever },
  ...RESOLUTION_KINDS.map((value) => ({ value, label: resolutionTexts.kinds[value] })),
];
const DESTINATION_OPTIONS = [
  { value: WHATEVER, label: words.open },
  { value: "original_payment", label: texts.option.destinations.original_payment },
  { value: "store_credit", label: texts.option.destinations.store_credit },
];

type Props = { query: TrialQuery; tried: Tried | null; atHand: PoliciesAtHand; busy: boolean };

/** The request to try, in the page's address, so that it can be passed on. First the order alone, then what is asked of it. */
export function TrialForm({ query, tried, atHand, busy }: Props) {
  const [order, setOrder] = useState(query.order);
  const [policy, setPolicy] = useState(query.policy);
  return (
    <Card>
      <Form method="get" action="/app/policies/try">
        <BlockStack gap="400">
          <Text as="h2" variant="headingMd">
            {words.heading}
          </Text>
          <TextField
            label={words.order}
            helpText={words.orderHelp}
            name="order"
            value={order}
            onChange={setOrder}
            autoComplete="off"
            maxLength={60}
            selectTextOnFocus
          />
          <PolicySelect label={words.policy} name="policy" value={policy} onChange={setPolicy} atHand={atHand} />
          {tried && order.replace(/^#/, "") === query.order.replace(/^#/, "") && (
            <Request query={query} tried={tried} />
          )}
          <InlineStack>
            <Button submit variant="primary" loading={busy}>
              {tried ? words.action : words.find}
            </Button>
          </InlineStack>
        </BlockStack>
      </Form>
    </Card>
  );
}

function Request({ query, tried }: Pick<Props, "query"> & { tried: Tried }) {
  const [reason, setReason] = useState<string>(tried.reason);
  const [wanted, setWanted] = useState<string>(query.wanted ?? WHATEVER);
  const [destination, setDestination] = useState<string>(query.to ?? WHATEVER);
  const [photo, setPhoto] = useState(query.photo);
  const [description, setDescription] = useState(query.words);
  const [variant, setVariant] = useState(query.variant);
  const others = tried.items.flatMap((item) => item.others);
  return (
    <>
      <Select label={words.reason} name="reason" options={REASON_OPTIONS} value={reason} onChange={setReason} />
      <fieldset style={{ margin: 0, padding: 0, border: 0, minInlineSize: 0 }}>
        <BlockStack gap="200">
          <legend style={{ padding: 0 }}>{words.items}</legend>
          {tried.items.map((item) => (
            <Units key={item.number} item={item} units={tried.units} />
          ))}
        </BlockStack>
      </fieldset>
      <Select label={words.wanted} name="wanted" options={WANTED_OPTIONS} value={wanted} onChange={setWanted} />
      <Select
        label={words.destination}
        name="to"
        options={DESTINATION_OPTIONS}
        value={destination}
        onChange={setDestination}
      />
      <TextField
        label={words.variant}
        helpText={words.variantHelp(others)}
        name="variant"
        value={variant}
        onChange={setVariant}
        autoComplete="off"
        maxLength={60}
      />
      <fieldset style={{ margin: 0, padding: 0, border: 0, minInlineSize: 0 }}>
        <legend style={{ padding: 0 }}>{words.evidence}</legend>
        <InlineStack gap="400">
          <Checkbox label={words.photo} name="photo" value="yes" checked={photo} onChange={setPhoto} />
          <Checkbox label={words.words} name="words" value="yes" checked={description} onChange={setDescription} />
        </InlineStack>
      </fieldset>
    </>
  );
}

function Units({ item, units }: { item: TrialItem; units: Tried["units"] }) {
  const chosen = units.find(({ number }) => number === item.number)?.quantity;
  const [quantity, setQuantity] = useState(chosen === undefined ? "" : String(chosen));
  const title = item.variant === null ? item.title : `${item.title} (${item.variant})`;
  return (
    <TextField
      label={words.units(title)}
      helpText={words.unitsHelp(item.quantity, item.free)}
      name={`units-${item.number}`}
      type="number"
      min={0}
      max={item.quantity}
      placeholder="0"
      value={quantity}
      onChange={setQuantity}
      autoComplete="off"
    />
  );
}
