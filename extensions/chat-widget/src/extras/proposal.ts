/**
 * A proposal as its card shows it. What the server sent is read leniently here, and all its strings are cleaned; what a
 * shopper says yes to is the digest, which is passed on as it came.
 */
import type { ProposalCard } from "#app/resolutions/proposal-card.ts";
import { bag, list, maybe, text } from "../panel/decode.ts";

type Known = "id" | "digest" | "orderName" | "title" | "lines" | "sends" | "amounts" | "destination" | "address";
export type Proposal = Pick<ProposalCard, Known | "notes" | "confirm" | "decline" | "approval" | "expiresAt">;
export type ProposalLine = Proposal["lines"][number];

const read = new WeakMap<object, Proposal>();

export function readProposal(raw: Record<string, unknown>): Proposal {
  const known = read.get(raw);
  if (known) return known;
  const address = bag(raw.address);
  const proposal: Proposal = {
    id: text(raw.id),
    digest: text(raw.digest),
    orderName: text(raw.orderName),
    title: text(raw.title),
    lines: list(raw.lines).map(bag).map(line),
    sends: list(raw.sends).map(bag).map(line),
    amounts: list(raw.amounts)
      .map(bag)
      .map((one) => ({ label: text(one.label), text: text(one.text), total: one.total === true })),
    destination: maybe(raw.destination),
    address: raw.address
      ? {
          label: text(address.label),
          lines: list(address.lines).map(text).filter(Boolean),
          before: address.before ? list(address.before).map(text).filter(Boolean) : null,
        }
      : null,
    notes: list(raw.notes).map(text).filter(Boolean),
    confirm: text(raw.confirm),
    decline: text(raw.decline),
    approval: raw.approval === true,
    expiresAt: text(raw.expiresAt),
  };
  read.set(raw, proposal);
  return proposal;
}

const line = (raw: Record<string, unknown>): ProposalLine => ({
  title: text(raw.title),
  variant: maybe(raw.variant),
  quantity: Number(raw.quantity) || 1,
  image: maybe(raw.image),
});
