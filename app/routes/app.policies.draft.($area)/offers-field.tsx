import { BlockStack, Box, Button, ButtonGroup, InlineGrid, InlineStack, Select, Text } from "@shopify/polaris";
import { RESOLUTION_KINDS, type RequestReason } from "../../policy/kinds.ts";
import { isPossible } from "../../policy/possible.ts";
import type { Offer } from "../../policy/policy.ts";
import { ChoiceField, NumberField } from "./fields.tsx";
import type { OfferForm } from "./policy-form.ts";
import { texts } from "./texts.ts";

const words = texts.reason;
/** As many as a policy may hold. */
const MOST_OFFERS = 8;

type Props = {
  reason: RequestReason;
  offers: OfferForm[];
  onChange: (offers: OfferForm[]) => void;
  /** What is wrong with an offer or a part of it. */
  error: (...path: (string | number)[]) => string | undefined;
};

/** Offers, best first: each can be moved, changed and taken away. */
export function OffersField({ reason, offers, onChange, error }: Props) {
  const swap = (a: number, b: number) => {
    const [one, other] = [offers[a], offers[b]];
    if (one && other) onChange(offers.map((offer, index) => (index === a ? other : index === b ? one : offer)));
  };
  const possible = possibleKinds(reason);
  return (
    <BlockStack gap="300">
      <Text as="h2" variant="headingSm">
        {words.offers}
      </Text>
      {offers.length === 0 && <Text as="p">{words.noOffers}</Text>}
      {offers.map((offer, index) => (
        <OfferRow
          key={index}
          reason={reason}
          number={index + 1}
          last={index === offers.length - 1}
          offer={offer}
          error={(...path) => error(index, ...path)}
          onChange={(changed) => onChange(offers.map((one, at) => (at === index ? changed : one)))}
          onMove={(by) => swap(index, index + by)}
          onRemove={() => onChange(offers.filter((_, at) => at !== index))}
        />
      ))}
      {offers.length < MOST_OFFERS && (
        <InlineStack>
          <Select
            label={words.add}
            options={[
              { value: "", label: words.add },
              ...possible.map((kind) => ({ value: kind, label: words.kinds[kind] })),
            ]}
            labelHidden
            value=""
            onChange={(chosen) => {
              const kind = possible.find((one) => one === chosen);
              if (kind) onChange([...offers, newOffer(reason, kind)]);
            }}
          />
        </InlineStack>
      )}
    </BlockStack>
  );
}

function possibleKinds(reason: RequestReason) {
  const portions: Offer["portion"][] = [{ of: "items" }, { of: "shipping" }];
  return RESOLUTION_KINDS.filter((kind) =>
    portions.some((portion) => isPossible(reason, { kind, portion, lateByWorkingDays: 0 })),
  );
}

function newOffer(reason: RequestReason, kind: Offer["kind"]): OfferForm {
  const items = isPossible(reason, { kind, portion: { of: "items" }, lateByWorkingDays: 0 });
  return { kind, portion: { of: items ? "items" : "shipping" }, lateByWorkingDays: "0" };
}

type RowProps = {
  reason: RequestReason;
  number: number;
  last: boolean;
  offer: OfferForm;
  error: Props["error"];
  onChange: (offer: OfferForm) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
};

function OfferRow({ reason, number, last, offer, error, onChange, onMove, onRemove }: RowProps) {
  const name = words.kinds[offer.kind];
  const label = `${words.offer(number)} (${name})`;
  const isMoney = offer.kind === "refund" || offer.kind === "store_credit";
  const kinds = Object.fromEntries(
    RESOLUTION_KINDS.filter((kind) => kind === offer.kind || possibleKinds(reason).includes(kind)).map((kind) => [
      kind,
      words.kinds[kind],
    ]),
  ) as Record<Offer["kind"], string>;
  return (
    <Box borderWidth="025" borderColor="border" borderRadius="200" padding="300">
      <BlockStack gap="200">
        <InlineGrid columns={{ xs: 1, sm: 2 }} gap="200">
          <ChoiceField
            label={words.offer(number)}
            options={kinds}
            value={offer.kind}
            onChange={(kind) => onChange({ ...newOffer(reason, kind), lateByWorkingDays: offer.lateByWorkingDays })}
            error={error()}
          />
          {isMoney && (
            <ChoiceField
              label={words.portion(label)}
              options={words.portions}
              value={offer.portion.of}
              onChange={(of) => onChange({ ...offer, portion: of === "share" ? { of, percent: "10" } : { of } })}
              error={error("portion")}
            />
          )}
          {offer.portion.of === "share" && (
            <NumberField
              label={words.share}
              value={offer.portion.percent}
              onChange={(percent) => onChange({ ...offer, portion: { of: "share", percent } })}
              error={error("portion", "percent")}
            />
          )}
          {(reason === "late" || offer.lateByWorkingDays !== "0") && (
            <NumberField
              label={words.late}
              value={offer.lateByWorkingDays}
              onChange={(lateByWorkingDays) => onChange({ ...offer, lateByWorkingDays })}
              error={error("lateByWorkingDays")}
            />
          )}
        </InlineGrid>
        <ButtonGroup>
          <Button disabled={number === 1} accessibilityLabel={words.up(label)} onClick={() => onMove(-1)}>
            {words.moveUp}
          </Button>
          <Button disabled={last} accessibilityLabel={words.down(label)} onClick={() => onMove(1)}>
            {words.moveDown}
          </Button>
          <Button tone="critical" accessibilityLabel={words.remove(label)} onClick={onRemove}>
            {words.take}
          </Button>
        </ButtonGroup>
      </BlockStack>
    </Box>
  );
}
