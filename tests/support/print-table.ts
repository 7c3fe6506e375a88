/** Prints rows of text under their columns' names, each column as wide as it must be. */
export function printTable<Column extends string>(
  columns: readonly Column[],
  rows: readonly Record<Column, string>[],
): void {
  const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => row[column].length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd();
  const lines = [
    columns,
    widths.map((width) => "-".repeat(width)),
    ...rows.map((row) => columns.map((one) => row[one])),
  ];
  process.stdout.write(`${lines.map(line).join("\n")}\n`);
}
