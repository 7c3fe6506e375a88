/** @jsxImportSource ../dom */
/** What stands above the composer: the menu, and what it opens, which is loaded for it. */
import type { View } from "./kit.tsx";

export function SheetView({ view }: { view: View }) {
  const { state, t, ui, open, people } = view;
  if (ui.sheet === null) return null;
  if (ui.sheet !== "menu") return people.get()?.sheet(ui.sheet, view);
  return (
    <div key="menu" class="sheet" role="group" aria-label={t("menu")}>
      {(["find", "rate", "copy", "over"] as const).map(
        (sheet) =>
          (sheet !== "copy" || (state.settings.mail && state.last > 0)) && (
            <button type="button" class="row" onClick={() => void people.need().then(() => open(sheet))}>
              {t(sheet)}
            </button>
          ),
      )}
    </div>
  );
}
