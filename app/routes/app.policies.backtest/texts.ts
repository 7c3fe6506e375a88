import type { BacktestExample, BacktestOutcome, BacktestSource, MoneyWhen } from "../../policy/backtest-report.ts";
import type { Backtest } from "./use-backtest.ts";

const OUTCOMES: Record<BacktestOutcome, string> = {
  allow: "Allowed",
  needs_evidence: "Asked for evidence",
  needs_approval: "Needs approval",
  wait_until: "Asked to wait",
  escalate: "Goes to a person",
  deny: "Refused",
};
const MONEY: Record<MoneyWhen, string> = {
  allow: "Given at once",
  needs_approval: "After approval",
  needs_evidence: "After evidence",
};
const SOURCES: Record<BacktestSource, string> = {
  asked: "Asked by a shopper",
  possible: "Could be asked about the order as it is now",
};
type Failure = Exclude<Backtest["state"], "idle" | "running" | "done" | "cancelled">;
const FAILED: Record<Failure, { heading: string; text: string }> = {
  no_policy: {
    heading: "One of the policies cannot be read",
    text: "It may have been published or discarded since. Choose another one.",
  },
  no_permission: {
    heading: "Wherewithal is missing a permission",
    text: "Shopify does not let it list orders. Review the app’s permissions in Shopify.",
  },
  unavailable: {
    heading: "It could not go on",
    text: "Shopify or this app did not answer. What was found so far is below; you can go on from there.",
  },
};

const number = (count: number): string => count.toLocaleString("en-US");
const plural = (count: number, one: string, many = `${one}s`): string => `${number(count)} ${count === 1 ? one : many}`;

/** All words of the page that compares two policies. */
export const texts = {
  title: "Backtest",
  policies: "Policies",
  tryIt: "Try a policy",
  intro:
    "Run two policies over the requests of the last 90 days, and over what shoppers could ask about each order of that time. Nothing is offered, stored or changed.",
  form: {
    heading: "Policies to compare",
    before: "Now",
    after: "Instead",
    start: "Run backtest",
    again: "Run again",
    cancel: "Cancel",
    goOn: "Go on",
    same: "Choose two different policies.",
  },
  progress: "Share of the 90 days looked at",
  soFar: ({ report, orders, unread }: Backtest) => {
    const { asked, possible } = report.requests;
    const left = unread > 0 ? `; ${plural(unread, "order")} could not be read` : "";
    return `${plural(asked, "request")} of shoppers and ${plural(possible, "possible request")} about ${plural(orders, "order")}${left}`;
  },
  running: "Running",
  done: "Done",
  cancelled: "Cancelled. What was found until then is below.",
  full: "It stopped at 10,000 requests: older orders are not in it.",
  nothing: { heading: "Nothing to compare", text: "There were no orders and no requests in the last 90 days." },
  empty: { heading: "Not run yet", text: "Choose two policies and run them. A large store takes some minutes." },
  failed: FAILED,
  summary: {
    heading: "In short",
    same: "Every request is treated alike by both.",
    moved: (easier: number, harder: number) =>
      `${plural(easier, "request gets", "requests get")} further, ${plural(harder, "request gets", "requests get")} less far.`,
    each: "Each request is asked on its own: what would be given for one does not count against limits for the next.",
  },
  outcomes: { heading: "What becomes of them", column: "Outcome", kinds: OUTCOMES, difference: "Change" },
  money: {
    heading: "What it costs at most",
    column: "When",
    when: MONEY,
    none: "Neither gives anything.",
    note: "The best option of each request, as the policy prices it. Possible requests are not all made: compare the two, and do not budget with the sums.",
  },
  examples: {
    easier: "Requests that get further",
    harder: "Requests that get less far",
    none: "None.",
    first: (shown: number, count: number) => (shown < count ? `The first ${shown} of ${number(count)}.` : null),
    sources: SOURCES,
    of: (orderName: string, reason: string, items: BacktestExample["items"]) =>
      `${orderName}: ${reason}${items.length > 0 ? `, ${items.map(({ quantity, title }) => `${quantity} × ${title}`).join(", ")}` : ""}`,
  },
  signed: (value: number, words: string) => (value > 0 ? `+${words}` : value < 0 ? `−${words}` : words),
  number,
};
