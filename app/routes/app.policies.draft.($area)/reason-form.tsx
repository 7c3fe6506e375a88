import { Checkbox, Divider, FormLayout } from "@shopify/polaris";
import type { RequestReason } from "../../policy/kinds.ts";
import { GOODS_AT_SHOPPER } from "../../policy/possible.ts";
import { REASONS_OF_CHANGE } from "../../policy/policy.ts";
import { moneyText } from "../../components/money-text.ts";
import type { ErrorAt } from "./area-form.tsx";
import { ChoiceField, LimitField, MoneyField, NumberField, SideBySide } from "./fields.tsx";
import { OffersField } from "./offers-field.tsx";
import type { ReasonForm as Form } from "./policy-form.ts";
import { texts } from "./texts.ts";

const words = texts.reason;

type Props = {
  reason: RequestReason;
  form: Form;
  currency: string;
  change: (patch: Partial<Form>) => void;
  error: ErrorAt;
};

/** What is done about one reason. Fields that mean nothing for it are shown only while something stands in them. */
export function ReasonForm({ reason, form, currency, change, error }: Props) {
  const zero = moneyText(0, currency);
  const waits = reason === "lost" || reason === "not_received";
  const isChange = REASONS_OF_CHANGE.has(reason);
  return (
    <FormLayout>
      <Checkbox
        label={words.enabled}
        helpText={words.enabledHelp}
        checked={form.enabled}
        onChange={(enabled) => change({ enabled })}
      />
      <OffersField
        reason={reason}
        offers={form.offers}
        onChange={(offers) => change({ offers })}
        error={(...path) => error("offers", ...path)}
      />
      <Divider />
      <LimitField
        label={words.auto}
        none={words.anyAmount}
        some={words.upTo}
        first={zero}
        currency={currency}
        value={form.autoUpTo}
        onChange={(autoUpTo) => change({ autoUpTo })}
        error={error("autoUpTo")}
      />
      <LimitField
        label={words.approval}
        none={words.anyAmount}
        some={words.upTo}
        first={zero}
        currency={currency}
        value={form.approvalUpTo}
        onChange={(approvalUpTo) => change({ approvalUpTo })}
        error={error("approvalUpTo")}
      />
      {(!isChange || form.windowDays !== null) && (
        <LimitField
          label={words.window}
          none={words.windowNone}
          some={words.windowSome}
          first="30"
          value={form.windowDays}
          onChange={(windowDays) => change({ windowDays })}
          error={error("windowDays")}
        />
      )}
      {(waits || form.waitWorkingDays !== "0") && (
        <NumberField
          label={words.wait}
          help={waits ? words.waitHelp[reason] : undefined}
          value={form.waitWorkingDays}
          onChange={(waitWorkingDays) => change({ waitWorkingDays })}
          error={error("waitWorkingDays")}
        />
      )}
      {(!isChange || form.photo !== "never") && (
        <Photo photo={form.photo} currency={currency} onChange={(photo) => change({ photo })} error={error} />
      )}
      <Checkbox
        label={words.description}
        checked={form.description}
        onChange={(description) => change({ description })}
      />
      {(GOODS_AT_SHOPPER.has(reason) || form.goodsBackAbove !== null) && (
        <LimitField
          label={words.goodsBack}
          none={words.never}
          some={words.above}
          first={zero}
          currency={currency}
          value={form.goodsBackAbove}
          onChange={(goodsBackAbove) => change({ goodsBackAbove })}
          error={error("goodsBackAbove")}
        />
      )}
    </FormLayout>
  );
}

type PhotoProps = { photo: Form["photo"]; currency: string; onChange: (photo: Form["photo"]) => void; error: ErrorAt };

function Photo({ photo, currency, onChange, error }: PhotoProps) {
  const choice = (
    <ChoiceField
      label={words.photo}
      options={words.photos}
      value={typeof photo === "object" ? "above" : photo}
      onChange={(chosen) => onChange(chosen === "above" ? { above: moneyText(0, currency) } : chosen)}
      error={error("photo")}
    />
  );
  if (typeof photo !== "object") return choice;
  return (
    <SideBySide>
      {choice}
      <MoneyField
        label={`${words.photo}: ${words.photos.above}`}
        labelHidden
        currency={currency}
        value={photo.above}
        onChange={(above) => onChange({ above })}
        error={error("photo", "above")}
      />
    </SideBySide>
  );
}
