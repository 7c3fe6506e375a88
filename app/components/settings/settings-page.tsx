import { useNavigate } from "@remix-run/react";
import { SaveBar, TitleBar, useAppBridge } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Box, Page, Text } from "@shopify/polaris";
import type { ReactNode } from "react";
import type { StaffAction } from "../../staff/may.ts";
import { OnlyFor } from "../staff/only-for.tsx";
import { settingsTexts } from "./settings.texts.ts";
import type { Draft } from "./use-draft.ts";

type Props<Form> = {
  title: string;
  subtitle?: string;
  back: { content: string; url: string };
  draft: Draft<Form>;
  /** What somebody needs to be able to do to save it. */
  action?: StaffAction;
  children: ReactNode;
};

/** A page that edits one piece of settings, with the bar that saves it and what came of saving. */
export function SettingsPage<Form>({
  title,
  subtitle,
  back,
  draft,
  action = "change_settings",
  children,
}: Props<Form>) {
  const shopify = useAppBridge();
  const navigate = useNavigate();
  const leave = () => void shopify.saveBar.leaveConfirmation().then(() => navigate(back.url));
  return (
    <Page
      title={title}
      {...(subtitle === undefined ? {} : { subtitle })}
      backAction={{ content: back.content, onAction: leave }}
    >
      <TitleBar title={title} />
      <SaveBar id="settings-save-bar" open={draft.isChanged}>
        {/* App Bridge draws the buttons outside of the page, from these. */}
        <button variant="primary" onClick={draft.save} disabled={draft.isSaving}>
          {settingsTexts.save}
        </button>
        <button onClick={draft.discard} disabled={draft.isSaving}>
          {settingsTexts.discard}
        </button>
      </SaveBar>
      <div role="status">
        <Text as="p" visuallyHidden>
          {draft.answer?.kind === "saved" && !draft.isChanged ? settingsTexts.saved : ""}
        </Text>
      </div>
      <BlockStack gap="400">
        <Answer draft={draft} />
        <OnlyFor action={action}>
          <BlockStack gap="400">{children}</BlockStack>
        </OnlyFor>
      </BlockStack>
      <Box paddingBlockEnd="800" />
    </Page>
  );
}

function Answer<Form>({ draft }: { draft: Draft<Form> }) {
  switch (draft.answer?.kind) {
    case "conflict":
      return (
        <Banner
          tone="warning"
          title={settingsTexts.conflict.title}
          action={{ content: settingsTexts.conflict.action, onAction: draft.takeStored }}
        >
          <Text as="p">{settingsTexts.conflict.text}</Text>
        </Banner>
      );
    case "gone":
      return (
        <Banner tone="warning" title={settingsTexts.gone.title}>
          <Text as="p">{settingsTexts.gone.text}</Text>
        </Banner>
      );
    case "invalid":
      return <Banner tone="critical" title={settingsTexts.invalid} />;
    case "failed":
      return <Banner tone="critical" title={settingsTexts.failed} />;
    case "saved":
    case undefined:
      return null;
  }
}
