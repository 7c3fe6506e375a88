import { BlockStack, Button, Card, InlineStack, Link, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { ListEmpty } from "../../components/list-states.tsx";
import type { StoredMacro } from "../../inbox/macros/macro.ts";
import { STARTER_MACROS } from "../../inbox/macros/starters.ts";
import type { MacroAsked } from "./macro-action.server.ts";
import { texts } from "./texts.ts";

type Ask = (asked: MacroAsked) => void;

export function MacroList({ macros, isOff, ask }: { macros: readonly StoredMacro[]; isOff: boolean; ask: Ask }) {
  const [typed, setTyped] = useState("");
  const wanted = typed.trim().toLocaleLowerCase("en");
  const shown = macros.filter(({ name, body, shortcut }) =>
    `${name}\n${body}\n${shortcut ?? ""}`.toLocaleLowerCase("en").includes(wanted),
  );
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {texts.heading}
        </Text>
        <TextField
          label={texts.search}
          type="search"
          value={typed}
          onChange={setTyped}
          autoComplete="off"
          maxLength={100}
        />
        <div role="status">
          <Text as="p" visuallyHidden={shown.length > 0}>
            {shown.length > 0 ? texts.count(shown.length) : texts.none(typed.trim())}
          </Text>
        </div>
        <BlockStack as="ul" gap="500">
          {shown.map((macro) => (
            <li key={macro.id} style={{ listStyle: "none" }}>
              <Row macro={macro} isOff={isOff} ask={ask} />
            </li>
          ))}
        </BlockStack>
      </BlockStack>
    </Card>
  );
}

function Row({ macro, isOff, ask }: { macro: StoredMacro; isOff: boolean; ask: Ask }) {
  const { id, name, body, shortcut, locale, uses, version } = macro;
  const about = [
    ...(shortcut === null ? [] : [texts.shortcut(shortcut)]),
    locale ?? texts.anyLanguage,
    texts.uses(uses),
  ].join(" · ");
  return (
    <BlockStack gap="150">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <Text as="h3" variant="headingSm" breakWord>
          <Link url={`/app/settings/macros/${id}`}>{name}</Link>
        </Text>
        <Button
          tone="critical"
          variant="plain"
          disabled={isOff}
          accessibilityLabel={texts.removeOf(name)}
          onClick={() => ask({ intent: "delete", id, version })}
        >
          {texts.remove}
        </Button>
      </InlineStack>
      <Text as="p" breakWord>
        {body.length > 160 ? `${body.slice(0, 160)}…` : body}
      </Text>
      <Text as="p" tone="subdued" variant="bodySm">
        {about}
      </Text>
    </BlockStack>
  );
}

/** For a shop without macros: some to begin with, each taken by a button of its own. */
export function Starters({ isOff, ask }: { isOff: boolean; ask: Ask }) {
  return (
    <Card>
      <ListEmpty {...texts.empty} />
      <BlockStack as="ul" gap="400">
        {STARTER_MACROS.map((starter) => (
          <li key={starter.name} style={{ listStyle: "none" }}>
            <BlockStack gap="150">
              <InlineStack align="space-between" blockAlign="center" gap="200">
                <Text as="h3" variant="headingSm">
                  {starter.name}
                </Text>
                <Button
                  disabled={isOff}
                  accessibilityLabel={texts.addOf(starter.name)}
                  onClick={() => ask({ intent: "add", macro: { ...starter, id: crypto.randomUUID(), locale: null } })}
                >
                  {texts.add}
                </Button>
              </InlineStack>
              <Text as="p" tone="subdued" breakWord>
                {starter.body}
              </Text>
            </BlockStack>
          </li>
        ))}
      </BlockStack>
    </Card>
  );
}
