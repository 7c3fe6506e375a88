import { staffTexts } from "../../components/staff/staff.texts.ts";
import type { StaffAction } from "../../staff/may.ts";

/** What the table of rights calls an action. */
const RIGHTS: Record<StaffAction, string> = {
  look: "See figures, policies, orders and the ledger",
  read_conversations: "Read conversations and photos",
  take_over: "Take over a conversation",
  approve: "Approve, up to a limit",
  refuse: "Refuse an approval",
  retry: "Try again what got stuck",
  settle_by_hand: "Settle by hand",
  try_agent: "Use the playground",
  edit_policy: "Write policies and test cases",
  publish_policy: "Put a policy in force",
  change_settings: "Change settings",
  serve_data_request: "Answer data requests",
  review_quality: "Review what the agent said",
  read_audit: "See what people did",
  manage_team: "Change roles and limits",
};

/** All words of the page about the team. */
export const texts = {
  title: "Team",
  back: "Settings",
  subtitle: "Who may do what in this app. Whoever your Shopify admin lets open the app appears here.",
  audit: "What people did",
  people: {
    heading: "People",
    text: "A changed role counts from the next page they open.",
    role: "Role",
    limit: (currency: string) => `Approves up to (${currency})`,
    asRole: "Empty: as the role",
    noLimit: "Empty: as owners",
    viewer: "Viewers approve nothing",
    you: (name: string) => `${name} (you)`,
    accountOwner: "Owns the store’s account, and stays an owner.",
    seen: (when: string) => `Last here ${when}`,
    alone: "Nobody else has opened the app yet. Colleagues appear here once they do.",
  },
  limits: {
    heading: "What each role may approve",
    text: "An approval above somebody’s limit has to go to somebody else. 0 means none.",
    of: (role: keyof typeof staffTexts.roles, currency: string) => `${staffTexts.roles[role]}, up to (${currency})`,
    owner: "Empty: any amount",
  },
  newcomers: {
    heading: "Newcomers",
    label: "Whoever opens the app for the first time is",
    help: "The owner of your store’s account is always an owner.",
  },
  rights: { heading: "What each role includes", action: "What", yes: "Yes", no: "–", names: RIGHTS },
  errors: {
    amount: "Enter an amount such as 50 or 50.00.",
    noOwner: "At least one person has to be an owner.",
    accountOwner: "Who owns the store’s account stays an owner.",
  },
};
