ALTER TABLE "channels" ADD COLUMN "greeted" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "players" ADD COLUMN "greeted" boolean DEFAULT false NOT NULL;