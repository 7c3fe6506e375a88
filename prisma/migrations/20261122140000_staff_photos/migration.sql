-- People at the shop send photos, too. Theirs bear out nothing that a shopper claims, so they are told apart.
ALTER TABLE "attachment" ADD COLUMN "by_staff" BOOLEAN NOT NULL DEFAULT false;
