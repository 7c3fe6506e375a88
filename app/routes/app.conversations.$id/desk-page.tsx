import { useRevalidator, useSearchParams } from "@remix-run/react";
import { TitleBar } from "@shopify/app-bridge-react";
import { BlockStack, InlineStack, Page } from "@shopify/polaris";
import { useEffect, useId, useState } from "react";
import { ConversationStatusBadge } from "../../components/conversation-status.tsx";
import { conversationTexts } from "../../components/conversation.texts.ts";
import { BriefCard } from "../../components/inbox/brief-card.tsx";
import { ShortcutsHelp } from "../../components/inbox/shortcuts-help.tsx";
import { useKeys } from "../../components/inbox/use-keys.ts";
import { settleFocus } from "../../components/settle-focus.ts";
import { shopTime } from "../../components/shop-time.ts";
import type { Outcome } from "../../inbox/outcomes.ts";
import { Announced } from "./announced.tsx";
import { Composer } from "./composer.tsx";
import { deskActions } from "./desk-actions.ts";
import { CloseModal, SnoozeModal } from "./desk-modals.tsx";
import { deskTexts } from "./desk.texts.ts";
import { focusField } from "./focus-field.ts";
import type { LoadedConversation } from "./load-conversation.server.ts";
import { LogView } from "./log-view.tsx";
import type { PanelOrder } from "./order-panel.tsx";
import { SidePanel } from "./side-panel.tsx";
import { Company, StandingLine } from "./standing-line.tsx";
import { texts } from "./texts.ts";
import { TwoPanes } from "./two-panes.tsx";
import { NextButton } from "./next-button.tsx";
import { useBrief } from "./use-brief.ts";
import { useDeeds } from "./use-deeds.ts";
import { useDesk } from "./use-desk.ts";
import { type Tab, useDraftText } from "./use-draft-text.ts";
import { useNext } from "./use-next.ts";
import { useReadMentions } from "./use-read-mentions.ts";
import { useStep } from "./use-step.ts";

type Props = { loaded: LoadedConversation; orders: Promise<PanelOrder[]> };
type Modal = "close" | "snooze" | "shortcuts";

const SHORTCUTS = Object.entries(deskTexts.shortcuts.keys).map(([key, does]) => ({ keys: key.split(" + "), does }));

/** A conversation as somebody of the team works on it. */
export function DeskPage({ loaded, orders }: Props) {
  const { id, me, members, details, settled, earlier, isNewest } = loaded;
  const page = usePageId();
  const live = useDesk(loaded, page);
  const deeds = useDeeds(id);
  const text = useDraftText(id);
  const fieldId = useId();
  const [tab, setTab] = useState<Tab>("reply");
  const [modal, setModal] = useState<Modal | null>(null);
  const { revalidate } = useRevalidator();
  const { desk } = live;

  const write = (to: Tab) => {
    setTab(to);
    focusField(fieldId);
  };
  const brief = useBrief(loaded, live.newest);
  const step = useStep(settled, () => write("reply"));
  const next = useNext(id);
  const nextId = useId();
  useReadMentions(id, live.newest);
  const [search] = useSearchParams();
  const isToReply = search.get("do") === "reply";
  useEffect(() => {
    if (isToReply) focusField(fieldId);
  }, [isToReply, fieldId]);
  const isBriefed = brief !== null && desk.status === "escalated" && isNewest;
  const other = desk.takenBy !== null && desk.takenBy.id !== me.id ? desk.takenBy.id : null;
  useKeys({
    s: () => {
      if (isBriefed) step.take(brief.suggestion);
    },
    j: next.go,
    r: () => write("reply"),
    n: () => write("note"),
    a: () => void deeds.act({ deed: "assign", to: me.id, seen: desk.assignedTo?.id ?? null }),
    t: () => void deeds.act({ deed: "take", from: other }),
    e: () => {
      if (desk.status !== "closed") setModal("close");
    },
    "?": () => setModal("shortcuts"),
  });
  const done = async (asked: ReturnType<typeof deeds.act>) => {
    const { kind } = await asked;
    setModal(null);
    return kind === "ok";
  };
  const close = async (outcome: Outcome) => {
    // Whoever works through a view goes on from here.
    if (await done(deeds.act({ deed: "close", outcome, seen: live.last }))) settleFocus(nextId);
  };
  const who = desk.shopper.name ?? (details.isCustomer ? conversationTexts.customer : conversationTexts.guest);
  return (
    <Page
      fullWidth
      title={[who, ...details.orderNames].join(" · ")}
      titleMetadata={<ConversationStatusBadge status={desk.status} />}
      {...(desk.shopper.email === null ? {} : { subtitle: desk.shopper.email })}
      backAction={{ content: texts.back, url: next.back }}
      {...deskActions({ desk, me, members, last: live.last, deeds, open: setModal })}
    >
      <TitleBar title={texts.title} />
      <TwoPanes
        connection={live.connection}
        top={
          <BlockStack gap="200">
            <InlineStack align="space-between" blockAlign="center" gap="200">
              <StandingLine desk={desk} me={me.id} />
              <NextButton id={nextId} next={next} />
            </InlineStack>
            <Company present={live.present} connection={live.connection} />
            <Announced newest={live.newest} />
          </BlockStack>
        }
        brief={isBriefed ? <BriefCard brief={brief} at={shopTime(details.timeZone)} onAct={step.take} /> : null}
        log={<LogView live={live} earlier={earlier} isNewest={isNewest} />}
        composer={
          <Composer
            conversationId={id}
            page={page}
            me={me}
            members={members}
            desk={desk}
            deeds={deeds}
            text={text}
            tab={tab}
            onTab={setTab}
            fieldId={fieldId}
          />
        }
        side={
          <SidePanel
            loaded={loaded}
            desk={desk}
            orders={orders}
            again={revalidate}
            wanted={step.wanted}
            onWanted={step.onWanted}
          />
        }
      />
      {modal === "close" && (
        <CloseModal
          busy={deeds.busy === "close"}
          onClose={() => setModal(null)}
          onDecide={(outcome) => void close(outcome)}
        />
      )}
      {modal === "snooze" && (
        <SnoozeModal
          timeZone={details.timeZone}
          busy={deeds.busy === "snooze"}
          onClose={() => setModal(null)}
          onDecide={(until) => void done(deeds.act({ deed: "snooze", until, seen: live.last }))}
        />
      )}
      <ShortcutsHelp
        title={deskTexts.shortcuts.title}
        shortcuts={SHORTCUTS}
        open={modal === "shortcuts"}
        onClose={() => setModal(null)}
      />
    </Page>
  );
}

/** Names this page among all that have the conversation open; nothing that is drawn depends on it. */
function usePageId(): string {
  const [id] = useState(() => crypto.randomUUID());
  return id;
}
