/** @jsxImportSource ../dom */
import type { Card, CardGroup, CardStep, OrderCard as Order, OrderListCard } from "#app/orders/facts.ts";
import { vouched } from "../links.ts";
import type { Translate } from "../text.ts";
import { Hidden, Out } from "./kit.tsx";
import type { View } from "./kit.tsx";

/** More items than this fold away. */
const ITEMS_SHOWN = 3;

export function CardView({ card, view }: { card: Card; view: View }) {
  return card.kind === "order" ? <OrderCard card={card} t={view.t} /> : <OrdersCard card={card} view={view} />;
}

function OrderCard({ card, t }: { card: Order; t: Translate }) {
  const title = t("order", { order: card.orderName });
  return (
    <article class="card" aria-label={title}>
      <header>
        <h3>{title}</h3>
        <small>{card.placedOn}</small>
      </header>
      {card.groups.length === 0 && (
        <p class={`head ${card.tone}`} dir="auto">
          {card.headline}
        </p>
      )}
      {card.groups.map((group) => (
        <Group group={group} t={t} />
      ))}
      {card.total && (
        <footer>
          {t("total")} <b>{card.total}</b>
        </footer>
      )}
    </article>
  );
}

function Group({ group, t }: { group: CardGroup; t: Translate }) {
  return (
    <section>
      <h4 dir="auto">{group.label}</h4>
      <p class={`pill ${group.tone}`} dir="auto">
        {group.status}
      </p>
      {group.expected && <p dir="auto">{group.expected}</p>}
      <Steps steps={group.steps} t={t} />
      <Items group={group} t={t} />
      {group.tracking.map(({ company, number, url }) => {
        const href = vouched(url);
        return (
          <p class="track">
            {href && <Out href={href} text={t("track")} t={t} />}
            <small>
              {company} <bdi>{number}</bdi>
            </small>
          </p>
        );
      })}
    </section>
  );
}

/** The way of a parcel that is there folds away: where the others are is what the reader wants to know. */
function Steps({ steps, t }: { steps: CardStep[]; t: Translate }) {
  if (steps.length === 0) return null;
  const list = (
    <ol class="steps">
      {steps.map((step) => (
        <Step step={step} t={t} />
      ))}
    </ol>
  );
  if (steps.some(({ state }) => state !== "done")) return list;
  return (
    <details>
      <summary>{t("way")}</summary>
      {list}
    </details>
  );
}

const STATES = { done: "done", current: "now", todo: "next", problem: "problem" } as const;

function Step({ step, t }: { step: CardStep; t: Translate }) {
  return (
    <li class={step.state}>
      <Hidden text={`${t(STATES[step.state])}:`} />
      <span dir="auto">{step.label}</span>
      {step.atText && <time datetime={step.at ?? undefined}>{step.atText}</time>}
      {step.detail && (
        <small>
          <bdi>{step.detail}</bdi>
        </small>
      )}
    </li>
  );
}

function Items({ group: { items }, t }: { group: CardGroup; t: Translate }) {
  if (items.length === 0) return null;
  const list = (
    <ul class="items">
      {items.map(({ title, variant, quantity }) => (
        <li>
          {quantity} × <bdi>{title}</bdi> {variant && <small>{variant}</small>}
        </li>
      ))}
    </ul>
  );
  if (items.length <= ITEMS_SHOWN) return list;
  return (
    <details>
      <summary>
        {t("items")} ({items.length})
      </summary>
      {list}
    </details>
  );
}

function OrdersCard({ card, view: { t, chat } }: { card: OrderListCard; view: View }) {
  return (
    <article class="card" aria-label={t("orders")}>
      <header>
        <h3>{t("orders")}</h3>
      </header>
      {card.orders.map(({ orderName, placedOn, headline, tone }) => (
        <button type="button" class="row" onClick={() => chat.send(t("ask_order", { order: orderName }))}>
          <b>{orderName}</b> <small>{placedOn}</small>
          <span class={`head ${tone}`} dir="auto">
            {headline}
          </span>
        </button>
      ))}
      {card.more && (
        <p>
          <small>{t("orders_more")}</small>
        </p>
      )}
    </article>
  );
}
