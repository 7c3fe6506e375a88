import { BlockStack, FormLayout, Modal, Select, Text, TextField } from "@shopify/polaris";
import { useId, useState } from "react";
import { conversationTexts } from "../../components/conversation.texts.ts";
import { confirmedByEnter, useDialogFocus } from "../../components/dialog-keys.ts";
import { OUTCOMES, type Outcome } from "../../inbox/outcomes.ts";
import { deskTexts } from "./desk.texts.ts";

type CloseProps = { busy: boolean; onClose: () => void; onDecide: (outcome: Outcome) => void };

export function CloseModal({ busy, onClose, onDecide }: CloseProps) {
  const words = deskTexts.close;
  const [outcome, setOutcome] = useState<Outcome>("solved");
  const id = useId();
  useDialogFocus(id);
  const decide = () => {
    if (!busy) onDecide(outcome);
  };
  return (
    <Modal
      open
      title={words.title}
      onClose={onClose}
      primaryAction={{ content: words.action, onAction: decide, loading: busy }}
      secondaryActions={[{ content: words.cancel, onAction: onClose, disabled: busy }]}
    >
      <Modal.Section>
        {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the fields inside */}
        <div onKeyDown={confirmedByEnter(decide)}>
          <BlockStack gap="300">
            <Text as="p">{words.text}</Text>
            <Select
              id={id}
              label={words.outcome}
              options={OUTCOMES.map((value) => ({ value, label: conversationTexts.outcomes[value] }))}
              value={outcome}
              onChange={(value) => setOutcome(OUTCOMES.find((one) => one === value) ?? "solved")}
            />
          </BlockStack>
        </div>
      </Modal.Section>
    </Modal>
  );
}

type SnoozeProps = {
  timeZone: string;
  busy: boolean;
  onClose: () => void;
  onDecide: (until: { day: string; time: string }) => void;
};

export function SnoozeModal({ timeZone, busy, onClose, onDecide }: SnoozeProps) {
  const words = deskTexts.snooze;
  const [day, setDay] = useState("");
  const [time, setTime] = useState("09:00");
  const id = useId();
  useDialogFocus(id);
  const decide = () => {
    if (!busy && day !== "" && time !== "") onDecide({ day, time: time.slice(0, 5) });
  };
  return (
    <Modal
      open
      title={words.title}
      onClose={onClose}
      primaryAction={{ content: words.action, onAction: decide, loading: busy, disabled: day === "" || time === "" }}
      secondaryActions={[{ content: words.cancel, onAction: onClose, disabled: busy }]}
    >
      <Modal.Section>
        {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the fields inside */}
        <div onKeyDown={confirmedByEnter(decide)}>
          <FormLayout>
            <FormLayout.Group>
              <TextField id={id} label={words.day} type="date" value={day} onChange={setDay} autoComplete="off" />
              <TextField label={words.time} type="time" value={time} onChange={setTime} autoComplete="off" />
            </FormLayout.Group>
            <Text as="p" tone="subdued">
              {words.zone(timeZone)}
            </Text>
          </FormLayout>
        </div>
      </Modal.Section>
    </Modal>
  );
}
