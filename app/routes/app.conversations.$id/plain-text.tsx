/** What shoppers, agents and tools wrote: text with its line ends, in its own direction, and never anything else. */
export function PlainText({ text, code = false }: { text: string; code?: boolean }) {
  return (
    <div
      dir={code ? "ltr" : "auto"}
      style={{
        whiteSpace: "pre-wrap",
        overflowWrap: "anywhere",
        ...(code ? { fontFamily: "var(--p-font-family-mono)", fontSize: "var(--p-font-size-300)" } : {}),
      }}
    >
      {text}
    </div>
  );
}
