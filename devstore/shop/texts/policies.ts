import type { StoreFileInput } from "../../store/schema.ts";
import { at } from "../time.ts";

type PolicyInput = NonNullable<StoreFileInput["policies"]>[number];

/** The example shop's policies, as a merchant writes them. */
export const POLICIES: PolicyInput[] = [
  {
    type: "REFUND_POLICY",
    title: "Returns & refunds",
    updatedAt: at(-190, "10:00"),
    body: `<p>You can return what you don't love within <strong>30 days of delivery</strong>. Items have to be unused and in their packaging.</p>
<h2>How it works</h2><ol><li>Ask for a return in the chat or by email. We answer within one working day.</li><li>Inside Germany the label is free; from other countries €6.90 is taken off the refund. From outside the European Union you send it back at your own cost.</li><li>We inspect what comes back within three working days and refund to the payment you used. Banks take up to ten days to show it.</li></ol>
<h2>What can't come back</h2><p>Made-to-order and engraved items, gift cards, downloads and courses, and candles that have been lit.</p>
<h2>Damaged, wrong or missing</h2><p>Tell us within 14 days of delivery, with a photo if something is broken. You choose: a replacement, if we have it, or your money back. Nothing under €40 has to be sent back.</p>
<h2>Exchanges</h2><p>Another size or color is free. We send it as soon as yours is back with us.</p>`,
  },
  {
    type: "SHIPPING_POLICY",
    title: "Shipping",
    updatedAt: at(-45, "09:30"),
    body: `<p>Orders placed before 9:30 on a working day usually leave the same day or the next. In November and December our Hamburg warehouse also works on Saturday mornings.</p>
<h2>How long it takes</h2><table><tr><th>To</th><th>Standard</th><th>Express</th></tr><tr><td>Germany</td><td>2–4 working days, €4.90, free from €75</td><td>1–2 working days, €12.90</td></tr><tr><td>Austria, Belgium, France, Netherlands</td><td>3–6 working days, €8.90</td><td>1–3 working days, €19.90</td></tr><tr><td>Ireland, Italy, Spain, Sweden, Switzerland, United Kingdom</td><td>4–9 working days, €12.90</td><td>2–4 working days, €24.90</td></tr><tr><td>Canada, Japan, United States</td><td>7–13 working days, €19.90</td><td>3–6 working days, €39.90</td></tr></table>
<h2>Several parcels</h2><p>Clothes and bags leave from our partner's warehouse in Venlo, everything else from Hamburg, and furniture comes straight from the workshop in Dąbrowa. So one order can reach you in several parcels on different days.</p>
<h2>Customs</h2><p>Outside the European Union customs may ask you for duty and taxes before delivery. We can't pay them for you.</p>
<h2>Lost parcels</h2><p>No news from the carrier for 10 working days in Europe, or 20 overseas? Then we treat the parcel as lost and send a new one or refund you, as you like.</p>
<h2>Pickup</h2><p>Collect at Juniper &amp; Tide Kreuzberg, Oranienstraße 24, Berlin, Monday to Saturday 11:00–19:00. We keep orders for 14 days.</p>`,
  },
  {
    type: "PRIVACY_POLICY",
    title: "Privacy",
    updatedAt: at(-320, "12:00"),
    body: `<p>We use what you tell us at checkout to send your order and to answer you, and nothing else unless you agree. Payment details never reach us; our payment provider keeps them. Carriers get your name, address and, if you gave it, your phone number. Write to hello@example.com to see, correct or delete what we hold about you.</p>`,
  },
  {
    type: "TERMS_OF_SERVICE",
    title: "Terms",
    updatedAt: at(-320, "12:00"),
    body: `<p>Juniper &amp; Tide GmbH, Peutestraße 51, 20539 Hamburg, sells to consumers in Europe, North America and Japan. A contract is made when we confirm that your order is on its way. Prices include VAT where it applies. German law applies, without taking from you the protection of the law where you live.</p>`,
  },
  {
    type: "CONTACT_INFORMATION",
    title: "Contact",
    updatedAt: at(-320, "12:00"),
    body: `<p>Juniper &amp; Tide, Peutestraße 51, 20539 Hamburg, Germany · hello@example.com · Monday to Friday, 9:00–17:00 (Berlin)</p>`,
  },
];
