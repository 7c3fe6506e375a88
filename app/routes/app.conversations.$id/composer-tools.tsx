import type { ComponentType } from "react";
import { DraftButton } from "../../components/inbox/draft-button.tsx";
import { KnowledgePicker } from "../../components/inbox/knowledge-picker.tsx";
import { MacroPicker } from "../../components/inbox/macro-picker.tsx";

/** `onPick` puts text where the reply goes on. */
type Given = { conversationId: string; onPick: (text: string) => void; disabled: boolean };

/** What helps to write, in the order in which it stands beside the button for photos. */
const TOOLS: readonly ComponentType<Given>[] = [MacroPicker, KnowledgePicker, DraftButton];

export function ComposerTools(given: Given) {
  return TOOLS.map((Tool, index) => <Tool key={index} {...given} />);
}
