import type { Present } from "../../inbox/presence.ts";
import type { Piece } from "./pieces.ts";
import type { ShownDesk } from "./shown-desk.ts";

/** What the page is sent while it is open. */
export type DeskFrame =
  /** Something was added to the log. */
  | { kind: "piece"; piece: Piece }
  /** Something was added that leaves no trace on the page: its number alone. */
  | { kind: "passed"; seq: number }
  /** Where it stands, whenever that may have changed. */
  | { kind: "desk"; desk: ShownDesk }
  /** Words of an answer of the agent's that is not whole yet. */
  | { kind: "delta"; messageId: string; text: string }
  /** Whether the shopper writes right now. */
  | { kind: "typing"; on: boolean }
  /** Colleagues who have it open, too. */
  | { kind: "present"; present: Present[] };
