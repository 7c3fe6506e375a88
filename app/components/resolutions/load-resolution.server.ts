import { orderPath } from "../order-path.ts";
import { resolutionTexts } from "../resolution.texts.ts";
import { shopTime } from "../shop-time.ts";
import { findConversation } from "../../conversations/conversations.server.ts";
import { findProposal } from "../../conversations/find-proposal.server.ts";
import { sentPhotos } from "../../conversations/photos/attachments.server.ts";
import { signPhotoLink } from "../../conversations/photos/photo-link.server.ts";
import { settledByHandText } from "../../conversations/resolution-texts.ts";
import { formatMoney } from "../../orders/money.ts";
import { aboutRule } from "../../policy/about-rule.ts";
import { divisibleAmount } from "../../resolutions/lesser.ts";
import { type PriorResolution, priorResolutions } from "../../resolutions/prior-resolutions.server.ts";
import type { ProposalCard } from "../../resolutions/proposal-card.ts";
import { type LedgerEntry, type LedgerStep, readResolution } from "../../resolutions/read-resolution.server.ts";
import { isOver } from "../../resolutions/states.ts";
import { shopAdminUrl } from "../../shopify/gateway.server.ts";
import { may } from "../../staff/may.ts";
import type { Staff } from "../../staff/staff.ts";
import { whoMayApprove } from "../../staff/team.server.ts";
import { shopProfile } from "../../shopify/shop-profile.server.ts";
import { type Fact, planInWords, type TitleOf, unitsInWords } from "./plan-words.ts";
import { texts } from "./resolution-page.texts.ts";

export type Shown = NonNullable<Awaited<ReturnType<typeof loadResolution>>>;
export type ShownStep = ReturnType<typeof shownStep>;
type When = (at: Date) => { at: string; when: string };

/** A resolution's page in words; null when the shop has no such resolution. */
export async function loadResolution(shop: string, id: string, staff: Staff) {
  const [entry, { timeZone }] = await Promise.all([readResolution(shop, id), shopProfile(shop)]);
  if (!entry) return null;
  const { row, steps, units } = entry;
  const { proposal, orderName, locale } = row;
  const key = { shop, conversationId: row.conversationId };
  const mayRead = may(staff, "read_conversations").kind === "yes";
  const [conversation, card, photos, prior, approvers] = await Promise.all([
    findConversation(key),
    findProposal(key, id),
    sentPhotos(key),
    priorResolutions(row),
    row.state === "awaiting_approval" ? whoMayApprove(shop, proposal.value.shop) : [],
  ]);
  const words = shopTime(timeZone);
  const when: When = (at) => ({ at: at.toISOString(), when: words(at.toISOString()) });
  const titleOf = titles(row.proposal.units, card);
  return {
    id,
    state: row.state,
    isOver: isOver(row.state),
    title: `${resolutionTexts.kinds[proposal.kind]} · ${formatMoney(proposal.value.shop, "en-US")}`,
    orderName,
    plan: planFacts(entry, titleOf),
    verdict: {
      version: proposal.policyVersion,
      needsApproval: proposal.needsApproval,
      rules: proposal.rules.map(({ id: rule, said }) => ({ id: rule, about: aboutRule(rule) ?? rule, said })),
    },
    history: historyOf(entry, when),
    timeZone,
    steps: steps.map((step) => shownStep(step, when)),
    partDone: steps.some(({ state }) => state === "done"),
    outcome: outcomeOf(entry),
    units: unitsInWords(units, titleOf),
    links: {
      mayRead,
      conversation: conversation && mayRead ? `/app/conversations/${row.conversationId}` : null,
      explained: orderPath(orderName),
      admin: shopAdminUrl(shop, `/orders/${/\/(\d+)$/.exec(row.orderId)?.[1] ?? ""}`),
    },
    photos: mayRead ? photos.map((photo) => ({ ...photo, url: signPhotoLink(shop, photo.id) })) : [],
    hidden: photos.length > 0 && !mayRead,
    prior: prior.map((one) => shownPrior(one, when)),
    allowed: {
      approve: may(staff, "approve", proposal.value.shop),
      refuse: may(staff, "refuse"),
      retry: may(staff, "retry"),
      settle: may(staff, "settle_by_hand"),
    },
    approvers,
    limit: staff.limit && formatMoney(staff.limit, "en-US"),
    divisible: divisibleAmount(proposal.plan),
    expires: words(row.expiresAt.toISOString()),
    language: new Intl.DisplayNames("en", { type: "language", fallback: "code" }).of(locale.slice(0, 2)) ?? locale,
    toldByHand: { succeeded: settledByHandText("succeeded", locale), failed: settledByHandText("failed", locale) },
  };
}

/** The card has a line for each line item among the units, in their order. */
function titles(units: LedgerEntry["row"]["proposal"]["units"], card: ProposalCard | null): TitleOf {
  const items = units.filter(({ line }) => line.startsWith("gid://"));
  if (items.length !== card?.lines.length) return () => null;
  const known = new Map(
    card.lines.map(({ title, variant }, index) => [
      items[index]?.line,
      variant === null ? title : `${title}, ${variant}`,
    ]),
  );
  return (line) => known.get(line) ?? null;
}

function planFacts({ row }: LedgerEntry, titleOf: TitleOf): Fact[] {
  const { plan, units, reason, value } = row.proposal;
  const items = unitsInWords(units, titleOf);
  const asked = row.confirmed && divisibleAmount(row.confirmed.plan);
  return [
    { term: texts.plan.reason, values: [resolutionTexts.reasons[reason]] },
    ...(items.length > 0 ? [{ term: texts.plan.items, values: items }] : []),
    ...(asked ? [{ term: texts.plan.confirmed, values: [formatMoney(asked, "en-US")] }] : []),
    ...planInWords(plan, titleOf),
    { term: texts.plan.worth, values: [formatMoney(value.shop, "en-US")] },
  ];
}

function shownPrior({ id, orderName, kind, state, value, createdAt }: PriorResolution, when: When) {
  const title = `${resolutionTexts.kinds[kind]} · ${formatMoney(value, "en-US")}`;
  return { id, state, title, orderName, created: when(createdAt) };
}

function historyOf({ row }: LedgerEntry, when: When): (Fact & { at: string | null })[] {
  const { history } = texts;
  const entry = (term: string, at: Date | null) =>
    at ? [{ term, values: [when(at).when], at: at.toISOString() }] : [];
  const { approvedBy, approvedAt, settledAt, state, attempts, outcome } = row;
  const refused = approvedBy !== null && approvedAt === null;
  const settled = outcome?.settledBy === undefined ? history.settled : history.settledBy(outcome.settledBy);
  const open = state === "proposed" || state === "awaiting_approval";
  return [
    ...entry(history.offered, row.createdAt),
    ...entry(history.confirmed, row.confirmedAt),
    ...(approvedBy === null
      ? []
      : entry(row.confirmed ? history.approvedLess(approvedBy) : history.approved(approvedBy), approvedAt)),
    ...entry(refused ? history.refused(approvedBy) : settled, settledAt),
    ...(open ? entry(history.expires, row.expiresAt) : []),
    ...(attempts > 0 ? [{ term: history.attempts, values: [String(attempts)], at: null }] : []),
    ...(state === "executing" ? entry(history.next, row.nextAt) : []),
  ];
}

function shownStep({ step, state, result, calls, startedAt, finishedAt }: LedgerStep, when: When) {
  const known = Object.entries(result ?? {}).filter(([, value]) => value !== null && value !== "");
  return {
    name: texts.steps.name(step),
    state,
    calls: texts.steps.calls(calls),
    started: when(startedAt),
    finished: state === "calling" || finishedAt === null ? null : when(finishedAt),
    known: known.map(([name, value]) => `${texts.steps.result(name)}: ${String(value)}`),
  };
}

function outcomeOf({ row: { outcome } }: LedgerEntry): Fact[] {
  if (!outcome) return [];
  const { text, staff, amount, newOrderName, url } = outcome;
  const words = texts.outcome;
  const facts: [string, string | null][] = [
    [words.known, staff],
    [words.amount, amount],
    [words.order, newOrderName],
    [words.link, url],
    [words.told, text],
  ];
  return facts.flatMap(([term, value]) => (value === null || value === "" ? [] : [{ term, values: [value] }]));
}
