/** What a spreadsheet would take for a formula, whoever wrote it. */
const FORMULA = /^[=+\-@\t\r]/;

/** Rows as CSV by RFC 4180. A cell that begins like a formula is made text by an apostrophe before it. */
export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(text: string): string {
  const plain = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
