import { BlockStack, Box, Card, Link, SkeletonBodyText, Text } from "@shopify/polaris";
import { Deferred } from "../../components/deferred.tsx";
import { useRefusal } from "../../components/staff/use-staff.ts";
import type { FiguresAtHome } from "./load-figures.server.ts";
import { texts } from "./texts.ts";

const words = texts.questions;

/** The newest questions that the agent had no answer to, each with the way to its conversation. */
export function QuestionsCard({ figures }: { figures: Promise<FiguresAtHome | null> }) {
  const failed = <Text as="p">{texts.figures.failed}</Text>;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.heading}
        </Text>
        {/* As tall as the most questions shown, one line each. */}
        <Box minHeight="76px">
          <Deferred value={figures} waiting={<SkeletonBodyText lines={3} />} failed={failed}>
            {(known) => (known ? <Questions questions={known.questions} /> : failed)}
          </Deferred>
        </Box>
      </BlockStack>
    </Card>
  );
}

function Questions({ questions }: Pick<FiguresAtHome, "questions">) {
  const refusal = useRefusal("read_conversations");
  if (questions === null) return <Text as="p">{refusal}</Text>;
  if (questions.length === 0) return <Text as="p">{words.none}</Text>;
  return (
    <BlockStack as="ul" gap="200">
      {questions.map(({ conversationId, question }) => (
        <li
          key={conversationId}
          dir="auto"
          style={{ listStyle: "none", overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" }}
        >
          <Link url={`/app/conversations/${conversationId}?only=unanswered`}>{question}</Link>
        </li>
      ))}
    </BlockStack>
  );
}
