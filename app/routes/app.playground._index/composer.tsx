import { Button, Checkbox, FormLayout, InlineStack, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { Said } from "../../playground/said.ts";
import { MOST_CHARACTERS } from "../../playground/said.ts";
import { texts } from "./texts.ts";

const words = texts.chat;
/** From here on the field says how much room is left. */
const SHOW_COUNT = MOST_CHARACTERS - 500;

type Props = { say: (said: Said) => Promise<boolean>; cancel: () => void; isRunning: boolean };

/** Where the tester writes as the shopper. What was typed comes back when its turn fails. */
export function Composer({ say, cancel, isRunning }: Props) {
  const [text, setText] = useState("");
  const [photo, setPhoto] = useState(false);
  const length = Array.from(text).length;
  const isTooLong = length > MOST_CHARACTERS;
  const send = async () => {
    if (isRunning || isTooLong || text.trim() === "") return;
    setText("");
    setPhoto(false);
    if (await say({ kind: "message", text, photo })) return;
    setText((typed) => (typed === "" ? text : typed));
    setPhoto((asked) => asked || photo);
  };
  return (
    <FormLayout>
      <div
        role="presentation"
        onKeyDown={(event) => {
          const isInField = event.target instanceof HTMLTextAreaElement;
          if (!isInField || event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          void send();
        }}
      >
        <TextField
          label={words.message}
          value={text}
          onChange={setText}
          multiline={2}
          maxHeight={160}
          autoComplete="off"
          {...(isTooLong ? { error: words.tooLong(MOST_CHARACTERS) } : {})}
          {...(length > SHOW_COUNT ? { helpText: `${length} / ${MOST_CHARACTERS}` } : {})}
        />
      </div>
      <InlineStack gap="300" blockAlign="center" align="space-between">
        <Checkbox label={words.withPhoto} checked={photo} onChange={setPhoto} />
        {isRunning ? (
          <Button onClick={cancel}>{words.cancel}</Button>
        ) : (
          <Button variant="primary" onClick={() => void send()} disabled={isTooLong}>
            {words.send}
          </Button>
        )}
      </InlineStack>
    </FormLayout>
  );
}
