-- What people at the desk need to know of a conversation without reading its log.
ALTER TABLE "conversation"
  ADD COLUMN "escalated_at" TIMESTAMPTZ(3),
  ADD COLUMN "escalation_reason" TEXT,
  ADD COLUMN "priority" INTEGER NOT NULL DEFAULT 3,
  ADD COLUMN "due_at" TIMESTAMPTZ(3),
  ADD COLUMN "waits_for" TEXT NOT NULL DEFAULT 'team',
  ADD COLUMN "assigned_to" TEXT,
  ADD COLUMN "taken_by" TEXT,
  ADD COLUMN "snoozed_until" TIMESTAMPTZ(3),
  ADD COLUMN "closed_at" TIMESTAMPTZ(3),
  ADD COLUMN "outcome" TEXT,
  ADD COLUMN "shopper_name" TEXT,
  ADD COLUMN "shopper_email" TEXT,
  ADD COLUMN "contact_email" TEXT;

UPDATE "conversation" c SET "escalated_at" = e."at", "escalation_reason" = e."body" ->> 'reason', "due_at" = e."at"
FROM "event" e
WHERE e."shop" = c."shop" AND e."conversation_id" = c."id" AND e."type" = 'escalation' AND c."status" = 'escalated'
  AND e."seq" = (SELECT max(l."seq") FROM "event" l
    WHERE l."shop" = c."shop" AND l."conversation_id" = c."id" AND l."type" = 'escalation');
