CREATE TABLE "pauses" (
	"player_id" bigint NOT NULL,
	"workspace_id" bigint NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date NOT NULL,
	CONSTRAINT "pauses_player_id_first_day_pk" PRIMARY KEY("player_id","first_day")
);
--> statement-breakpoint
CREATE TABLE "reminded" (
	"player_id" bigint NOT NULL,
	"workspace_id" bigint NOT NULL,
	"date" date NOT NULL,
	"told_at" timestamp with time zone,
	CONSTRAINT "reminded_player_id_date_pk" PRIMARY KEY("player_id","date")
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"player_id" bigint PRIMARY KEY NOT NULL,
	"workspace_id" bigint NOT NULL,
	"channel_id" bigint,
	"time" text NOT NULL,
	"zone" text NOT NULL,
	"due_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "pauses" ADD CONSTRAINT "pauses_player_of_workspace" FOREIGN KEY ("player_id","workspace_id") REFERENCES "public"."players"("id","workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminded" ADD CONSTRAINT "reminded_player_of_workspace" FOREIGN KEY ("player_id","workspace_id") REFERENCES "public"."players"("id","workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_player_of_workspace" FOREIGN KEY ("player_id","workspace_id") REFERENCES "public"."players"("id","workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reminders_due" ON "reminders" USING btree ("due_at") WHERE "reminders"."due_at" is not null;