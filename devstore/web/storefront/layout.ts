import type { Store } from "#devstore/store/store.ts";
import { type Html, html, raw } from "../html.ts";
import { customerName } from "./format.ts";
import type { Visitor } from "./visitor.ts";
import { type Words, wordsFor } from "./words.ts";

export type Page = { title: string; path: string; body: Html };

/** What the theme app extension adds to a page. */
export type EmbedHtml = { head: string; body: string };

const LANGUAGE_NAMES: Record<string, string> = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
  ja: "日本語",
};

export function layout(store: Store, visitor: Visitor, page: Page, embed: EmbedHtml): Html {
  const words = wordsFor(visitor.locale);
  const { shop } = store;
  return html`<!doctype html>
    <html lang="${visitor.locale}" dir="${direction(visitor.locale)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title} – ${shop.name}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/_assets/storefront.css" />
        ${raw(embed.head)}
      </head>
      <body>
        <a class="skip" href="#content">${words.skip}</a>
        <header class="site-header">
          <div class="wrap">
            <a class="brand" href="/">${shop.name}</a>
            <nav aria-label="${words.home}">
              <a href="/#products">${words.products}</a>
              ${accountLinks(visitor, words)}
            </nav>
          </div>
        </header>
        <main id="content" class="wrap" tabindex="-1">${page.body}</main>
        <footer class="site-footer">
          <div class="wrap">
            ${footerList(
              words.pages,
              store.pages.filter(({ published }) => published).map(({ handle, title }) => [`/pages/${handle}`, title]),
            )}
            ${footerList(
              words.policies,
              store.policies.map((policy) => [`/policies/${policyHandle(policy.type)}`, policyTitle(policy)]),
            )}
            ${languageForm(shop.locales, visitor.locale, page.path, words)}
          </div>
        </footer>
        ${raw(embed.body)}
      </body>
    </html>`;
}

export function policyHandle(type: string): string {
  return type.toLowerCase().replaceAll("_", "-");
}

export function policyTitle({ type, title }: Store["policies"][number]): string {
  const words = type.toLowerCase().replaceAll("_", " ");
  return title ?? words.charAt(0).toUpperCase() + words.slice(1);
}

function accountLinks({ customer }: Visitor, words: Words): Html {
  return customer
    ? html`<a href="/account" aria-label="${words.account}: ${customerName(customer)}">${customerName(customer)}</a>`
    : html`<a href="/account/login">${words.logIn}</a>`;
}

function footerList(heading: string, links: (readonly [href: string, label: string])[]): Html | null {
  if (links.length === 0) return null;
  return html`<section>
    <h2>${heading}</h2>
    <ul>
      ${links.map(([href, label]) => html`<li><a href="${href}">${label}</a></li>`)}
    </ul>
  </section>`;
}

function languageForm(locales: readonly string[], current: string, path: string, words: Words): Html | null {
  const choices = [...new Set([...locales, current])];
  if (choices.length < 2) return null;
  return html`<section>
    <h2>${words.language}</h2>
    <ul>
      ${choices.map(
        (locale) =>
          html`<li>
            <a
              href="${path}?locale=${locale}"
              lang="${locale}"
              hreflang="${locale}"
              ${raw(locale === current ? ' aria-current="true"' : "")}
              >${LANGUAGE_NAMES[locale] ?? locale}</a
            >
          </li>`,
      )}
    </ul>
  </section>`;
}

function direction(locale: string): "rtl" | "ltr" {
  return /^(ar|fa|he|ur)\b/.test(locale) ? "rtl" : "ltr";
}
