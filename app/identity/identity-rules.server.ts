import { settingDocument } from "../platform/setting-document.server.ts";
import { DEFAULT_RULES, identityRulesSchema, STRICTEST_RULES } from "./levels.ts";

/** What needs which proof in a shop. Never from memory: a rule made stricter holds from the next request on. */
export const identityRules = settingDocument("identity", identityRulesSchema, DEFAULT_RULES, STRICTEST_RULES);
