import { useRevalidator } from "@remix-run/react";
import {
  Badge,
  BlockStack,
  Box,
  Button,
  ButtonGroup,
  Card,
  InlineStack,
  SkeletonBodyText,
  Text,
} from "@shopify/polaris";
import type { BadgeProps } from "@shopify/polaris";
import { Deferred } from "../../components/deferred.tsx";
import type { WidgetStatus } from "../../shopify/theme-embed.server.ts";
import { texts } from "./texts.ts";

type Links = { storefront: string; themeEditor: string; turnOn: string; permissions: string };
type Action = { label: string; url: string; primary?: boolean };

const UNAVAILABLE: WidgetStatus = { kind: "unknown", why: "unavailable" };
const TONES = { on: "success", off: "warning", absent: "attention", unknown: "info" } as const satisfies Record<
  WidgetStatus["kind"],
  BadgeProps["tone"]
>;

/** Says whether shoppers see the chat, and offers the one thing to do about it. */
export function WidgetCard({ status, links }: { status: Promise<WidgetStatus>; links: Links }) {
  return (
    <Card>
      {/* As tall as most answers, so that what is below does not jump. */}
      <Box minHeight="92px">
        <Deferred value={status} waiting={<Checking />} failed={<Known status={UNAVAILABLE} links={links} />}>
          {(known) => <Known status={known} links={links} />}
        </Deferred>
      </Box>
    </Card>
  );
}

function Checking() {
  return (
    <BlockStack gap="300">
      <Text as="h2" variant="headingMd">
        {texts.widget.heading}
      </Text>
      <div role="status">
        <Text as="p" visuallyHidden>
          {texts.widget.checking}
        </Text>
      </div>
      <SkeletonBodyText lines={2} />
    </BlockStack>
  );
}

function Known({ status, links }: { status: WidgetStatus; links: Links }) {
  const { revalidate, state } = useRevalidator();
  const actions = actionsFor(status, links);
  return (
    <BlockStack gap="300">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h2" variant="headingMd">
          {texts.widget.heading}
        </Text>
        <Badge tone={TONES[status.kind]}>{texts.widget.badges[status.kind]}</Badge>
      </InlineStack>
      <div role="status">
        <Text as="p">{describe(status)}</Text>
      </div>
      <ButtonGroup>
        {actions.map(({ label, url, primary }) => (
          <Button key={label} url={url} target="_top" {...(primary ? { variant: "primary" } : {})}>
            {label}
          </Button>
        ))}
        {status.kind === "on" && (
          <Button url={links.storefront} target="_blank" accessibilityLabel={`${texts.tryStore} ${texts.newWindow}`}>
            {texts.tryStore}
          </Button>
        )}
        <Button onClick={() => revalidate()} loading={state === "loading"}>
          {texts.widget.again}
        </Button>
      </ButtonGroup>
    </BlockStack>
  );
}

const UNKNOWN = {
  no_permission: texts.widget.noPermission,
  unavailable: texts.widget.unavailable,
  unreadable: texts.widget.unreadable,
};
const KNOWN = { on: texts.widget.live, off: texts.widget.off, absent: texts.widget.absent };

function describe(status: WidgetStatus): string {
  return status.kind === "unknown" ? UNKNOWN[status.why] : KNOWN[status.kind](status.theme);
}

function actionsFor(status: WidgetStatus, links: Links): Action[] {
  const editor: Action = { label: texts.widget.open, url: links.themeEditor };
  if (status.kind === "off" || status.kind === "absent")
    return [{ label: texts.widget.turnOn, url: links.turnOn, primary: true }];
  if (status.kind === "unknown" && status.why === "no_permission")
    return [{ label: texts.widget.allow, url: links.permissions, primary: true }, editor];
  return status.kind === "unknown" ? [editor] : [];
}
