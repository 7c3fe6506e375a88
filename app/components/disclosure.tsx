import { BlockStack, Button, Collapsible, InlineStack } from "@shopify/polaris";
import { type ReactNode, useId, useState } from "react";

type Props = { title: string; open?: boolean; children: ReactNode };

/** A title that shows or hides what is under it. */
export function Disclosure({ title, open: atFirst = false, children }: Props) {
  const id = useId();
  const [open, setOpen] = useState(atFirst);
  return (
    <BlockStack gap="200">
      <InlineStack>
        <Button
          variant="plain"
          textAlign="start"
          disclosure={open ? "up" : "down"}
          ariaExpanded={open}
          ariaControls={id}
          onClick={() => setOpen(!open)}
        >
          {title}
        </Button>
      </InlineStack>
      <Collapsible id={id} open={open}>
        {children}
      </Collapsible>
    </BlockStack>
  );
}
