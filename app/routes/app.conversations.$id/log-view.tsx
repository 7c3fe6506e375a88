import { BlockStack, Box, Button, InlineStack, Text } from "@shopify/polaris";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { PlainText } from "../../components/plain-text.tsx";
import { deskTexts } from "./desk.texts.ts";
import { Transcript } from "./transcript.tsx";
import type { LiveDesk } from "./use-desk.ts";

const words = deskTexts.live;
/** Pixels from the end within which somebody reads along. */
const NEAR_END = 120;

type Props = { live: LiveDesk; earlier: number | null; isNewest: boolean };

/** The transcript, which stays where somebody reads it, and follows along for who is at its end. */
export function LogView({ live, earlier, isNewest }: Props) {
  const { entries, newest, typing, partial } = live;
  const end = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const [isAway, setAway] = useState(false);

  useEffect(() => {
    const pane = scrolledBy(end.current);
    if (!pane) return;
    const look = () => {
      isAtEnd.current = pane.scrollHeight - pane.scrollTop - pane.clientHeight < NEAR_END;
      setAway(!isAtEnd.current);
    };
    const target = pane === document.scrollingElement ? window : pane;
    target.addEventListener("scroll", look, { passive: true });
    // Of a part that is longer than the pane, what came last is what is wanted first.
    if (isNewest && pane !== document.scrollingElement) pane.scrollTop = pane.scrollHeight;
    look();
    return () => target.removeEventListener("scroll", look);
  }, [isNewest]);

  useLayoutEffect(() => {
    if (newest === null && partial === null && !typing) return;
    const pane = scrolledBy(end.current);
    if (pane && isAtEnd.current) pane.scrollTop = pane.scrollHeight;
  }, [newest, partial, typing]);

  return (
    <BlockStack gap="400">
      <Transcript entries={entries} earlier={earlier} isNewest={isNewest} />
      {isNewest && partial !== null && (
        <Box padding="300" borderRadius="300" borderWidth="025" borderColor="border-secondary">
          <Text as="p" tone="subdued" variant="bodySm">
            {words.agent}
          </Text>
          <PlainText text={partial} />
        </Box>
      )}
      {isNewest && typing && (
        <Text as="p" tone="subdued" variant="bodySm">
          {words.typing}
        </Text>
      )}
      {isNewest && isAway && (
        <div style={{ position: "sticky", insetBlockEnd: "var(--p-space-200)", zIndex: 1 }}>
          <InlineStack align="center">
            <Button
              onClick={() => end.current?.scrollIntoView({ block: "end" })}
              size="slim"
            >{`↓ ${words.newest}`}</Button>
          </InlineStack>
        </div>
      )}
      <div ref={end} />
    </BlockStack>
  );
}

/** What scrolls the log: the pane it is in, or the page on a phone. */
function scrolledBy(element: HTMLElement | null): Element | null {
  const pane = element?.closest("[data-pane]") ?? null;
  if (pane && getComputedStyle(pane).overflowY !== "visible") return pane;
  return element ? document.scrollingElement : null;
}
