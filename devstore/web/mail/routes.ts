import { Router } from "express";
import { staffOf } from "../auth/staff.ts";
import type { AppCredentials } from "../auth/session-tokens.ts";
import { adminPage } from "../admin-frame/chrome.ts";
import { html } from "../html.ts";
import type { Mailbox } from "./mailbox.ts";

/** `/mail`: what the app has sent, newest first. */
export function mailRoutes(mailbox: Mailbox, shopName: string, app: AppCredentials, smtpAddress: () => string): Router {
  const router = Router();
  router.get("/mail", (req, res) => {
    const messages = [...mailbox.messages].reverse().map(
      (message) =>
        html`<article class="panel">
          <h2>${message.subject || "(no subject)"}</h2>
          <dl>
            <dt>From</dt>
            <dd>${message.from}</dd>
            <dt>To</dt>
            <dd>${message.to.join(", ")}</dd>
            <dt>Received</dt>
            <dd>
              <time datetime="${message.receivedAt}">${message.receivedAt.replace("T", " ").slice(0, 16)} UTC</time>
            </dd>
          </dl>
          ${message.html === null ? html`<pre>${message.text}</pre>` : html`<iframe sandbox="" title="${message.subject}" srcdoc="${message.html}"></iframe>`}
        </article>`,
    );
    const empty = html`<div class="panel">
      <p>No email yet. The app sends to <code>${smtpAddress()}</code>.</p>
    </div>`;
    const page = adminPage(
      "Mailbox",
      { shopName, apiKey: app.apiKey, current: "mail", staff: staffOf(req) },
      html`<div class="mail">
        <h1>Mailbox</h1>
        <p class="muted">Everything the app would have sent by email. Nothing leaves this machine.</p>
        ${messages.length > 0 ? messages : empty}
      </div>`,
    );
    res
      .set("Content-Security-Policy", "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:")
      .type("html")
      .send(page.text);
  });
  return router;
}
