-- Email that was given up: the merchant sees that something did not arrive. It names no mailbox.
CREATE TABLE "mail_failure" (
  "shop" TEXT NOT NULL,
  "id" UUID NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "kind" TEXT NOT NULL,
  "failure" TEXT NOT NULL,
  CONSTRAINT "mail_failure_pkey" PRIMARY KEY ("shop", "id")
);
CREATE INDEX "mail_failure_at_idx" ON "mail_failure" ("at");
