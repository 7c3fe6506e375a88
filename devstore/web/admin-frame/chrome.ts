import { type Html, html, raw, scriptJson } from "../html.ts";
import { STAFF, type StaffMember } from "../auth/staff.ts";

const APP_NAME = "Wherewithal";

export type ChromeOptions = {
  shopName: string;
  apiKey: string;
  current: "app" | "theme" | "mail" | "none";
  /** Whose browser it is. */
  staff: StaffMember;
};

export type AppFrameOptions = ChromeOptions & {
  appOrigin: string;
  /** The iframe's address, with its id token. */
  src: string;
  storeHandle: string;
};

/** The admin around the embedded app. The iframe begins empty: the frame's script gives it its address once it listens. */
export function appFramePage(options: AppFrameOptions): Html {
  const config = {
    appOrigin: options.appOrigin,
    basePath: `/admin/apps/${options.apiKey}`,
    storeHandle: options.storeHandle,
  };
  return document(
    APP_NAME,
    options,
    html`<div class="title-bar">
        <div class="title-line">
          <span class="app-icon" aria-hidden="true">W</span>
          <span class="app-name">${APP_NAME}</span>
          <span id="breadcrumb"></span>
          <h1 id="page-title"></h1>
        </div>
        <div id="title-actions"></div>
      </div>
      <div id="progress" class="progress" hidden role="progressbar" aria-label="Loading"></div>
      <iframe data-app data-src="${options.src}" name="app-iframe" title="${APP_NAME}" allow="clipboard-write"></iframe>
      <script type="application/json" id="frame-config">
        ${scriptJson(config)}
      </script>
      <script src="/_assets/admin-frame.js" defer></script>`,
    "with-app",
  );
}

export function adminPage(title: string, options: ChromeOptions, body: Html): Html {
  return document(title, options, html`<div class="page">${body}</div>`, "");
}

/** Another member of staff takes the browser over, as after logging in on Shopify. */
function staffSwitch(current: StaffMember): Html {
  const options = STAFF.map(({ id, firstName, lastName }) => {
    const chosen = raw(id === current.id ? "selected" : "");
    return html`<option value="${id}" ${chosen}>${firstName} ${lastName}</option>`;
  });
  return html`<form class="staff" method="post" action="/admin/_frame/staff">
    <select name="staffId" aria-label="Staff member" id="staff-switch">
      ${options}
    </select>
    <noscript><button type="submit">Switch</button></noscript>
  </form>`;
}

function document(
  title: string,
  { shopName, apiKey, current, staff }: ChromeOptions,
  main: Html,
  mainClass: string,
): Html {
  const link = (href: string, label: string, name: ChromeOptions["current"]) =>
    html`<a href="${href}" ${raw(current === name ? 'aria-current="page"' : "")}>${label}</a>`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · ${shopName}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/_assets/admin.css" />
      </head>
      <body data-app-name="${APP_NAME}" data-shop-name="${shopName}">
        <header class="top-bar">
          <button id="nav-toggle" type="button" aria-expanded="false" aria-controls="nav">Menu</button>
          <a class="shop" href="/admin">${shopName}</a>
          <span class="local">local devstore</span>
          ${staffSwitch(staff)}
          <div id="save-bar" class="save-bar" hidden role="region" aria-label="Unsaved changes">
            <span>Unsaved changes</span>
            <div id="save-bar-buttons"></div>
          </div>
        </header>
        <div class="columns">
          <nav id="nav" aria-label="Admin">
            <ul>
              <li>${link("/", "Storefront", "none")}</li>
              <li>${link("/admin/themes/current/editor?context=apps", "App embeds", "theme")}</li>
              <li>${link("/mail", "Mailbox", "mail")}</li>
            </ul>
            <h2>Apps</h2>
            <ul>
              <li>
                ${link(`/admin/apps/${apiKey}`, APP_NAME, "app")}
                <ul id="app-nav"></ul>
              </li>
            </ul>
          </nav>
          <main class="${mainClass}">${main}</main>
        </div>
        <div id="toasts" class="toasts" role="status" aria-live="polite"></div>
        <script src="/_assets/admin-nav.js" defer></script>
      </body>
    </html>`;
}
