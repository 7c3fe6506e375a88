import { Banner, BlockStack, InlineStack, Button, Text } from "@shopify/polaris";
import { useEffect, useRef, useState } from "react";
import { playgroundTexts } from "../../components/playground/playground.texts.ts";
import { TitledCard } from "../../components/titled-card.tsx";
import type { Persona } from "../../playground/persona.ts";
import { ChatLog } from "./chat-log.tsx";
import { Composer } from "./composer.tsx";
import { SaveCase } from "./save-case.tsx";
import { texts } from "./texts.ts";
import type { usePlayground } from "./use-playground.ts";

type Props = { play: ReturnType<typeof usePlayground>; persona: Persona };

/** The conversation itself, and where to go on with it. */
export function ChatCard({ play, persona }: Props) {
  const { turns, trouble, isRunning } = play.playing;
  const [saving, setSaving] = useState(false);
  const log = useRef<HTMLDivElement>(null);
  const shown = turns.at(-1);
  useEffect(() => {
    log.current?.scrollTo({ top: log.current.scrollHeight });
  }, [shown]);
  return (
    <TitledCard title={texts.chat.heading}>
      <div
        ref={log}
        role="log"
        aria-label={texts.chat.log}
        aria-busy={isRunning}
        // What scrolls has to be reached without a mouse.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        style={{ maxHeight: "55vh", minHeight: "8rem", overflowY: "auto" }}
      >
        <ChatLog
          turns={turns}
          isRunning={isRunning}
          onAnswer={(decision) => void play.say({ kind: "answer", decision })}
        />
      </div>
      {trouble !== null && (
        <div role="alert">
          <Banner tone="warning" title={playgroundTexts.trouble[trouble].title}>
            <p>{playgroundTexts.trouble[trouble].text}</p>
          </Banner>
        </div>
      )}
      <Composer say={play.say} cancel={play.cancel} isRunning={isRunning} />
      {turns.length > 0 && !isRunning && (
        <BlockStack gap="200">
          <InlineStack>
            <Button onClick={() => setSaving(true)}>{texts.chat.save}</Button>
          </InlineStack>
        </BlockStack>
      )}
      {saving && <SaveCase turns={turns} persona={persona} onClose={() => setSaving(false)} />}
      <div role="status">
        <Text as="p" visuallyHidden>
          {isRunning ? texts.chat.working : ""}
        </Text>
      </div>
    </TitledCard>
  );
}
