import { Banner, Box } from "@shopify/polaris";
import type { QualityAnswer, QualityAsked } from "./quality-action.server.ts";
import { texts } from "./texts.ts";

type Ask = (asked: QualityAsked) => void;

/** What came of what was asked last. */
export function Told({ answer, ask }: { answer: QualityAnswer | undefined; ask: Ask }) {
  return (
    <div role="status">
      {answer && (
        <Box paddingBlockEnd="400">
          <Said answer={answer} ask={ask} />
        </Box>
      )}
    </div>
  );
}

function Said({ answer, ask }: { answer: QualityAnswer; ask: Ask }) {
  switch (answer.kind) {
    case "judged": {
      const undo = {
        content: texts.review.undo,
        onAction: () => ask({ intent: "undo", conversationId: answer.conversationId }),
      };
      return <Banner tone="success" title={texts.review.saved[answer.label]} action={undo} />;
    }
    case "drawn":
      return <Banner tone="info" title={texts.drawn(answer.count)} />;
    case "undone":
      return <Banner tone="success" title={texts.review.undone} />;
    case "accepted":
    case "dismissed":
      return <Banner tone="success" title={texts.suggestions[answer.kind]} />;
    case "saved":
      return <Banner tone="success" title={texts.settings.saved} />;
    case "overtaken":
      return <Banner tone="warning" title={texts.review.overtaken} />;
    case "failed":
      return <Banner tone="critical" title={texts.review.failed} />;
  }
}
