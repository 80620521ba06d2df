ALTER TABLE "pack_shares" ADD COLUMN "player_id" bigint NOT NULL;--> statement-breakpoint
ALTER TABLE "pack_shares" ADD CONSTRAINT "pack_shares_player_of_workspace" FOREIGN KEY ("player_id","workspace_id") REFERENCES "public"."players"("id","workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pack_shares_of_player" ON "pack_shares" USING btree ("player_id");