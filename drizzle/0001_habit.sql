DROP INDEX "rounds_of_workspace";--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "scheduled_by" text;--> statement-breakpoint
ALTER TABLE "channels" ADD COLUMN "few_left_told" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "rounds_of_workspace" ON "rounds" USING btree ("workspace_id","id");