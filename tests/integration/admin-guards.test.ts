import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BROWSER_USER_AGENT } from "#tests/support/browser.ts";
import { startChat } from "#tests/support/chat.ts";
import { startSystem, type System } from "#tests/support/system.ts";
import { until } from "#tests/support/until.ts";

const ROBIN = 548380009;
const SAM = 548380010;
const ROUTES = "app/routes";

/** Questions that are too long for an address: they read, and change nothing. */
const READS_BY_POST = new Set([
  "app.policies.titles.ts",
  "app.settings.shipping_.example.ts",
  "app.settings.hours_.example.ts",
]);

type AdminRoute = { name: string; file: string; text: string };

/** Every module of a route under `/app`, whatever was added last. */
const routes: AdminRoute[] = readdirSync(ROUTES)
  .filter((name) => /^app[.$]/.test(name) || name.startsWith("app._"))
  .flatMap((name) => {
    const at = join(ROUTES, name);
    const file = statSync(at).isDirectory() ? readdirSync(at).find((one) => /^route\.tsx?$/.test(one)) : "";
    if (file === undefined) return [];
    const module = file === "" ? at : join(at, file);
    return [{ name, file: module, text: readFileSync(module, "utf8") }];
  });
const withAction = routes.filter(({ text }) => /export (async function|const|function) action\b/.test(text));

/** The address of a route, as flat routes read its name; what varies is something that does not exist. */
function addressOf(name: string): string {
  const segments = name.replace(/\.tsx?$/, "").split(".");
  const parts = segments.flatMap((segment) => {
    if (segment === "_index" || /^\(.*\)$/.test(segment)) return [];
    const plain = segment.replace(/_$/, "");
    return [plain.startsWith("$") ? randomUUID() : plain];
  });
  return `/${parts.join("/")}${segments.at(-1) === "_index" ? "?index" : ""}`;
}

describe("What the admin lets somebody do", () => {
  let system: System;
  beforeAll(async () => {
    system = await startSystem();
    const limits = { owner: "", lead: "200", agent: "0" };
    const members = [{ id: String(ROBIN), role: "owner", limit: "" }];
    const body = JSON.stringify({ form: { newcomers: "viewer", limits, members }, version: null });
    const saved = await ask(ROBIN, "/app/settings/team", { method: "POST", body });
    expect(saved.status).toBe(200);
  });
  afterAll(() => system.close());

  async function ask(userId: number, path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${system.app.url}${path}`, {
      ...init,
      headers: {
        Authorization: `Bearer ${await system.devstore.sessionToken({ userId })}`,
        "User-Agent": BROWSER_USER_AGENT,
        ...(init.body ? { "Content-Type": "application/json" } : {}),
      },
    });
  }

  test.each(routes.map(({ file, text }) => [file, text]))("%s asks who it is for each of its answers", (_, text) => {
    const answers = text.match(/export (async function|const|function) (loader|action)\b/g) ?? [];
    const questions = text.match(/requireStaff\(request, "\w+"\)/g) ?? [];
    expect(questions.length).toBeGreaterThanOrEqual(answers.length);
  });

  test.each(withAction.filter(({ name }) => !READS_BY_POST.has(name)).map(({ name }) => [name]))(
    "a viewer can change nothing through %s, and an owner is heard",
    async (name) => {
      const refused = await ask(SAM, addressOf(name), { method: "POST", body: "{}" });
      expect(refused.status).toBe(403);
      const heard = await ask(ROBIN, addressOf(name), { method: "POST", body: "{}" });
      expect([200, 400, 404]).toContain(heard.status);
    },
  );

  test.each([...READS_BY_POST])("a viewer can ask %s, which changes nothing", async (name) => {
    expect(withAction.map((route) => route.name)).toContain(name);
    expect((await ask(SAM, addressOf(name), { method: "POST", body: "{}" })).status).toBe(400);
  });

  test.each([
    "/app/conversations",
    `/app/conversations/${randomUUID()}`,
    `/app/data-requests/${randomUUID()}`,
    "/app/settings/team/audit",
    "/app/settings/team/audit/csv",
  ])("a viewer does not read %s, and an owner does", async (path) => {
    expect((await ask(SAM, path)).status).toBe(403);
    expect([200, 404]).toContain((await ask(ROBIN, path)).status);
  });

  test.each(["/app", "/app/policies", "/app/resolutions", "/app/orders", "/app/settings/team"])(
    "a viewer looks at %s",
    async (path) => {
      expect((await ask(SAM, path)).status).toBe(200);
    },
  );

  test("a viewer is shown no question of a shopper on the home page, and an owner is", async () => {
    const chat = await startChat(system.devstore.url);
    for (const text of ["zorblat unicycles fnord", "the unicycles of zorblat fnord"]) await chat.ask(text);
    chat.close();
    const home = async (userId: number) => (await ask(userId, "/app")).text();
    await until("an owner reads the question", async () => (await home(ROBIN)).includes("unicycles"));
    expect(await home(SAM)).not.toContain("unicycles");
  });

  test("what is refused says to whom, and nobody gets in on a token that was not signed", async () => {
    const refused = await ask(SAM, "/app/policies/changes", {
      method: "POST",
      body: '{"intent":"publish","revision":1}',
    });
    expect(await refused.json()).toEqual({
      error: {
        code: "not_allowed",
        message: "Your role does not allow this.",
        role: "viewer",
        roles: ["owner", "lead"],
      },
    });
    const forged = await fetch(`${system.app.url}/app/policies/changes`, {
      method: "POST",
      headers: { Authorization: "Bearer x.y.z", "User-Agent": BROWSER_USER_AGENT },
    });
    expect(forged.status).toBe(401);
  });

  test("what people did is a file that a spreadsheet opens", async () => {
    const file = await ask(ROBIN, "/app/settings/team/audit/csv?action=team_rules_changed");
    const [heading, entry] = (await file.text()).split("\r\n");
    expect(heading).toBe("Time (UTC),Person,Person’s id,What,About,Details");
    expect(entry).toMatch(/Z,Robin Marsh,548380009,Changed what roles may approve,,"Owners any amount, leads €200\.00/);
  });
});
