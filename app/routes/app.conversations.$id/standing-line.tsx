import { Badge, Banner, BlockStack, InlineStack, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { conversationTexts } from "../../components/conversation.texts.ts";
import type { Connection } from "../../components/inbox/keep-following.ts";
import type { Doing, Present } from "../../inbox/presence.ts";
import { deskTexts } from "./desk.texts.ts";
import type { ShownDesk } from "./shown-desk.ts";

const words = deskTexts.standing;
const LOOK_EVERY_MS = 30_000;

/** Whose it is and by when, in a line. */
export function StandingLine({ desk, me }: { desk: ShownDesk; me: string }) {
  const isOverdue = useIsPast(desk.due?.at ?? null);
  const priority = desk.status === "escalated" ? words.priorities[desk.priority] : null;
  return (
    <InlineStack gap="200" blockAlign="center">
      <Text as="span" breakWord>
        {whose(desk, me)}
      </Text>
      {desk.status === "escalated" && desk.waitsFor === "shopper" && (
        <Text as="span" tone="subdued">
          {words.shopper}
        </Text>
      )}
      {priority !== null && priority !== undefined && (
        <Badge {...(desk.priority === 1 ? { tone: "critical" } : desk.priority === 2 ? { tone: "warning" } : {})}>
          {priority}
        </Badge>
      )}
      {desk.due && (
        <Badge tone={isOverdue ? "critical" : "attention"}>
          {isOverdue ? words.overdue(desk.due.when) : words.due(desk.due.when)}
        </Badge>
      )}
      {desk.snoozed && <Badge>{words.snoozed(desk.snoozed.when)}</Badge>}
    </InlineStack>
  );
}

function whose({ status, takenBy, assignedTo, outcome }: ShownDesk, me: string): string {
  if (status === "closed") return words.closed(outcome && conversationTexts.outcome(outcome));
  if (status === "open") return words.agent;
  if (takenBy) return takenBy.id === me ? words.me : words.taken(takenBy.name);
  if (assignedTo) return assignedTo.id === me ? words.assignedMe : words.assigned(assignedTo.name);
  return words.nobody;
}

/** The server's first page knows no browser's clock: nothing is past until it is looked at. */
function useIsPast(at: string | null): boolean {
  const [isPast, setIsPast] = useState(false);
  useEffect(() => {
    const look = () => setIsPast(at !== null && Date.parse(at) < Date.now());
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [at]);
  return isPast;
}

const DOINGS: readonly Doing[] = ["writing", "noting", "looking"];

/** Colleagues who are here, too, and what came of the connection. */
export function Company({ present, connection }: { present: readonly Present[]; connection: Connection }) {
  const lines = DOINGS.flatMap((doing) => {
    const names = present.filter((one) => one.doing === doing).map(({ person }) => person.name);
    return names.length > 0 ? [{ doing, text: deskTexts.present(doing, names) }] : [];
  });
  return (
    <BlockStack gap="200">
      <div role="status">
        {lines.map(({ doing, text }) => (
          <InlineStack key={doing}>
            <Badge tone={doing === "looking" ? "info" : "warning"}>{text}</Badge>
          </InlineStack>
        ))}
      </div>
      {connection === "lost" && (
        <Banner tone="warning">
          <p>{deskTexts.connection.lost}</p>
        </Banner>
      )}
      {connection === "refused" && (
        <Banner
          tone="warning"
          action={{ content: deskTexts.connection.reload, onAction: () => window.location.reload() }}
        >
          <p>{deskTexts.connection.refused}</p>
        </Banner>
      )}
    </BlockStack>
  );
}
