-- The list of what was handed to people: few among all conversations, so the index is partial.
CREATE INDEX "conversation_escalated_idx" ON "conversation"("shop", "updated_at") WHERE "status" = 'escalated';
