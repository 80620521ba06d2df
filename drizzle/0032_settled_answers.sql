ALTER TABLE "rulings" ADD COLUMN "most" text;--> statement-breakpoint
ALTER TABLE "overlays" ADD COLUMN "taught" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "overlays" ADD COLUMN "settled" jsonb;--> statement-breakpoint
UPDATE "overlays" SET "taught" = "revision";