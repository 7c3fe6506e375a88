-- In milliseconds, now() is rounded up half of the time: what is due at once would not be due for a moment.
ALTER TABLE "resolution" ALTER COLUMN "next_at" TYPE TIMESTAMPTZ(6);
