import { BlockStack, Box, Button, InlineStack, Tabs, Text, TextField } from "@shopify/polaris";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { MentionField } from "../../components/inbox/note-field.tsx";
import { noteTexts } from "../../components/inbox/note.texts.ts";
import { codePoints, MOST_REPLY_CHARACTERS, MOST_REPLY_PHOTOS } from "../../inbox/deeds.ts";
import { gapsIn } from "../../inbox/macros/render-macro.ts";
import { mentionedIn } from "../../inbox/mention-words.ts";
import type { Person } from "../../staff/audit.ts";
import { AttachedPhotos } from "./attached-photos.tsx";
import { ComposerTools } from "./composer-tools.tsx";
import { deskTexts } from "./desk.texts.ts";
import { focusField } from "./focus-field.ts";
import { Refusal } from "./refusal.tsx";
import type { ShownDesk } from "./shown-desk.ts";
import type { Deeds } from "./use-deeds.ts";
import type { Tab, useDraftText } from "./use-draft-text.ts";
import { usePhotos } from "./use-photos.ts";
import { useTyping } from "./use-typing.ts";

const words = deskTexts.composer;
const TABS: readonly Tab[] = ["reply", "note"];
/** From here on it is said how long a text may be. */
const NEAR = MOST_REPLY_CHARACTERS * 0.9;

type Props = {
  conversationId: string;
  /** This page, among all that have the conversation open. */
  page: string;
  me: { id: string; name: string | null };
  members: readonly Person[];
  desk: ShownDesk;
  deeds: Deeds;
  text: ReturnType<typeof useDraftText>;
  tab: Tab;
  onTab: (tab: Tab) => void;
  fieldId: string;
};

/** Where people write to the shopper, or to each other. What was typed stays until it has been sent. */
export function Composer({ conversationId, page, me, members, desk, deeds, text, tab, onTab, fieldId }: Props) {
  const typing = useTyping(conversationId, page);
  const photos = usePhotos(conversationId);
  // The same words sent again are the same message, however the answer to the first time got lost.
  const sending = useRef<{ id: string; what: string } | null>(null);
  const [told, setTold] = useState(false);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const panelId = useId();
  const typed = text.drafts[tab];
  const count = codePoints(typed.trim());
  const isTooLong = count > MOST_REPLY_CHARACTERS;
  const isReply = tab === "reply";
  const gaps = isReply ? gapsIn(typed) : [];
  const mentioned = isReply ? [] : mentionedIn(typed, members, picked);
  const nothing = count === 0 && !(isReply && photos.photos.length > 0);
  const busy = deeds.busy === "reply" || deeds.busy === "note";
  const other = desk.takenBy !== null && desk.takenBy.id !== me.id ? desk.takenBy : null;
  const isShut = isReply && (desk.status === "closed" || other !== null);

  const send = async () => {
    setTold(true);
    if (nothing || isTooLong || busy || isShut || (isReply && photos.isUploading)) return;
    if (gaps.length > 0) {
      focusField(fieldId);
      return;
    }
    const photoIds = isReply ? photos.photos.map(({ id }) => id) : [];
    const what = JSON.stringify([tab, typed, photoIds]);
    if (sending.current?.what !== what) sending.current = { id: crypto.randomUUID(), what };
    const { id } = sending.current;
    const answer = isReply
      ? await deeds.act({ deed: "reply", clientMessageId: id, text: typed, photoIds })
      : await deeds.act({ deed: "note", noteId: id, text: typed, mentions: mentioned.map(({ id: who }) => who) });
    if (answer.kind !== "ok") return;
    sending.current = null;
    setTold(false);
    setPicked(new Set());
    typing.stop();
    // What was typed while it was on its way stays.
    text.write(tab, (now) => (now === typed ? "" : now));
    if (isReply) photos.clear();
  };

  const press = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    }
    if (event.key === "Escape" && event.target instanceof HTMLElement) event.target.blur();
  };
  const help = isReply ? words.replyHelp(me.name) : words.noteHelp;
  const means = mentioned.length > 0 ? noteTexts.mentions(words.list(mentioned.map(({ name }) => name))) : null;
  const takes = isReply && desk.takenBy?.id !== me.id && !isShut ? words.takes(null) : null;
  const length = count > NEAR ? words.characters(count, MOST_REPLY_CHARACTERS) : null;
  const blanks = gaps.length > 0 ? words.gaps(gaps) : null;
  const error = told ? (isTooLong ? words.tooLong(MOST_REPLY_CHARACTERS) : blanks) : null;
  const field = {
    id: fieldId,
    label: isReply ? words.reply : words.note,
    value: typed,
    helpText: [help, takes, means, error === blanks ? null : blanks, length].filter(Boolean).join(" "),
    ...(error === null ? {} : { error }),
    onChange(value: string) {
      text.write(tab, value);
      typing.type(tab);
    },
    onBlur: typing.stop,
  };
  return (
    <Box background="bg-surface" borderBlockStartWidth="025" borderColor="border" padding="300">
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the field inside */}
      <section aria-label={words.heading} onKeyDown={press}>
        <BlockStack gap="200">
          <Tabs
            tabs={TABS.map((id) => ({ id: `${panelId}-${id}`, content: words.tabs[id], panelID: panelId }))}
            selected={TABS.indexOf(tab)}
            onSelect={(index) => onTab(TABS[index] ?? "reply")}
          />
          <div id={panelId} role="tabpanel" aria-labelledby={`${panelId}-${tab}`}>
            <BlockStack gap="200">
              <Refusal deeds={deeds} desk={desk} me={me} />
              {isReply ? (
                <TextField
                  {...field}
                  labelHidden
                  placeholder={field.label}
                  multiline={3}
                  maxHeight={240}
                  autoComplete="off"
                />
              ) : (
                <MentionField
                  {...field}
                  members={members}
                  onMention={({ id }) => setPicked((before) => new Set([...before, id]))}
                />
              )}
              {isReply && <AttachedPhotos photos={photos} most={MOST_REPLY_PHOTOS} />}
              <InlineStack align="space-between" blockAlign="center" gap="200">
                <InlineStack align="start" gap="200" blockAlign="center">
                  {isReply && <AttachedPhotos.Button photos={photos} most={MOST_REPLY_PHOTOS} />}
                  {isReply && (
                    <ComposerTools
                      conversationId={conversationId}
                      disabled={isShut}
                      onPick={(more) => {
                        text.write(tab, (now) => (now.trim() === "" ? more : `${now.trimEnd()}\n${more}`));
                        focusField(fieldId);
                      }}
                    />
                  )}
                </InlineStack>
                <InlineStack align="start" gap="200" blockAlign="center">
                  <Text as="span" tone="subdued" variant="bodySm">
                    {words.sendHelp}
                  </Text>
                  <Button
                    variant="primary"
                    onClick={() => void send()}
                    loading={busy}
                    disabled={nothing || isShut || isTooLong || (isReply && photos.isUploading)}
                  >
                    {isReply ? words.send : words.save}
                  </Button>
                </InlineStack>
              </InlineStack>
            </BlockStack>
          </div>
        </BlockStack>
      </section>
    </Box>
  );
}
