import { digitsOf } from "#devstore/store/money.ts";
import type { CustomerRecord, ProductRecord } from "#devstore/store/records.ts";
import { type Html, html } from "../html.ts";

export function formatMoney(minor: number, currency: string, locale: string): string {
  return new Intl.NumberFormat(locale, { style: "currency", currency }).format(minor / 10 ** digitsOf(currency));
}

export function formatDate(
  instant: string,
  locale: string,
  timeZone: string,
  dateStyle: "long" | "medium" = "long",
): string {
  return new Intl.DateTimeFormat(locale, { dateStyle, timeZone }).format(new Date(instant));
}

/** `PARTIALLY_FULFILLED` as a person reads it. */
export function formatStatus(status: string): string {
  const words = status.toLowerCase().replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function customerName({ firstName, lastName, email, phone, id }: CustomerRecord): string {
  return [firstName, lastName].filter(Boolean).join(" ") || email || phone || `Customer ${id}`;
}

/** A product's picture, which a store file gives as a path, an address or inline SVG. */
export function productImage({ image, title }: ProductRecord, size: number): Html {
  const source = image?.startsWith("<svg") ? `data:image/svg+xml,${encodeURIComponent(image)}` : image;
  if (!source) return html`<span class="no-image" aria-hidden="true">${title.charAt(0)}</span>`;
  return html`<img src="${source}" alt="" width="${size}" height="${size}" loading="lazy" />`;
}
