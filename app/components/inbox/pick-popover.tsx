import { Box, Button, Popover } from "@shopify/polaris";
import { type ReactNode, useState } from "react";

type Props = { label: string; disabled?: boolean; children: (close: () => void) => ReactNode };

/** A button that opens something to choose from; what is in it begins anew each time it opens. */
export function PickPopover({ label, disabled = false, children }: Props) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <Popover
      active={open}
      onClose={close}
      autofocusTarget="first-node"
      preferredAlignment="left"
      activator={
        <Button disclosure disabled={disabled} onClick={() => setOpen((before) => !before)}>
          {label}
        </Button>
      }
    >
      <Box padding="300" maxWidth="24rem">
        {children(close)}
      </Box>
    </Popover>
  );
}
