/** HTML that may be sent as it is. Everything else that meets an `html` template is escaped. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

export type HtmlPart = Html | string | number | null | undefined | false | readonly HtmlPart[];

/** A template that escapes what is put into it; lists are joined, `null`, `undefined` and `false` are nothing. */
export function html(strings: TemplateStringsArray, ...parts: HtmlPart[]): Html {
  return new Html(strings.map((text, index) => text + render(parts[index])).join(""));
}

/** Marks text as HTML: the shop's own descriptions, policies and pages, which the merchant writes as HTML. */
export function raw(text: string): Html {
  return new Html(text);
}

/** JSON for inside a `<script>` element, where `</script` and `<!--` must not appear. */
export function scriptJson(value: unknown): Html {
  return new Html(escapeJson(JSON.stringify(value)));
}

export function escapeJson(json: string): string {
  return json.replace(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function render(part: HtmlPart): string {
  if (part === null || part === undefined || part === false) return "";
  if (part instanceof Html) return part.text;
  if (typeof part === "object") return part.map(render).join("");
  return escapeHtml(String(part));
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}
