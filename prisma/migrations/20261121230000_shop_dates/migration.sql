-- CreateTable
CREATE TABLE "shop_settings" (
    "shop" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shop_settings_pkey" PRIMARY KEY ("shop")
);

-- CreateTable
CREATE TABLE "notice" (
    "shop" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "notice" JSONB NOT NULL,
    "until" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("shop","id")
);

-- CreateTable
CREATE TABLE "delivery_estimate" (
    "shop" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "destination" TEXT NOT NULL,
    "samples" INTEGER NOT NULL,
    "handling_early" INTEGER NOT NULL,
    "handling_median" INTEGER NOT NULL,
    "handling_late" INTEGER NOT NULL,
    "transit_early" INTEGER NOT NULL,
    "transit_median" INTEGER NOT NULL,
    "transit_late" INTEGER NOT NULL,
    "learnt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "delivery_estimate_pkey" PRIMARY KEY ("shop","method","origin","destination")
);

-- CreateIndex
CREATE INDEX "notice_shop_until_idx" ON "notice"("shop", "until");
