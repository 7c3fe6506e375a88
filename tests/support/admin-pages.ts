/** Every page of the merchant's admin that opens without a subject of its own. */
export type AdminPage = {
  /** As it is called in pictures and figures. */
  name: string;
  title: string;
  path: string;
};

export const ADMIN_PAGES: readonly AdminPage[] = [
  { name: "home", title: "Home", path: "/app" },
  { name: "conversations", title: "Inbox", path: "/app/conversations" },
  { name: "resolutions", title: "Resolutions", path: "/app/resolutions" },
  { name: "policies", title: "Policies", path: "/app/policies" },
  { name: "policy-draft", title: "Policy draft", path: "/app/policies/draft" },
  { name: "policy-area", title: "One area of a policy", path: "/app/policies/draft/damaged" },
  { name: "policy-trial", title: "Try a policy on an order", path: "/app/policies/try" },
  { name: "policy-backtest", title: "Backtest", path: "/app/policies/backtest" },
  { name: "order-explained", title: "Order explained", path: "/app/orders?name=1001" },
  { name: "quality", title: "Quality", path: "/app/quality" },
  { name: "settings", title: "Settings", path: "/app/settings" },
  { name: "settings-agent", title: "Agent", path: "/app/settings/agent" },
  { name: "settings-shipping", title: "Shipping", path: "/app/settings/shipping" },
  { name: "settings-notices", title: "Notices", path: "/app/settings/notices" },
  { name: "settings-identity", title: "Identity", path: "/app/settings/identity" },
  { name: "settings-email", title: "Email", path: "/app/settings/email" },
  { name: "settings-notifications", title: "Notifications", path: "/app/settings/notifications" },
  { name: "settings-hours", title: "Opening hours", path: "/app/settings/hours" },
  { name: "settings-macros", title: "Macros", path: "/app/settings/macros" },
  { name: "settings-macro", title: "New macro", path: "/app/settings/macros/new" },
  { name: "settings-model", title: "Model", path: "/app/settings/model" },
  { name: "settings-data", title: "Data", path: "/app/settings/data" },
  { name: "settings-team", title: "Team", path: "/app/settings/team" },
  { name: "settings-audit", title: "What people did", path: "/app/settings/team/audit" },
  { name: "settings-widget", title: "Widget look", path: "/app/settings/widget" },
  { name: "playground", title: "Playground", path: "/app/playground" },
  { name: "playground-cases", title: "Test cases", path: "/app/playground/cases" },
];
