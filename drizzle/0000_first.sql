CREATE TYPE "public"."board_kind" AS ENUM('players', 'teams-sum', 'teams-best-three');--> statement-breakpoint
CREATE TYPE "public"."board_window" AS ENUM('all', 'month', 'week');--> statement-breakpoint
CREATE SEQUENCE "public"."transcript_sequence" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "answers" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "answers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"round_id" bigint NOT NULL,
	"player_id" bigint NOT NULL,
	"team_id" bigint,
	"attempt" integer NOT NULL,
	"text" text NOT NULL,
	"words_key" text,
	"state" text DEFAULT 'received' NOT NULL,
	"event_id" text,
	"path" text,
	"request_id" text,
	"received_at" timestamp with time zone NOT NULL,
	"graded_at" timestamp with time zone,
	"told_at" timestamp with time zone,
	CONSTRAINT "answers_attempt" UNIQUE("round_id","player_id","attempt"),
	CONSTRAINT "answers_words" UNIQUE("round_id","player_id","words_key"),
	CONSTRAINT "answers_event" UNIQUE("player_id","event_id")
);
--> statement-breakpoint
CREATE TABLE "channels" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "channels_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" bigint NOT NULL,
	"ref" text NOT NULL,
	"name" text NOT NULL,
	"schedule" jsonb,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"next_post_at" timestamp with time zone,
	"paused_because" text,
	"failed_days" integer DEFAULT 0 NOT NULL,
	"scheduled_by" text,
	"few_left_told" boolean DEFAULT false NOT NULL,
	CONSTRAINT "channels_ref_unique" UNIQUE("ref")
);
--> statement-breakpoint
CREATE TABLE "disputes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "disputes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" bigint NOT NULL,
	"answer_id" bigint NOT NULL,
	"player_id" bigint NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"note" text,
	"opened_at" timestamp with time zone NOT NULL,
	"decided_by" bigint,
	"decided_at" timestamp with time zone,
	CONSTRAINT "disputes_answer_id_unique" UNIQUE("answer_id")
);
--> statement-breakpoint
CREATE TABLE "grades" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "grades_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"answer_id" bigint NOT NULL,
	"question_version" text NOT NULL,
	"score" double precision NOT NULL,
	"verdict" text NOT NULL,
	"findings" jsonb NOT NULL,
	"cause" text NOT NULL,
	"earned" integer NOT NULL,
	"graded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hints" (
	"round_id" bigint NOT NULL,
	"player_id" bigint NOT NULL,
	"taken_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "hints_round_id_player_id_pk" PRIMARY KEY("round_id","player_id")
);
--> statement-breakpoint
CREATE TABLE "installations" (
	"owner" text PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ledger_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"grade_id" bigint NOT NULL,
	"workspace_id" bigint NOT NULL,
	"player_id" bigint NOT NULL,
	"team_id" bigint,
	"round_id" bigint NOT NULL,
	"points" integer NOT NULL,
	"day" date NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ledger_grade_id_unique" UNIQUE("grade_id")
);
--> statement-breakpoint
CREATE TABLE "players" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "players_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" bigint NOT NULL,
	"ref" text NOT NULL,
	"name" text NOT NULL,
	"team_id" bigint,
	"streak" jsonb DEFAULT '{"current":0,"longest":0,"freezes":0}'::jsonb NOT NULL,
	"forgotten_at" timestamp with time zone,
	CONSTRAINT "players_ref_unique" UNIQUE("ref")
);
--> statement-breakpoint
CREATE TABLE "practice" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "practice_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"player_id" bigint NOT NULL,
	"question_id" text NOT NULL,
	"question_version" text NOT NULL,
	"card" jsonb
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"id" text NOT NULL,
	"version" text NOT NULL,
	"current" boolean NOT NULL,
	"topic" text NOT NULL,
	"difficulty" text NOT NULL,
	"body" jsonb NOT NULL,
	"synonyms" jsonb NOT NULL,
	"current_since" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "questions_id_version_pk" PRIMARY KEY("id","version")
);
--> statement-breakpoint
CREATE TABLE "rounds" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "rounds_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" bigint NOT NULL,
	"channel_id" bigint NOT NULL,
	"question_id" text NOT NULL,
	"question_version" text NOT NULL,
	"kind" text NOT NULL,
	"local_date" date NOT NULL,
	"attempts" integer NOT NULL,
	"state" text DEFAULT 'posting' NOT NULL,
	"asked_by" bigint,
	"posted" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"opened_at" timestamp with time zone,
	"closes_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"revealed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "standing_counts" (
	"workspace_id" bigint NOT NULL,
	"board_window" "board_window" NOT NULL,
	"starts_on" date NOT NULL,
	"kind" "board_kind" NOT NULL,
	"scale" smallint NOT NULL,
	"bucket" integer NOT NULL,
	"shard" integer DEFAULT 0 NOT NULL,
	"subjects" integer NOT NULL,
	CONSTRAINT "standing_counts_workspace_id_board_window_starts_on_kind_scale_bucket_shard_pk" PRIMARY KEY("workspace_id","board_window","starts_on","kind","scale","bucket","shard")
);
--> statement-breakpoint
CREATE TABLE "standings" (
	"workspace_id" bigint NOT NULL,
	"board_window" "board_window" NOT NULL,
	"starts_on" date NOT NULL,
	"kind" "board_kind" NOT NULL,
	"subject_id" bigint NOT NULL,
	"points" integer NOT NULL,
	CONSTRAINT "standings_workspace_id_board_window_starts_on_kind_subject_id_pk" PRIMARY KEY("workspace_id","board_window","starts_on","kind","subject_id")
);
--> statement-breakpoint
CREATE TABLE "team_day_players" (
	"workspace_id" bigint NOT NULL,
	"team_id" bigint NOT NULL,
	"day" date NOT NULL,
	"player_id" bigint NOT NULL,
	"points" integer NOT NULL,
	CONSTRAINT "team_day_players_workspace_id_team_id_day_player_id_pk" PRIMARY KEY("workspace_id","team_id","day","player_id")
);
--> statement-breakpoint
CREATE TABLE "team_days" (
	"workspace_id" bigint NOT NULL,
	"team_id" bigint NOT NULL,
	"day" date NOT NULL,
	"best_three" integer NOT NULL,
	"total" integer NOT NULL,
	CONSTRAINT "team_days_workspace_id_team_id_day_pk" PRIMARY KEY("workspace_id","team_id","day")
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "teams_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" bigint NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"linked_ref" text,
	CONSTRAINT "teams_name" UNIQUE("workspace_id","name_key")
);
--> statement-breakpoint
CREATE TABLE "transcript" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "transcript_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"sequence" bigint DEFAULT nextval('transcript_sequence') NOT NULL,
	"channel" text NOT NULL,
	"key" text NOT NULL,
	"only_for" text,
	"under" bigint,
	"author_ref" text,
	"author_name" text,
	"message" jsonb NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	"edited" boolean DEFAULT false NOT NULL,
	CONSTRAINT "transcript_key" UNIQUE("channel","key")
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "workspaces_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"ref" text NOT NULL,
	"platform" text NOT NULL,
	"name" text NOT NULL,
	"zone" text DEFAULT 'UTC' NOT NULL,
	"team_score" text DEFAULT 'best-three' NOT NULL,
	"public_names" boolean DEFAULT true NOT NULL,
	"weekly_on" boolean DEFAULT true NOT NULL,
	"weekly_day" integer DEFAULT 1 NOT NULL,
	"weekly_time" text DEFAULT '09:00' NOT NULL,
	"weekly_channel_id" bigint,
	"next_weekly_at" timestamp with time zone,
	CONSTRAINT "workspaces_ref_unique" UNIQUE("ref")
);
--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_player_id_players_id_fk" FOREIGN KEY ("player_id") REFERENCES "public"."players"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channels" ADD CONSTRAINT "channels_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_answer_id_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_player_id_players_id_fk" FOREIGN KEY ("player_id") REFERENCES "public"."players"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grades" ADD CONSTRAINT "grades_answer_id_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hints" ADD CONSTRAINT "hints_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hints" ADD CONSTRAINT "hints_player_id_players_id_fk" FOREIGN KEY ("player_id") REFERENCES "public"."players"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger" ADD CONSTRAINT "ledger_grade_id_grades_id_fk" FOREIGN KEY ("grade_id") REFERENCES "public"."grades"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "players" ADD CONSTRAINT "players_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "players" ADD CONSTRAINT "players_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice" ADD CONSTRAINT "practice_player_id_players_id_fk" FOREIGN KEY ("player_id") REFERENCES "public"."players"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_channel_id_channels_id_fk" FOREIGN KEY ("channel_id") REFERENCES "public"."channels"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_question_id_question_version_questions_id_version_fk" FOREIGN KEY ("question_id","question_version") REFERENCES "public"."questions"("id","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answers_unfinished" ON "answers" USING btree ("id") WHERE "answers"."state" <> 'told';--> statement-breakpoint
CREATE INDEX "channels_of_workspace" ON "channels" USING btree ("workspace_id");--> statement-breakpoint
CREATE INDEX "channels_due" ON "channels" USING btree ("next_post_at") WHERE "channels"."next_post_at" is not null;--> statement-breakpoint
CREATE INDEX "disputes_by_state" ON "disputes" USING btree ("workspace_id","state","id");--> statement-breakpoint
CREATE INDEX "disputes_of_player" ON "disputes" USING btree ("player_id");--> statement-breakpoint
CREATE INDEX "grades_of_answer" ON "grades" USING btree ("answer_id","id");--> statement-breakpoint
CREATE INDEX "hints_of_player" ON "hints" USING btree ("player_id");--> statement-breakpoint
CREATE INDEX "ledger_of_workspace" ON "ledger" USING btree ("workspace_id","day");--> statement-breakpoint
CREATE INDEX "players_of_workspace" ON "players" USING btree ("workspace_id");--> statement-breakpoint
CREATE INDEX "players_of_team" ON "players" USING btree ("team_id");--> statement-breakpoint
CREATE UNIQUE INDEX "practice_of_player" ON "practice" USING btree ("player_id","question_id");--> statement-breakpoint
CREATE UNIQUE INDEX "questions_current" ON "questions" USING btree ("id") WHERE "questions"."current";--> statement-breakpoint
CREATE UNIQUE INDEX "rounds_one_scheduled_a_day" ON "rounds" USING btree ("channel_id","local_date") WHERE "rounds"."kind" = 'scheduled';--> statement-breakpoint
CREATE INDEX "rounds_of_workspace" ON "rounds" USING btree ("workspace_id","id");--> statement-breakpoint
CREATE INDEX "rounds_latest" ON "rounds" USING btree ("channel_id","id");--> statement-breakpoint
CREATE INDEX "rounds_unposted" ON "rounds" USING btree ("created_at") WHERE "rounds"."state" = 'posting';--> statement-breakpoint
CREATE INDEX "rounds_closing" ON "rounds" USING btree ("closes_at") WHERE "rounds"."state" = 'open';--> statement-breakpoint
CREATE INDEX "rounds_unrevealed" ON "rounds" USING btree ("id") WHERE "rounds"."state" = 'closed' and "rounds"."revealed_at" is null;--> statement-breakpoint
CREATE INDEX "standings_best_first" ON "standings" USING btree ("workspace_id","board_window","starts_on","kind","points" DESC NULLS FIRST,"subject_id") WHERE "standings"."points" > 0;--> statement-breakpoint
CREATE INDEX "team_day_players_best_first" ON "team_day_players" USING btree ("workspace_id","team_id","day","points");--> statement-breakpoint
CREATE INDEX "transcript_new" ON "transcript" USING btree ("channel","sequence");--> statement-breakpoint
CREATE INDEX "transcript_by_author" ON "transcript" USING btree ("author_ref");--> statement-breakpoint
CREATE INDEX "transcript_by_reader" ON "transcript" USING btree ("only_for");--> statement-breakpoint
CREATE INDEX "workspaces_due" ON "workspaces" USING btree ("next_weekly_at");