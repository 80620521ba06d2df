CREATE TABLE "departed" (
	"round_id" bigint NOT NULL,
	"fingerprint" text NOT NULL,
	CONSTRAINT "departed_round_id_fingerprint_pk" PRIMARY KEY("round_id","fingerprint")
);
--> statement-breakpoint
ALTER TABLE "workspaces" ALTER COLUMN "public_names" SET DEFAULT false;--> statement-breakpoint
ALTER TABLE "players" ADD COLUMN "export_links" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "board_links" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "departed" ADD CONSTRAINT "departed_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;