import { ShortcutsHelp } from "../../components/inbox/shortcuts-help.tsx";
import { OUTCOMES } from "../../inbox/outcomes.ts";
import type { SavedFilters, SavedView } from "../../inbox/queue/saved-views.server.ts";
import { SNOOZE_CHOICES } from "../../inbox/snooze-choices.ts";
import { ChoiceDialog } from "./choice-dialog.tsx";
import { SavedViews } from "./saved-views.tsx";
import { conversationTexts } from "../../components/conversation.texts.ts";
import { texts } from "./texts.ts";
import type { useBulk } from "./use-bulk.ts";

export type InboxDialog = "close" | "snooze" | "help" | "views";

const OUTCOME_CHOICES = OUTCOMES.map((id) => ({ id, label: conversationTexts.outcomes[id] }));
const SNOOZES = SNOOZE_CHOICES.map((id) => ({ id, label: texts.snooze[id] }));

type Props = {
  open: InboxDialog | null;
  /** How many conversations it is about. */
  rows: number;
  saved: SavedView[];
  /** What a view that is saved now would lead to. */
  shown: SavedFilters;
  onOrder: (order: Parameters<ReturnType<typeof useBulk>["run"]>[0]) => void;
  onGo: (view: SavedView) => void;
  onClose: () => void;
};

/** What the inbox asks before it does something, and what it has to say of itself. */
export function InboxDialogs({ open, rows, saved, shown, onOrder, onGo, onClose }: Props) {
  return (
    <>
      {open === "close" && (
        <ChoiceDialog
          title={texts.bulk.closeHeading(rows)}
          choices={OUTCOME_CHOICES}
          againKey="e"
          onChoose={(outcome) => onOrder({ kind: "close", outcome })}
          onClose={onClose}
        />
      )}
      {open === "snooze" && (
        <ChoiceDialog
          title={texts.bulk.snoozeHeading(rows)}
          choices={SNOOZES}
          againKey="s"
          onChoose={(choice) => onOrder({ kind: "snooze", choice })}
          onClose={onClose}
        />
      )}
      {open === "views" && <SavedViews views={saved} shown={shown} onGo={onGo} onClose={onClose} />}
      <ShortcutsHelp open={open === "help"} onClose={onClose} shortcuts={texts.shortcuts} />
    </>
  );
}
