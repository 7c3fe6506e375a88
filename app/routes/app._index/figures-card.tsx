import { BlockStack, Card, InlineStack, Link, SkeletonDisplayText, Text } from "@shopify/polaris";
import { Deferred } from "../../components/deferred.tsx";
import type { FiguresAtHome } from "./load-figures.server.ts";
import { texts } from "./texts.ts";

const words = texts.figures;
const count = (number: number) => number.toLocaleString("en-US");

type Figure = { label: string; about: string; url: string; shown: (figures: FiguresAtHome) => string };

/** Each leads to the list of what it counts. */
const FIGURES: readonly Figure[] = [
  { ...words.today, url: "/app/conversations?only=today", shown: ({ today }) => count(today) },
  {
    ...words.unaided,
    url: "/app/conversations?only=unaided",
    shown: ({ unaided, answered }) => words.share(unaided, answered),
  },
  { ...words.waiting, url: "/app/conversations?view=team", shown: ({ waiting }) => count(waiting) },
  { ...words.money, url: "/app/resolutions?view=done&only=money", shown: ({ money }) => money.join(" + ") },
  { ...words.late, url: "/app/conversations?only=late", shown: ({ late }) => count(late) },
  { ...words.unanswered, url: "/app/conversations?only=unanswered", shown: ({ unanswered }) => count(unanswered) },
];

/** How the agent is doing, in figures. Everything but the figures is there from the start, so nothing moves. */
export function FiguresCard({ figures }: { figures: Promise<FiguresAtHome | null> }) {
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {words.heading}
        </Text>
        <ul
          style={{
            margin: 0,
            padding: 0,
            listStyle: "none",
            display: "grid",
            gap: "var(--p-space-400)",
            gridTemplateColumns: "repeat(auto-fill, minmax(min(100%, 13rem), 1fr))",
          }}
        >
          {FIGURES.map((figure) => (
            <li key={figure.url}>
              <BlockStack gap="100">
                <Link url={figure.url}>{figure.label}</Link>
                <div style={{ height: "var(--p-font-line-height-700)", overflow: "hidden", whiteSpace: "nowrap" }}>
                  <Deferred
                    value={figures}
                    waiting={<SkeletonDisplayText size="small" maxWidth="8ch" />}
                    failed={<Failed />}
                  >
                    {(known) => (known ? <Shown text={figure.shown(known)} /> : <Failed />)}
                  </Deferred>
                </div>
                <Text as="p" tone="subdued" variant="bodySm">
                  {figure.about}
                </Text>
              </BlockStack>
            </li>
          ))}
        </ul>
      </BlockStack>
    </Card>
  );
}

function Shown({ text }: { text: string }) {
  return (
    <Text as="p" variant="headingLg" numeric truncate>
      {text}
    </Text>
  );
}

function Failed() {
  return (
    <InlineStack>
      <Text as="p" tone="subdued">
        {words.failed}
      </Text>
    </InlineStack>
  );
}
