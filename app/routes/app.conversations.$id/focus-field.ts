import { settleFocus } from "../../components/settle-focus.ts";
import { firstGap } from "../../inbox/macros/render-macro.ts";

/** Goes on in a field: at its first gap, so that what is typed fills it, or else at its end. */
export function focusField(id: string): void {
  let seen: string | null = null;
  settleFocus(id, (field) => {
    // What was put into it may be there a little later than it itself.
    if (!(field instanceof HTMLTextAreaElement) || field.value === seen) return;
    seen = field.value;
    const gap = firstGap(seen);
    const [from, to] = gap ? [gap.at, gap.at + gap.text.length] : [seen.length, seen.length];
    field.setSelectionRange(from, to);
  });
}
