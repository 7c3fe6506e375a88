/** @jsxImportSource ../panel/dom */
/** The card on which a shopper says yes or no, and which tells afterwards what became of it. */
import type { News } from "../panel/decode.ts";
import { maybe } from "../panel/decode.ts";
import { allowedLink, vouched } from "../panel/links.ts";
import type { Translate } from "../panel/text.ts";
import { Alert, Hidden, Icon, Out } from "../panel/view/kit.tsx";
import type { View } from "../panel/view/kit.tsx";
import { cardId } from "./decisions.ts";
import type { Answer, Decisions } from "./decisions.ts";
import type { Proposal, ProposalLine } from "./proposal.ts";
import { standingOf } from "./standing.ts";
import type { Standing } from "./standing.ts";

/** From here on, in milliseconds, the shopper is told that it will end. */
const SOON = 5 * 60_000;
const MINUTE = 60_000;

type Props = {
  proposal: Proposal;
  news: News | undefined;
  decisions: Decisions;
  soon: Intl.RelativeTimeFormat;
  view: View;
};

export function ProposalView({ proposal, news, decisions, soon, view }: Props) {
  const { t } = view;
  const left = Date.parse(proposal.expiresAt) - view.now - view.chat.api.skew();
  const answer = decisions.of(proposal.id);
  const standing = standingOf(news, answer, left);
  return (
    <article class={`card deal is-${standing.is}`} id={cardId(proposal.id)} tabindex={-1} aria-label={proposal.title}>
      <header>
        <h3 dir="auto">{proposal.title}</h3>
        <small>{proposal.orderName}</small>
      </header>
      <p key="standing" role="status" class={standing.words ? "standing" : "vh"}>
        {standing.words && <Said standing={standing} words={t(standing.words)} />}
      </p>
      {standing.is === "done" && news && <Outcome outcome={news.outcome} t={t} />}
      {standing.is === "open" ? (
        [
          <Details key="details" proposal={proposal} view={view} />,
          <Answering
            key="answer"
            proposal={proposal}
            answer={answer}
            decisions={decisions}
            left={left}
            soon={soon}
            t={t}
          />,
        ]
      ) : (
        <details key="folded">
          <summary>{t("deal_details")}</summary>
          <Details proposal={proposal} view={view} />
        </details>
      )}
    </article>
  );
}

const MARKS = { working: null, waiting: "person", done: "done", problem: "person", over: null, open: null } as const;

function Said({ standing, words }: { standing: Standing; words: string }) {
  const mark = MARKS[standing.is];
  return [
    standing.is === "working" && <i class="dots" aria-hidden="true" />,
    mark && <Icon name={mark} />,
    <span>{words}</span>,
  ];
}

function Outcome({ outcome, t }: { outcome: Record<string, unknown>; t: Translate }) {
  const [amount, order, url] = [maybe(outcome.amount), maybe(outcome.newOrderName), vouched(maybe(outcome.url))];
  if (!amount && !order && !url) return null;
  return (
    <div key="outcome" class="outcome">
      {amount && (
        <p>
          <b dir="auto">{amount}</b>
        </p>
      )}
      {order && <p>{t("deal_new_order", { order })}</p>}
      {url && (
        <p>
          <Out href={url} text={t("deal_link")} t={t} />
        </p>
      )}
    </div>
  );
}

function Details({ proposal, view }: { proposal: Proposal; view: View }) {
  const { lines, sends, amounts, destination, address, notes } = proposal;
  const { t } = view;
  return (
    <div class="terms">
      {lines.length > 0 && <Lines lines={lines} view={view} />}
      {sends.length > 0 && [<h4>{t("deal_sends")}</h4>, <Lines lines={sends} view={view} />]}
      {amounts.length > 0 && (
        <table>
          <tbody>
            {amounts.map(({ label, text, total }) => (
              <tr class={total ? "sum" : ""}>
                <th dir="auto">{label}</th>
                <td>
                  <bdi>{text}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {destination && <p dir="auto">{destination}</p>}
      {address && <Address address={address} t={t} />}
      {notes.map((note) => (
        <p class="hint" dir="auto">
          {note}
        </p>
      ))}
    </div>
  );
}

function Lines({ lines, view }: { lines: ProposalLine[]; view: View }) {
  const pictured = lines.map((line) => {
    const src = line.image && (vouched(line.image) ?? allowedLink(line.image, view.trusted));
    return { ...line, src };
  });
  const isPictured = pictured.some(({ src }) => src);
  return (
    <ul class="goods">
      {pictured.map(({ title, variant, quantity, src }) => (
        <li>
          {src ? (
            <img src={src} alt="" width={48} height={48} loading="lazy" referrerpolicy="no-referrer" />
          ) : (
            isPictured && <i class="blank" />
          )}
          <span>
            <bdi>{title}</bdi>
            {variant && (
              <small>
                <bdi>{variant}</bdi>
              </small>
            )}
          </span>
          <b>
            {"×\u00a0"}
            {quantity}
          </b>
        </li>
      ))}
    </ul>
  );
}

function Address({ address, t }: { address: NonNullable<Proposal["address"]>; t: Translate }) {
  return (
    <div class="address">
      <h4 dir="auto">{address.label}</h4>
      {address.before && (
        <p>
          <Hidden text={`${t("deal_before")}:`} />
          <s dir="auto">{address.before.join(", ")}</s>
        </p>
      )}
      <p>
        {address.before && <Hidden text={`${t("deal_after")}:`} />}
        {address.lines.map((line) => (
          <span dir="auto">{line}</span>
        ))}
      </p>
    </div>
  );
}

type AnsweringProps = {
  proposal: Proposal;
  answer: Answer | undefined;
  decisions: Decisions;
  left: number;
  soon: Intl.RelativeTimeFormat;
  t: Translate;
};

const WENT_WRONG = { failed: "deal_unsent", too_fast: "too_fast" } as const;

function Answering({ proposal, answer, decisions, left, soon, t }: AnsweringProps) {
  const sending = answer?.state === "sending";
  const button = (decision: Answer["decision"], text: string) => {
    const busy = sending && answer.decision === decision;
    return (
      <button
        type="button"
        class={decision}
        aria-disabled={sending ? "true" : undefined}
        aria-busy={busy ? "true" : undefined}
        onClick={() => decisions.decide(proposal, decision)}
      >
        {busy && <i class="dots" aria-hidden="true" />}
        {text}
      </button>
    );
  };
  return (
    <div class="answering">
      {proposal.approval && <p class="hint">{t("deal_approval")}</p>}
      {(answer?.state === "failed" || answer?.state === "too_fast") && <Alert text={t(WENT_WRONG[answer.state])} />}
      {left < SOON && (
        <small>{t("deal_ends", { when: soon.format(Math.max(1, Math.round(left / MINUTE)), "minute") })}</small>
      )}
      {button("confirm", proposal.confirm)}
      {button("decline", proposal.decline)}
    </div>
  );
}
