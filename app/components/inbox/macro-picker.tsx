import { Button, InlineStack, Link } from "@shopify/polaris";
import { useState } from "react";
import type { OfferedMacro } from "../../inbox/macros/offered-macros.server.ts";
import { macroTexts as words } from "./macro.texts.ts";
import { PickField } from "./pick-field.tsx";
import { PickPopover } from "./pick-popover.tsx";
import { postJson } from "./post-json.ts";
import { useLoaded } from "./use-loaded.ts";

type Props = { conversationId: string; onPick: (text: string) => void; disabled?: boolean };

/** Puts a macro into an answer, with what this conversation knows in its blanks. */
export function MacroPicker({ conversationId, onPick, disabled = false }: Props) {
  return (
    <PickPopover label={words.open} disabled={disabled}>
      {(close) => (
        <Picker
          conversationId={conversationId}
          onPick={(macro) => {
            close();
            onPick(macro.text);
            // Only a figure: nobody waits for it, and nobody misses it.
            void postJson("/app/inbox/macros", { macroId: macro.id });
          }}
        />
      )}
    </PickPopover>
  );
}

function Picker({ conversationId, onPick }: { conversationId: string; onPick: (macro: OfferedMacro) => void }) {
  const [typed, setTyped] = useState("");
  const [loaded, again] = useLoaded<{ macros: OfferedMacro[] }>(
    `/app/inbox/macros?conversation=${encodeURIComponent(conversationId)}`,
  );
  const macros = loaded.kind === "known" ? loaded.value.macros : [];
  const shown = matching(macros, typed);
  return (
    <PickField
      label={words.search}
      value={typed}
      onChange={setTyped}
      options={shown.map(({ id, name, shortcut, text, missing }) => ({
        key: id,
        content: shortcut === null ? name : `${name} · ${shortcut}`,
        detail: missing.length > 0 ? words.gaps(missing.join(", ")) : shorten(text),
      }))}
      onTake={(index) => shown[index] && onPick(shown[index])}
      status={statusOf(loaded.kind, macros.length, shown.length)}
    >
      {loaded.kind === "failed" && <Button onClick={again}>{words.again}</Button>}
      {loaded.kind === "known" && macros.length === 0 && (
        <InlineStack>
          <Link url="/app/settings/macros">{words.manage}</Link>
        </InlineStack>
      )}
    </PickField>
  );
}

function statusOf(kind: "waiting" | "failed" | "known", all: number, shown: number): string {
  if (kind !== "known") return kind === "waiting" ? words.loading : words.failed;
  if (all === 0) return words.none;
  return shown === 0 ? words.noMatch : words.count(shown);
}

/** Those that have every typed word in them; one whose shortcut is typed is the first. */
function matching(macros: readonly OfferedMacro[], typed: string): OfferedMacro[] {
  const wanted = typed.trim().toLocaleLowerCase("en");
  const parts = wanted.split(/\s+/);
  const found = macros.filter(({ name, shortcut, text }) => {
    const all = `${name}\n${shortcut ?? ""}\n${text}`.toLocaleLowerCase("en");
    return parts.every((part) => all.includes(part));
  });
  return found.toSorted((a, b) => Number(b.shortcut === wanted) - Number(a.shortcut === wanted));
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 90 ? `${line.slice(0, 90)}…` : line;
}
