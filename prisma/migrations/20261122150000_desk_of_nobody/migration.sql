-- An index gives no order to what comes after a NULL: what nobody has yet was read whole and sorted for every page of it.
DROP INDEX "conversation_desk_person_idx";
CREATE INDEX "conversation_desk_person_idx" ON "conversation"
  ("shop", (COALESCE("assigned_to", '')), (COALESCE("due_at", '9999-12-31 00:00:00+00'::timestamptz)), "id")
  WHERE "status" = 'escalated';
