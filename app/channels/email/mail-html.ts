type Paragraph = { text: string; big?: boolean; small?: boolean };

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Paragraphs as an email that every client shows: no images, no links, no styles but those on the elements. */
export function mailHtml(language: string, paragraphs: readonly Paragraph[]): string {
  const body = paragraphs.map(({ text, big, small }) => {
    const size = big
      ? "font-size:32px;font-weight:700;letter-spacing:6px"
      : small
        ? "font-size:13px;color:#5c5f62"
        : "font-size:16px";
    return `<p style="margin:0 0 16px;line-height:1.5;${size}">${escape(text)}</p>`;
  });
  return `<!doctype html><html lang="${escape(language)}"><head><meta charset="utf-8"><title></title></head><body style="margin:0;padding:24px;font-family:system-ui,-apple-system,'Segoe UI',sans-serif;color:#202223"><div style="max-width:480px;margin:0 auto">${body.join("")}</div></body></html>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}
