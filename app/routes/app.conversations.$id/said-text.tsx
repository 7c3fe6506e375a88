import { Tooltip } from "@shopify/polaris";
import { Fragment } from "react";
import { AgentText } from "../../components/plain-text.tsx";
import { transcriptTexts } from "../../components/transcript/transcript.texts.ts";
import type { Span } from "./spans.ts";

const FIGURE = {
  textDecorationLine: "underline",
  textDecorationStyle: "dotted",
  textUnderlineOffset: "0.2em",
  cursor: "help",
} as const;

/** What the agent said: each figure tells, under the pointer or with the keyboard, what it is and where it was read. */
export function SaidText({ text, spans }: { text: string; spans: readonly Span[] }) {
  if (!spans.some(({ evidence }) => evidence)) return <AgentText text={text} />;
  return (
    <div dir="auto" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
      {spans.map((span, index) => {
        const words = span.bold ? <strong>{span.text}</strong> : span.text;
        return span.evidence ? (
          <Tooltip key={index} content={sourceOf(span.evidence)} width="wide" dismissOnMouseOut>
            {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what a pointer reads off it, the keyboard does, too */}
            <span tabIndex={0} style={FIGURE}>
              {words}
            </span>
          </Tooltip>
        ) : (
          <Fragment key={index}>{words}</Fragment>
        );
      })}
    </div>
  );
}

function sourceOf({ label, value, source }: NonNullable<Span["evidence"]>): string {
  return `${label}: ${value}. ${transcriptTexts.evidence.readIn} ${source}`;
}
