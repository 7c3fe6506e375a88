import type { DatabaseKind } from "../support/databases.ts";
import type { Row } from "./audit.ts";

export type CampaignOptions = {
  database: DatabaseKind;
  /** The same seed gives the same shoppers, words, faults and moments; what the machine makes of them may differ. */
  seed: number;
  rounds: number;
  shoppers: number;
  say: (line: string) => void;
  /** Of the guards that are switched off, those with this in their name. */
  guard?: string | undefined;
};

export type CampaignResult = {
  rows: Row[];
  /** What happened, in numbers: deaths, messages, faults. */
  happened: Record<string, number>;
};

/** Bad luck to order, on a whole system; then an audit of what became of everybody's messages. */
export type Campaign = (options: CampaignOptions) => Promise<CampaignResult>;
