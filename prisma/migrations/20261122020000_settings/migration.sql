-- What the merchant says about the agent, with the moment of its last change, so that a second editor is told of it.
ALTER TABLE "shop"
  ADD COLUMN "tone_preset" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "instructions" TEXT NOT NULL DEFAULT '',
  ADD COLUMN "greetings" JSONB NOT NULL DEFAULT '{}',
  ADD COLUMN "languages" TEXT[] NOT NULL DEFAULT '{}',
  ADD COLUMN "agent_updated_at" TIMESTAMPTZ(3);

ALTER TABLE "notice" ADD COLUMN "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now();
