import { Banner } from "@shopify/polaris";
import { deskTexts } from "./desk.texts.ts";
import type { ShownDesk } from "./shown-desk.ts";
import type { Deeds } from "./use-deeds.ts";

const words = deskTexts.composer;

type Props = { desk: ShownDesk; deeds: Deeds; me: { id: string } };

/** What stands in the way of writing, and what can be done about it. */
export function Refusal({ deeds: { trouble, act, forgive }, desk, me }: Props) {
  const other = desk.takenBy !== null && desk.takenBy.id !== me.id ? desk.takenBy : null;
  const refused = trouble && trouble.answer.kind !== "ok" ? deskTexts.refused(trouble.deed, trouble.answer) : null;
  const state =
    desk.status === "closed" ? words.closed : other && desk.status === "escalated" ? words.takes(other.name) : null;
  const text = refused ?? state;
  if (text === null) return null;
  const action =
    desk.status === "closed"
      ? { content: deskTexts.actions.reopen, onAction: () => void act({ deed: "reopen" }) }
      : other
        ? {
            content: deskTexts.takeFrom(other.name),
            onAction: () => void act({ deed: "take", from: other.id }),
          }
        : null;
  return (
    <Banner
      tone={refused === null ? "info" : "warning"}
      {...(action ? { action } : {})}
      {...(refused === null ? {} : { onDismiss: forgive })}
    >
      <p>{text}</p>
    </Banner>
  );
}
