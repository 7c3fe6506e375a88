import { firstGap } from "../../inbox/macros/render-macro.ts";

/** Goes on in a field: at its first gap, so that what is typed fills it, or else at its end. */
export function focusField(id: string): void {
  // What was put into it, and the field of another tab, are there with the next frame.
  requestAnimationFrame(() => {
    const field = document.getElementById(id) as HTMLTextAreaElement | null;
    if (!field) return;
    field.focus();
    const gap = firstGap(field.value);
    const [from, to] = gap ? [gap.at, gap.at + gap.text.length] : [field.value.length, field.value.length];
    field.setSelectionRange(from, to);
  });
}
