import { useFetcher } from "@remix-run/react";
import { Button, TextField } from "@shopify/polaris";
import { useState } from "react";
import { SENDER_LIMITS } from "../../channels/email/sender.ts";
import { Section } from "../../components/settings/section.tsx";
import { Outcome, Stacked } from "./cards.tsx";
import type { TestAnswer } from "./send-test.server.ts";
import { texts } from "./texts.ts";

const words = texts.test;

/** Sends a test to whoever sits here. @param isSaved whether there is nothing unsaved above, which the test would not use */
export function TestCard({ isSaved }: { isSaved: boolean }) {
  const fetcher = useFetcher<TestAnswer>();
  const [to, setTo] = useState("");
  const send = () =>
    fetcher.submit(JSON.stringify({ to }), {
      method: "post",
      action: "/app/settings/email/test",
      encType: "application/json",
    });
  const answer = fetcher.state === "idle" ? fetcher.data : undefined;
  const isWrong = answer?.kind === "address";
  return (
    <Section heading={words.heading} text={words.text}>
      <Stacked
        field={
          <TextField
            label={words.label}
            type="email"
            value={to}
            onChange={setTo}
            autoComplete="email"
            maxLength={SENDER_LIMITS.address}
            {...(isWrong ? { error: words.address } : {})}
            {...(isSaved ? {} : { helpText: words.first })}
          />
        }
        button={
          <Button onClick={send} loading={fetcher.state !== "idle"} disabled={!isSaved}>
            {words.send}
          </Button>
        }
      />
      {answer && !isWrong && <Outcome text={wordsFor(answer)} isGood={answer.kind === "sent"} />}
    </Section>
  );
}

function wordsFor(answer: TestAnswer): string {
  return answer.kind === "failed" ? words.failures[answer.failure] : words[answer.kind];
}
