import { Checkbox, FormLayout, TextField } from "@shopify/polaris";
import { moneyText } from "../../components/money-text.ts";
import type { PartProps } from "./area-form.tsx";
import { ChoiceField, LimitField, MoneyField, NumberField } from "./fields.tsx";
import { texts } from "./texts.ts";

export function ReturnsForm({ form, change, error }: PartProps) {
  const words = texts.returns;
  const { returns, exchanges, stock, currency } = form;
  const set = (patch: Partial<typeof returns>) => change({ returns: { ...returns, ...patch } });
  const setExchanges = (patch: Partial<typeof exchanges>) => change({ exchanges: { ...exchanges, ...patch } });
  const labelError = error("returns", "labelUrl");
  const instructionsError = error("returns", "instructions");
  return (
    <FormLayout>
      <ChoiceField
        label={words.shipping}
        options={{ shopper: words.shopper, shop_label: words.shop }}
        value={returns.returnShipping}
        onChange={(returnShipping) => set({ returnShipping })}
      />
      <MoneyField
        label={words.fee}
        currency={currency}
        value={returns.fee}
        onChange={(fee) => set({ fee })}
        error={error("returns", "fee")}
      />
      <NumberField
        label={words.restocking}
        value={returns.restockingPercent}
        onChange={(restockingPercent) => set({ restockingPercent })}
        error={error("returns", "restockingPercent")}
      />
      <TextField
        label={words.label}
        helpText={words.labelHelp}
        type="url"
        autoComplete="off"
        value={returns.labelUrl ?? ""}
        onChange={(url) => set({ labelUrl: url === "" ? null : url })}
        {...(labelError === undefined ? {} : { error: labelError })}
      />
      <TextField
        label={words.instructions}
        multiline={3}
        maxLength={500}
        showCharacterCount
        autoComplete="off"
        value={returns.instructions}
        onChange={(instructions) => set({ instructions })}
        {...(instructionsError === undefined ? {} : { error: instructionsError })}
      />
      <Checkbox
        label={words.sameProduct}
        checked={exchanges.sameProductOnly}
        onChange={(sameProductOnly) => setExchanges({ sameProductOnly })}
      />
      <MoneyField
        label={words.absorb}
        help={words.absorbHelp}
        currency={currency}
        value={exchanges.absorbUpTo}
        onChange={(absorbUpTo) => setExchanges({ absorbUpTo })}
        error={error("exchanges", "absorbUpTo")}
      />
      <ChoiceField
        label={words.cheaper}
        options={words.cheaperOptions}
        value={exchanges.cheaper}
        onChange={(cheaper) => setExchanges({ cheaper })}
      />
      <ChoiceField
        label={words.stock}
        options={words.stockOptions}
        value={stock.outOfStock}
        onChange={(outOfStock) => change({ stock: { outOfStock } })}
      />
    </FormLayout>
  );
}

export function RefundsForm({ form: { refunds }, change, error }: PartProps) {
  const words = texts.refunds;
  return (
    <FormLayout>
      <ChoiceField
        label={words.destination}
        options={words.destinations}
        value={refunds.destination}
        onChange={(destination) => change({ refunds: { ...refunds, destination } })}
      />
      <NumberField
        label={words.bonus}
        value={refunds.storeCreditBonusPercent}
        onChange={(storeCreditBonusPercent) => change({ refunds: { ...refunds, storeCreditBonusPercent } })}
        error={error("refunds", "storeCreditBonusPercent")}
      />
    </FormLayout>
  );
}

export function LimitsForm({ form: { customerLimit, currency }, change, error }: PartProps) {
  const words = texts.limits;
  const set = (patch: Partial<typeof customerLimit>) => change({ customerLimit: { ...customerLimit, ...patch } });
  return (
    <FormLayout>
      <NumberField
        label={words.days}
        value={customerLimit.days}
        onChange={(days) => set({ days })}
        error={error("customerLimit", "days")}
      />
      <LimitField
        label={words.count}
        none={words.anyNumber}
        some={words.atMost}
        first="3"
        value={customerLimit.count}
        onChange={(count) => set({ count })}
        error={error("customerLimit", "count")}
      />
      <LimitField
        label={words.amount}
        none={texts.reason.anyAmount}
        some={texts.reason.upTo}
        first={moneyText(0, currency)}
        currency={currency}
        value={customerLimit.amount}
        onChange={(amount) => set({ amount })}
        error={error("customerLimit", "amount")}
      />
    </FormLayout>
  );
}
