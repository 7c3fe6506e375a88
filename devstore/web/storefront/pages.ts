import { fulfillmentState, fulfillmentStatus, visibleFulfillments } from "#devstore/store/derive.ts";
import { financialStatus, orderTotals } from "#devstore/store/order-money.ts";
import type { CustomerRecord, OrderRecord, ProductRecord } from "#devstore/store/records.ts";
import type { Store } from "#devstore/store/store.ts";
import { type Html, html, raw } from "../html.ts";
import { customerName, formatDate, formatMoney, formatStatus, productImage } from "./format.ts";
import type { Visitor } from "./visitor.ts";
import { say, type Words } from "./words.ts";

export type PageContext = { store: Store; visitor: Visitor; words: Words };
export type PageBody = { title: string; body: Html };

export function homePage({ store, visitor, words }: PageContext): PageBody {
  const products = store.products.filter(({ status }) => status === "ACTIVE");
  const cards = products.map(
    (product) =>
      html`<li class="card">
        <a href="/products/${product.handle}">
          <span class="picture">${productImage(product, 480)}</span>
          <span class="card-title">${product.title}</span>
          <span class="price">${priceRange(store, visitor, words, product)}</span>
        </a>
      </li>`,
  );
  return {
    title: words.home,
    body: html`<div class="hero">
        <h1>${store.shop.name}</h1>
        <p>${say(words.productsCount, { count: cards.length })}</p>
      </div>
      <h2 id="products">${words.products}</h2>
      ${
        cards.length === 0
          ? html`<p>${words.noProducts}</p>`
          : html`<ul class="cards">
              ${cards}
            </ul>`
      }`,
  };
}

export function productPage({ store, visitor, words }: PageContext, product: ProductRecord): PageBody {
  const { currencyCode } = store.shop;
  const rows = product.variants.map((variant) => {
    const available = !variant.tracked || variant.inventoryPolicy === "CONTINUE" || stock(variant.inventory) > 0;
    return html`<li>
      <span>${variant.title === "Default Title" ? product.title : variant.title}</span>
      <span class="muted">${available ? words.available : words.soldOut}</span>
      <span class="price">${formatMoney(variant.price, currencyCode, visitor.locale)}</span>
    </li>`;
  });
  return {
    title: product.title,
    body: html`<article class="product">
      <div class="picture">${productImage(product, 640)}</div>
      <div>
        <p class="muted">${product.vendor || product.productType}</p>
        <h1>${product.title}</h1>
        <p class="price large">${priceRange(store, visitor, words, product)}</p>
        <div class="prose">${paragraphs(product.description)}</div>
        <h2>${words.options}</h2>
        <ul class="rows">
          ${rows}
        </ul>
      </div>
    </article>`,
  };
}

export function loginPage({ store, words }: PageContext): PageBody {
  const rows = [...store.customers]
    .map((customer) => ({ customer, orders: store.ordersOf(customer).length }))
    .sort((a, b) => b.orders - a.orders)
    .map(
      ({ customer, orders }) =>
        html`<li>
          <button name="customerId" value="${customer.id}">
            <span class="strong">${customerName(customer)}</span>
            <span class="muted">${customer.email ?? customer.phone ?? ""}</span>
            <span class="muted">${say(words.ordersCount, { count: orders })}</span>
          </button>
        </li>`,
    );
  return {
    title: words.logIn,
    body: html`<h1>${words.logInTitle}</h1>
      <p>${words.logInHint}</p>
      <form method="post" action="/account/login">
        <p><button class="button" name="customerId" value="">${words.guest}</button></p>
        <ul class="rows people">
          ${rows}
        </ul>
      </form>`,
  };
}

export function accountPage({ store, visitor, words }: PageContext, customer: CustomerRecord): PageBody {
  const now = store.nowInstant();
  const orders = [...store.ordersOf(customer)].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  const rows = orders.map(
    (order) =>
      html`<tr>
        <th scope="row"><a href="/account/orders/${order.id}">${order.name}</a></th>
        <td>${formatDate(order.createdAt, visitor.locale, store.shop.ianaTimezone, "medium")}</td>
        <td>${formatStatus(fulfillmentStatus(order, now))}</td>
        <td class="number">${formatMoney(orderTotals(order, now).total, order.currency, visitor.locale)}</td>
      </tr>`,
  );
  return {
    title: words.account,
    body: html`<h1>${words.account}</h1>
      <p>
        ${say(words.loggedInAs, { name: customerName(customer) })}${customer.email ? html` <span class="muted">(${customer.email})</span>` : null}
      </p>
      <form method="post" action="/account/logout"><button class="button">${words.logOut}</button></form>
      <h2>${words.orders}</h2>
      ${
        rows.length === 0
          ? html`<p>${words.noOrders}</p>`
          : html`<div class="scroll">
              <table>
                <thead>
                  <tr>
                    <th scope="col">${words.order}</th>
                    <th scope="col">${words.date}</th>
                    <th scope="col">${words.status}</th>
                    <th scope="col" class="number">${words.total}</th>
                  </tr>
                </thead>
                <tbody>
                  ${rows}
                </tbody>
              </table>
            </div>`
      }`,
  };
}

export function orderPage({ store, visitor, words }: PageContext, order: OrderRecord): PageBody {
  const now = store.nowInstant();
  const parcels = visibleFulfillments(order, now).map((fulfillment) => {
    const { displayStatus } = fulfillmentState(fulfillment, now);
    const tracking = fulfillment.tracking.map(({ company, number, url }) => {
      const label = [company, number].filter(Boolean).join(" ");
      return html`<span>${url ? html`<a href="${url}" rel="noreferrer">${label || url}</a>` : label}</span>`;
    });
    return html`<li>
      <span class="strong">${fulfillment.name}</span
      ><span>${displayStatus ? formatStatus(displayStatus) : ""}</span>${tracking}
    </li>`;
  });
  return {
    title: `${words.order} ${order.name}`,
    body: html`<h1>${words.order} ${order.name}</h1>
      <p class="muted">
        ${say(words.placedOn, { date: formatDate(order.createdAt, visitor.locale, store.shop.ianaTimezone) })} ·
        ${formatStatus(fulfillmentStatus(order, now))} · ${formatStatus(financialStatus(order, now) ?? "")}
      </p>
      <h2>${words.items}</h2>
      <ul class="rows">
        ${order.lineItems.map(
          (line) =>
            html`<li>
              <span>${line.quantity} × ${line.title}${line.variantTitle ? ` (${line.variantTitle})` : ""}</span>
              <span class="price">${formatMoney(line.unitPrice * line.quantity, order.currency, visitor.locale)}</span>
            </li>`,
        )}
        ${sums(order, now, words).map(
          ([label, amount]) =>
            html`<li>
              <span class="${label === words.total ? "strong" : "muted"}">${label}</span>
              <span class="price">${formatMoney(amount, order.currency, visitor.locale)}</span>
            </li>`,
        )}
      </ul>
      <h2>${words.parcels}</h2>
      ${
        parcels.length === 0
          ? html`<p>${words.noParcels}</p>`
          : html`<ul class="rows">
              ${parcels}
            </ul>`
      }`,
  };
}

/** What leads from the items to the total; what is nothing is left out. */
function sums(order: OrderRecord, now: string, words: Words): [label: string, amount: number][] {
  const { discounts, shipping, tax, total } = orderTotals(order, now);
  const parts: [string, number][] = [
    [words.discount, -discounts],
    [words.shipping, shipping],
    [words.tax, order.taxesIncluded ? 0 : tax],
  ];
  return [...parts.filter(([, amount]) => amount !== 0), [words.total, total]];
}

export function prosePage(title: string, body: string): PageBody {
  return {
    title,
    body: html`<article class="prose">
      <h1>${title}</h1>
      ${paragraphs(body)}
    </article>`,
  };
}

export function notFoundPage({ words }: PageContext): PageBody {
  return {
    title: words.notFound,
    body: html`<h1>${words.notFound}</h1>
      <p>${words.notFoundHint}</p>`,
  };
}

/** The merchant writes HTML or plain text with empty lines between paragraphs. */
function paragraphs(text: string): Html {
  if (/<(p|ul|ol|h\d|div|br)\b/i.test(text)) return raw(text);
  return html`${text.split(/\n{2,}/).map((part) => html`<p>${part}</p>`)}`;
}

function priceRange(store: Store, visitor: Visitor, words: Words, product: ProductRecord): string {
  const prices = product.variants.map(({ price }) => price);
  const lowest = formatMoney(Math.min(...prices), store.shop.currencyCode, visitor.locale);
  return Math.max(...prices) > Math.min(...prices) ? say(words.from, { price: lowest }) : lowest;
}

function stock(inventory: ProductRecord["variants"][number]["inventory"]): number {
  return [...inventory.values()].reduce((sum, units) => sum + units, 0);
}
