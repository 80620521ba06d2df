CREATE TABLE "season_places" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "season_places_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" bigint NOT NULL,
	"season_id" bigint NOT NULL,
	"team_id" bigint,
	"player_id" bigint,
	"rank" integer NOT NULL,
	"points" integer NOT NULL,
	CONSTRAINT "season_places_of_team" UNIQUE("team_id","season_id"),
	CONSTRAINT "season_places_of_player" UNIQUE("player_id","season_id"),
	CONSTRAINT "season_places_of_one" CHECK (num_nonnulls("season_places"."team_id", "season_places"."player_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "seasons" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "seasons_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" bigint NOT NULL,
	"length" text NOT NULL,
	"starts_on" date NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "seasons_once" UNIQUE("workspace_id","length","starts_on"),
	CONSTRAINT "seasons_in_workspace" UNIQUE("id","workspace_id")
);
--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "seasons" text DEFAULT 'off' NOT NULL;--> statement-breakpoint
ALTER TABLE "season_places" ADD CONSTRAINT "season_places_season_of_workspace" FOREIGN KEY ("season_id","workspace_id") REFERENCES "public"."seasons"("id","workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "season_places" ADD CONSTRAINT "season_places_team_of_workspace" FOREIGN KEY ("team_id","workspace_id") REFERENCES "public"."teams"("id","workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "season_places" ADD CONSTRAINT "season_places_player_of_workspace" FOREIGN KEY ("player_id","workspace_id") REFERENCES "public"."players"("id","workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seasons" ADD CONSTRAINT "seasons_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "season_places_of_season" ON "season_places" USING btree ("season_id");--> statement-breakpoint
CREATE INDEX "seasons_due" ON "seasons" USING btree ("closes_at") WHERE "seasons"."closed_at" is null;