import { BlockStack, Box, Button, InlineStack, Link, Pagination, Select, Text } from "@shopify/polaris";
import { ListEmpty } from "../../components/list-states.tsx";
import { AUDIT_ACTIONS } from "../../staff/audit.ts";
import type { ShownAudit, ShownEntry } from "./load-audit.server.ts";
import { texts } from "./texts.ts";

type Asked = { person: string; action: string };
type Props = ShownAudit & { asked: Asked; ask: (asked: Asked & Record<string, string>) => void; save: () => void };

/** What people did, with whom and what it is filtered by. */
export function Entries({ entries, people, newer, older, timeZone, asked, ask, save }: Props) {
  const isFiltered = asked.person !== "" || asked.action !== "";
  return (
    <>
      <Box padding="400">
        <InlineStack gap="400" blockAlign="end">
          <Select
            label={texts.person}
            options={[
              { value: "", label: texts.everybody },
              ...people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={asked.person}
            onChange={(person) => ask({ ...asked, person })}
          />
          <Select
            label={texts.action}
            options={[
              { value: "", label: texts.everything },
              ...AUDIT_ACTIONS.map((value) => ({ value, label: texts.actions[value] })),
            ]}
            value={asked.action}
            onChange={(action) => ask({ ...asked, action })}
          />
          <Button onClick={save}>{texts.export}</Button>
        </InlineStack>
      </Box>
      {entries.length === 0 ? (
        <ListEmpty {...(isFiltered ? texts.emptyFiltered : texts.empty)} />
      ) : (
        <ul style={{ listStyle: "none", margin: 0, padding: 0 }}>
          {entries.map((entry) => (
            <li key={entry.id} style={{ borderTop: "1px solid var(--p-color-border-secondary)" }}>
              <Entry entry={entry} />
            </li>
          ))}
        </ul>
      )}
      <Box padding="400" borderBlockStartWidth="025" borderColor="border-secondary">
        <BlockStack gap="300" inlineAlign="center">
          {(newer !== null || older !== null) && (
            <Pagination
              accessibilityLabel={texts.pages}
              accessibilityLabels={{ previous: texts.newer, next: texts.older }}
              hasPrevious={newer !== null}
              hasNext={older !== null}
              onPrevious={() => newer !== null && ask({ ...asked, newer })}
              onNext={() => older !== null && ask({ ...asked, older })}
            />
          )}
          <Text as="p" tone="subdued" variant="bodySm">
            {texts.zone(timeZone)}
          </Text>
        </BlockStack>
      </Box>
    </>
  );
}

function Entry({ entry: { at, when, who, what, details, link } }: { entry: ShownEntry }) {
  return (
    <Box padding="400">
      <BlockStack gap="100">
        <Text as="p" breakWord>
          <Text as="span" fontWeight="semibold">
            {who}
          </Text>{" "}
          · {what}
        </Text>
        {details !== "" && (
          <Text as="p" breakWord>
            {details}
          </Text>
        )}
        <InlineStack gap="200">
          <Text as="span" tone="subdued" variant="bodySm">
            <time dateTime={at}>{when}</time>
          </Text>
          {link && (
            <Link url={link.url} accessibilityLabel={`${link.text}: ${what}, ${when}`}>
              {link.text}
            </Link>
          )}
        </InlineStack>
      </BlockStack>
    </Box>
  );
}
