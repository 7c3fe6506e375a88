-- Conversations that a merchant wants to go a certain way (app/playground/test-case.ts).
CREATE TABLE "test_case" (
  "shop" TEXT NOT NULL,
  "id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "customer_id" TEXT,
  "customer_label" TEXT,
  "customer_gone" BOOLEAN NOT NULL DEFAULT false,
  "steps" JSONB NOT NULL,
  "expectations" JSONB NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_by" TEXT NOT NULL,
  "last_run" JSONB,
  CONSTRAINT "test_case_pkey" PRIMARY KEY ("shop", "id")
);
