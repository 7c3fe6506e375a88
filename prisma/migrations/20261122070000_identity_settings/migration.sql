-- One document of settings for each subject that a merchant may say something about; a subject without a row has its defaults.
CREATE TABLE "setting_document" (
    "shop" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "setting_document_pkey" PRIMARY KEY ("shop", "subject")
);

-- Orders that a guest has proven by a code sent to the order's own email, out of those in order_ids.
ALTER TABLE "conversation" ADD COLUMN "code_order_ids" TEXT[] NOT NULL DEFAULT '{}';

-- Codes by email. What the guest typed is sealed and goes with the sending; of the code only a keyed hash is kept.
CREATE TABLE "identity_code" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "asked" TEXT,
    "order_id" TEXT,
    "order_name" TEXT,
    "hash" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "used_at" TIMESTAMPTZ(3),
    CONSTRAINT "identity_code_pkey" PRIMARY KEY ("shop", "id"),
    CONSTRAINT "identity_code_conversation_fkey" FOREIGN KEY ("shop", "conversation_id")
      REFERENCES "conversation" ("shop", "id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE INDEX "identity_code_shop_conversation_id_idx" ON "identity_code" ("shop", "conversation_id");
CREATE INDEX "identity_code_expires_at_idx" ON "identity_code" ("expires_at");
