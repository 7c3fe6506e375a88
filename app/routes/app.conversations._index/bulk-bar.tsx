import { BlockStack, Box, Button, InlineStack, ProgressBar, Select, Text } from "@shopify/polaris";
import type { Progress } from "./use-bulk.ts";
import { texts } from "./texts.ts";

const words = texts.bulk;

type Props = {
  selected: number;
  progress: Progress | null;
  me: string;
  team: readonly { id: string; name: string }[];
  onAssign: (to: string) => void;
  onSnooze: () => void;
  onClose: () => void;
  onAll: () => void;
  onClear: () => void;
};

/** What can be done to all that are selected, and how far it is. */
export function BulkBar({ selected, progress, me, team, onAssign, onSnooze, onClose, onAll, onClear }: Props) {
  const colleagues = team.filter(({ id }) => id !== me);
  return (
    <Box padding="300" paddingInline="400" background="bg-surface-secondary">
      <BlockStack gap="200">
        <InlineStack gap="200" blockAlign="center">
          <div role="status">
            <Text as="span" fontWeight="semibold">
              {progress ? words.progress(progress.done, progress.of) : words.selected(selected)}
            </Text>
          </div>
          <Button onClick={() => onAssign(me)} disabled={progress !== null}>
            {words.assignMe}
          </Button>
          {colleagues.length > 0 && (
            <Select
              label={words.assign}
              labelHidden
              value=""
              options={[
                { label: words.assign, value: "" },
                ...colleagues.map(({ id, name }) => ({ label: name, value: id })),
              ]}
              onChange={(to) => to !== "" && onAssign(to)}
              disabled={progress !== null}
            />
          )}
          <Button onClick={onSnooze} disabled={progress !== null}>
            {words.snooze}
          </Button>
          <Button onClick={onClose} disabled={progress !== null}>
            {words.close}
          </Button>
          <Button variant="plain" onClick={onAll}>
            {words.all}
          </Button>
          <Button variant="plain" onClick={onClear}>
            {words.clear}
          </Button>
        </InlineStack>
        {progress && (
          <ProgressBar
            progress={Math.round((100 * progress.done) / progress.of)}
            size="small"
            ariaLabelledBy=""
            animated={false}
          />
        )}
      </BlockStack>
    </Box>
  );
}
