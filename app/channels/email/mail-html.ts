type Paragraph = {
  text: string;
  big?: boolean;
  small?: boolean;
  /** Makes a link of it: an address of ours, never one that somebody wrote. */
  href?: string;
};

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Paragraphs as an email that every client shows: no images, no styles but those on the elements. */
export function mailHtml(language: string, paragraphs: readonly Paragraph[]): string {
  const body = paragraphs.map(({ text, big, small, href }) => {
    const size = big
      ? "font-size:32px;font-weight:700;letter-spacing:6px"
      : small
        ? "font-size:13px;color:#5c5f62"
        : "font-size:16px";
    const words = href === undefined ? escape(text) : `<a href="${escape(href)}">${escape(text)}</a>`;
    // Words of people keep their lines and their direction.
    return `<p dir="auto" style="margin:0 0 16px;line-height:1.5;white-space:pre-wrap;overflow-wrap:anywhere;${size}">${words}</p>`;
  });
  return `<!doctype html><html lang="${escape(language)}"><head><meta charset="utf-8"><title></title></head><body style="margin:0;padding:24px;font-family:system-ui,-apple-system,'Segoe UI',sans-serif;color:#202223"><div style="max-width:480px;margin:0 auto">${body.join("")}</div></body></html>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}
