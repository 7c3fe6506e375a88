import { Checkbox, FormLayout, Text } from "@shopify/polaris";
import { moneyText } from "../../components/money-text.ts";
import type { PartProps } from "./area-form.tsx";
import { ChoiceField, LimitField, NumberField } from "./fields.tsx";
import { NamesField } from "./names-field.tsx";
import { PickedField } from "./picked-field.tsx";
import { texts } from "./texts.ts";
import { readCountries, readTags } from "./typed-names.ts";

export function ExclusionsForm({ form: { exclusions }, change, error }: PartProps) {
  const words = texts.exclusions;
  const set = (patch: Partial<typeof exclusions>) => change({ exclusions: { ...exclusions, ...patch } });
  return (
    <FormLayout>
      <Text as="p" tone="subdued">
        {words.help}
      </Text>
      <Checkbox label={words.giftCards} checked={exclusions.giftCards} onChange={(giftCards) => set({ giftCards })} />
      <PickedField
        of="products"
        ids={exclusions.products}
        onChange={(products) => set({ products })}
        error={error("exclusions", "products")}
      />
      <PickedField
        of="collections"
        ids={exclusions.collections}
        onChange={(collections) => set({ collections })}
        error={error("exclusions", "collections")}
      />
      <NamesField
        label={words.productTags}
        names={exclusions.productTags}
        read={readTags}
        onChange={(productTags) => set({ productTags })}
        error={error("exclusions", "productTags")}
      />
      <NamesField
        label={words.countries}
        help={words.countriesHelp}
        names={exclusions.countries}
        read={readCountries}
        onChange={(countries) => set({ countries })}
        error={error("exclusions", "countries")}
      />
      <NamesField
        label={words.finalSaleTags}
        help={words.finalSaleHelp}
        names={exclusions.finalSaleTags}
        read={readTags}
        onChange={(finalSaleTags) => set({ finalSaleTags })}
        error={error("exclusions", "finalSaleTags")}
      />
    </FormLayout>
  );
}

export function VipForm({ form: { vip }, change, error }: PartProps) {
  const words = texts.vip;
  const set = (patch: Partial<typeof vip>) => change({ vip: { ...vip, ...patch } });
  return (
    <FormLayout>
      <NamesField
        label={words.tags}
        names={vip.customerTags}
        read={readTags}
        onChange={(customerTags) => set({ customerTags })}
        error={error("vip", "customerTags")}
      />
      <NumberField
        label={words.percent}
        value={vip.autoLimitPercent}
        onChange={(autoLimitPercent) => set({ autoLimitPercent })}
        error={error("vip", "autoLimitPercent")}
      />
      <NumberField
        label={words.days}
        value={vip.extraWindowDays}
        onChange={(extraWindowDays) => set({ extraWindowDays })}
        error={error("vip", "extraWindowDays")}
      />
      <Checkbox label={words.photo} checked={vip.skipPhoto} onChange={(skipPhoto) => set({ skipPhoto })} />
    </FormLayout>
  );
}

export function NeverForm({ form, change, error }: PartProps) {
  const words = texts.never;
  const { neverAutomate, changes, currency } = form;
  const set = (patch: Partial<typeof neverAutomate>) => change({ neverAutomate: { ...neverAutomate, ...patch } });
  return (
    <FormLayout>
      <Checkbox label={words.highRisk} checked={neverAutomate.highRisk} onChange={(highRisk) => set({ highRisk })} />
      <Checkbox
        label={words.testOrders}
        checked={neverAutomate.testOrders}
        onChange={(testOrders) => set({ testOrders })}
      />
      <LimitField
        label={words.total}
        none={texts.reason.never}
        some={texts.reason.above}
        first={moneyText(0, currency)}
        currency={currency}
        value={neverAutomate.orderTotalAbove}
        onChange={(orderTotalAbove) => set({ orderTotalAbove })}
        error={error("neverAutomate", "orderTotalAbove")}
      />
      <NamesField
        label={words.orderTags}
        names={neverAutomate.orderTags}
        read={readTags}
        onChange={(orderTags) => set({ orderTags })}
        error={error("neverAutomate", "orderTags")}
      />
      <NamesField
        label={words.customerTags}
        names={neverAutomate.customerTags}
        read={readTags}
        onChange={(customerTags) => set({ customerTags })}
        error={error("neverAutomate", "customerTags")}
      />
      <ChoiceField
        label={words.partner}
        options={words.partners}
        value={changes.withPartner}
        onChange={(withPartner) => change({ changes: { withPartner } })}
      />
    </FormLayout>
  );
}
