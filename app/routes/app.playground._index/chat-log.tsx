import { BlockStack, Button, InlineStack, Spinner, Text } from "@shopify/polaris";
import { DrawnCard } from "../../components/drawn-card.tsx";
import { AgentText, PlainText } from "../../components/plain-text.tsx";
import { SaidBox } from "../../components/said-box.tsx";
import type { ConversationEvent } from "../../conversations/events.ts";
import { texts } from "./texts.ts";
import type { PlayedTurn } from "./use-playground.ts";

const words = texts.chat;
type Answer = (decision: "confirm" | "decline") => void;

/** The conversation as its shopper would see it, with the notes that only people of the shop get. */
export function ChatLog({ turns, isRunning, onAnswer }: { turns: PlayedTurn[]; isRunning: boolean; onAnswer: Answer }) {
  if (turns.length === 0) return <Text as="p">{words.empty}</Text>;
  const events = turns.flatMap((turn) => turn.events);
  const settled = new Set(events.flatMap((event) => (event.type === "resolution" ? [event.id] : [])));
  const open = events.findLast((event) => event.type === "proposal" && !settled.has(event.id));
  const last = turns.at(-1);
  return (
    <BlockStack gap="300">
      {events.map((event) => (
        <Shown key={event.seq} event={event} answer={event === open && !isRunning ? onAnswer : null} />
      ))}
      {last && last.partial !== "" && (
        <SaidBox by={words.authors.agent}>
          <AgentText text={last.partial} />
        </SaidBox>
      )}
      {isRunning && (
        <InlineStack gap="200" blockAlign="center">
          <Spinner size="small" accessibilityLabel={words.working} />
          <Text as="span" tone="subdued">
            {statusOf(last)}
          </Text>
        </InlineStack>
      )}
    </BlockStack>
  );
}

function statusOf(turn: PlayedTurn | undefined): string {
  const told = turn?.events.findLast((event) => event.type === "status");
  return told?.type === "status" ? told.text : words.working;
}

function Shown({ event, answer }: { event: ConversationEvent; answer: Answer | null }) {
  switch (event.type) {
    case "message":
      return (
        <SaidBox by={words.authors[event.author]} filled={event.author === "shopper"}>
          {event.author === "agent" ? <AgentText text={event.text} /> : <PlainText text={event.text} />}
          {event.attachments && event.attachments.length > 0 && <Note text={words.photo} />}
        </SaidBox>
      );
    case "proposal":
      return (
        <DrawnCard card={event}>
          {answer && (
            <>
              <Button variant="primary" onClick={() => answer("confirm")}>
                {event.confirm}
              </Button>
              <Button onClick={() => answer("decline")}>{event.decline}</Button>
            </>
          )}
        </DrawnCard>
      );
    case "resolution":
      return event.text === "" ? null : (
        <SaidBox by={words.authors.system}>
          <PlainText text={event.text} />
        </SaidBox>
      );
    case "verification":
      return event.state === "verified" ? <Note text={words.verified(event.orderName)} /> : null;
    case "escalation":
      return (
        <SaidBox by={words.authors.system}>
          <PlainText text={event.text} />
          <Note text={words.handed} />
        </SaidBox>
      );
    case "error":
      return <Note text={event.text} />;
    // What is no word to the shopper stands beside the conversation.
    case "brief":
    case "card":
    case "closed":
    case "contact":
    case "delta":
    case "handling":
    case "model":
    case "note":
    case "rating":
    case "status":
    case "takeover":
    case "tool":
    case "typing":
      return null;
  }
}

function Note({ text }: { text: string }) {
  return (
    <Text as="p" tone="subdued" variant="bodySm" breakWord>
      {text}
    </Text>
  );
}
