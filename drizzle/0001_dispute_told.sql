ALTER TABLE "disputes" ADD COLUMN "told_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "disputes_untold" ON "disputes" USING btree ("id") WHERE "disputes"."state" <> 'open' and "disputes"."told_at" is null;--> statement-breakpoint
UPDATE "disputes" SET "told_at" = "decided_at" WHERE "state" <> 'open';
