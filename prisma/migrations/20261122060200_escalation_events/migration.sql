-- Whether a conversation ever needed a person is asked of all of a month's conversations at once.
CREATE INDEX "event_escalations" ON "event" ("shop", "conversation_id") WHERE "type" = 'escalation';
