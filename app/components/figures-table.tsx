import { Text } from "@shopify/polaris";

const CELL = { padding: "var(--p-space-150) var(--p-space-200) var(--p-space-150) 0", verticalAlign: "top" } as const;

type Props = {
  caption: string;
  /** Words that are not broken, where they are short enough for a narrow screen. */
  short?: boolean;
  headings: readonly string[];
  rows: readonly (readonly string[])[];
};

/** A small table whose first column names the row and whose others are figures. */
export function FiguresTable({ caption, short = false, headings, rows }: Props) {
  return (
    <table style={{ width: "100%", borderCollapse: "collapse", overflowWrap: "anywhere" }}>
      <caption style={{ textAlign: "start" }}>
        <Text as="span" visuallyHidden>
          {caption}
        </Text>
      </caption>
      <thead>
        <tr>
          {headings.map((heading, index) => (
            <th
              key={heading}
              scope="col"
              style={{
                ...CELL,
                textAlign: index === 0 ? "start" : "end",
                ...(short ? { whiteSpace: "nowrap" } : {}),
              }}
            >
              <Text as="span" variant="bodySm" tone="subdued">
                {heading}
              </Text>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...figures]) => (
          <tr key={name} style={{ borderTop: "1px solid var(--p-color-border-secondary)" }}>
            <th scope="row" style={{ ...CELL, textAlign: "start", fontWeight: "inherit" }}>
              {name}
            </th>
            {figures.map((figure, index) => (
              <td key={index} style={{ ...CELL, textAlign: "end", fontVariantNumeric: "tabular-nums" }}>
                {figure}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
