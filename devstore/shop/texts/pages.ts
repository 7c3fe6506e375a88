import type { StoreFileInput } from "../../store/schema.ts";
import { at } from "../time.ts";

type PageInput = NonNullable<StoreFileInput["pages"]>[number];

/** Pages of the storefront that answer what shoppers ask. */
export const PAGES: PageInput[] = [
  {
    handle: "faq",
    title: "Questions we are asked",
    updatedAt: at(-30, "15:20"),
    body: `<h2>Can I change or cancel my order?</h2><p>Yes, until we begin to pack it. Write to us in the chat with your order number; orders for clothes and bags go to our partner in Venlo within minutes, so be quick.</p>
<h2>Can I change the address?</h2><p>As long as nothing has left, yes. Afterwards only the carrier can redirect the parcel.</p>
<h2>Why did only a part of my order arrive?</h2><p>We ship from three places. The rest has its own parcel and its own email.</p>
<h2>Tracking says delivered, but there is nothing here.</h2><p>Look at your neighbors and at the place you agreed on with the carrier, and give it one working day. Then tell us.</p>
<h2>When is my card charged?</h2><p>When you order. For a few orders we only reserve the amount and charge it when the parcel leaves.</p>
<h2>How do pre-orders work?</h2><p>You pay now and we ship on the date the product page names. If you ordered other things too, they leave at once.</p>
<h2>Do you wrap gifts?</h2><p>Yes, for €3 an item, in brown paper with a sprig of juniper.</p>`,
  },
  {
    handle: "size-guide",
    title: "Size guide",
    updatedAt: at(-150, "11:00"),
    body: `<h2>Fisher Sweater</h2><table><tr><th>Size</th><th>Chest</th><th>Length</th></tr><tr><td>S</td><td>96 cm</td><td>64 cm</td></tr><tr><td>M</td><td>102 cm</td><td>66 cm</td></tr><tr><td>L</td><td>108 cm</td><td>68 cm</td></tr><tr><td>XL</td><td>116 cm</td><td>70 cm</td></tr></table><p>It fits closely. Take one size up if you want to wear a shirt below it.</p>
<h2>Boot Room Slippers</h2><p>European sizes; between two, take the larger one. 38 is a US women's 7½, 42 is a US men's 9.</p>
<h2>Deck Tee and Rain Parka</h2><p>True to size and boxy.</p>`,
  },
  {
    handle: "wool-care",
    title: "Caring for wool and linen",
    updatedAt: at(-210, "16:45"),
    body: `<p>Air wool more often than you wash it. When you do, wash cold on the wool program and dry it flat. Linen takes 60 °C and looks better for it.</p>`,
  },
  {
    handle: "our-workshops",
    title: "Where things are made",
    updatedAt: at(-260, "09:10"),
    body: `<p>Blankets in Lower Saxony, stoneware in Höhr-Grenzhausen, knitwear in Portugal, furniture in Dąbrowa Górnicza. We visit each workshop twice a year.</p>`,
  },
  {
    handle: "black-week-draft",
    title: "Black Week (draft)",
    published: false,
    updatedAt: at(-2, "17:00"),
    body: "<p>Not public yet.</p>",
  },
];
