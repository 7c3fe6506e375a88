import en from "../../../extensions/chat-widget/locales/en.default.json";
import loader from "../../../extensions/chat-widget/assets/loader.js?raw";
import extras from "../../../extensions/chat-widget/assets/panel-extras.js?raw";
import people from "../../../extensions/chat-widget/assets/panel-people.js?raw";
import styles from "../../../extensions/chat-widget/assets/panel.css?raw";
import panel from "../../../extensions/chat-widget/assets/panel.js?raw";
import { FIRST_ACCENT } from "../app.settings.widget/look-form.ts";
import { texts } from "../app.settings.widget/texts.ts";
import frame from "./frame.js?raw";

const dataUrl = (type: string, text: string) => `data:${type};base64,${Buffer.from(text).toString("base64")}`;
const script = (text: string) => dataUrl("text/javascript", text);

/** Everything is in the page, so that it needs, and is allowed, no network at all. */
export function previewHtml(nonce: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${texts.preview.frame}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body>
<div data-wherewithal-chat data-locale="en" data-position="bottom_right" data-accent="${FIRST_ACCENT}"
  data-panel="${script(panel)}" data-extras="${script(extras)}" data-people="${script(people)}"
  data-styles="${dataUrl("text/css", styles)}">
<script type="application/json">${JSON.stringify(en.chat).replaceAll("<", "\\u003c")}</script>
</div>
<script nonce="${nonce}" src="${script(frame)}"></script>
<script nonce="${nonce}" src="${script(loader)}"></script>
</body>
</html>
`;
}

/**
 * What the page may do, which is nothing but draw itself: no request leaves it, and its origin is nobody's, so that it
 * reaches neither the app's page around it nor what that stores.
 *
 * @param ancestors origins besides the app's own whose pages may be around it
 */
export function previewPolicy(nonce: string, ancestors: readonly string[]): string {
  return [
    "default-src 'none'",
    // The panel comes in by an import of the loader's.
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'unsafe-inline' data:",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors 'self' ${ancestors.join(" ")}`.trim(),
    "sandbox allow-scripts allow-forms",
  ].join("; ");
}
