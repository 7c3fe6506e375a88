/** Every page of the merchant's admin that opens without a subject of its own. */
export type AdminPage = {
  /** As it is called in pictures and figures. */
  name: string;
  path: string;
};

export const ADMIN_PAGES: readonly AdminPage[] = [
  { name: "home", path: "/app" },
  { name: "conversations", path: "/app/conversations" },
  { name: "resolutions", path: "/app/resolutions" },
  { name: "policies", path: "/app/policies" },
  { name: "policy-draft", path: "/app/policies/draft" },
  { name: "policy-area", path: "/app/policies/draft/damaged" },
  { name: "policy-trial", path: "/app/policies/try" },
  { name: "policy-backtest", path: "/app/policies/backtest" },
  { name: "order-explained", path: "/app/orders?name=1001" },
  { name: "settings", path: "/app/settings" },
  { name: "settings-agent", path: "/app/settings/agent" },
  { name: "settings-widget", path: "/app/settings/widget" },
  { name: "settings-shipping", path: "/app/settings/shipping" },
  { name: "settings-notices", path: "/app/settings/notices" },
  { name: "settings-identity", path: "/app/settings/identity" },
  { name: "settings-email", path: "/app/settings/email" },
  { name: "settings-hours", path: "/app/settings/hours" },
  { name: "settings-model", path: "/app/settings/model" },
  { name: "settings-data", path: "/app/settings/data" },
  { name: "settings-team", path: "/app/settings/team" },
  { name: "settings-audit", path: "/app/settings/team/audit" },
  { name: "playground", path: "/app/playground" },
  { name: "playground-cases", path: "/app/playground/cases" },
];
