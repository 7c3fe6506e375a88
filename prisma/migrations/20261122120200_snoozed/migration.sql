-- Every process looks for what is to wake every few seconds: it reads the few that are snoozed, and no other rows.
CREATE INDEX "conversation_snoozed_until_idx" ON "conversation" ("snoozed_until") WHERE "snoozed_until" IS NOT NULL;
