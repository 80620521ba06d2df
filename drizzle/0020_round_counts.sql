ALTER TABLE "rounds" ADD COLUMN "answered" integer;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "correct" integer;