import type { Role, StaffAction } from "../../staff/may.ts";

const ROLES: Record<Role, string> = { owner: "Owner", lead: "Lead", agent: "Agent", viewer: "Viewer" };
const MANY: Record<Role, string> = { owner: "owners", lead: "leads", agent: "agents", viewer: "viewers" };

const list = (words: readonly string[]) => new Intl.ListFormat("en", { type: "disjunction" }).format(words);

/** What an action is called where somebody may not do it: "Only owners can …". */
const DEEDS: Record<StaffAction, string> = {
  look: "open the app",
  read_conversations: "read conversations",
  take_over: "take over a conversation",
  approve: "approve",
  refuse: "refuse an approval",
  retry: "try again",
  settle_by_hand: "settle something by hand",
  try_agent: "use the playground",
  edit_policy: "change policies",
  publish_policy: "put a policy in force",
  change_settings: "change settings",
  serve_data_request: "answer a customer’s data request",
  review_quality: "review what the agent said",
  read_audit: "read what people did",
  manage_team: "change roles and limits",
};

/** Words about people and what they may do that several pages share. */
export const staffTexts = {
  roles: ROLES,
  only: (action: StaffAction, roles: readonly Role[]) =>
    `Only ${list(roles.map((role) => MANY[role]))} can ${DEEDS[action]}.`,
  notAllowed: {
    title: "Your role does not include this",
    text: (role: Role, roles: readonly Role[]) =>
      `You are here as ${/^[aeiou]/.test(role) ? "an" : "a"} ${role}. This is for ${list(roles.map((one) => MANY[one]))}. An owner can change your role under Settings, Team.`,
    action: "See who is on the team",
  },
};
