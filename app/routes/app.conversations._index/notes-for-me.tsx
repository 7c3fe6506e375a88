import { Link } from "@remix-run/react";
import { Box, InlineStack, Text } from "@shopify/polaris";
import type { UnreadNotes } from "../../inbox/mentions.server.ts";
import { texts } from "./texts.ts";

/** One line that leads to the newest; who has opened the conversation has read what is in it. */
export function NotesForMe({ notes: { count, conversationId, by, excerpt } }: { notes: UnreadNotes }) {
  return (
    <Box paddingBlockEnd="300" paddingInline={{ xs: "400", sm: "0" }}>
      <InlineStack gap="200" blockAlign="baseline">
        <Link to={`/app/conversations/${conversationId}`}>{texts.notes.unread(count)}</Link>
        <Text as="span" tone="subdued" breakWord>
          {texts.notes.newest(by, excerpt)}
        </Text>
      </InlineStack>
    </Box>
  );
}
