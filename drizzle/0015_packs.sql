-- Own questions are versions beside those of the built-in pack, under ids with a slash, and never current: the release
-- before neither asks nor retires them.
CREATE TABLE "pack_questions" (
	"workspace_id" bigint NOT NULL,
	"pack_id" bigint NOT NULL,
	"question_id" text NOT NULL,
	"question_version" text NOT NULL,
	"examples" jsonb NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "pack_questions_question_id_pk" PRIMARY KEY("question_id"),
	CONSTRAINT "pack_questions_id" CHECK (starts_with("pack_questions"."question_id", "pack_questions"."pack_id" || '/'))
);
--> statement-breakpoint
CREATE TABLE "packs" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "packs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" bigint NOT NULL,
	"name" text NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"forgives_spelling" boolean DEFAULT true NOT NULL,
	"synonyms" jsonb NOT NULL,
	"titles" jsonb NOT NULL,
	CONSTRAINT "packs_in_workspace" UNIQUE("id","workspace_id"),
	CONSTRAINT "packs_name" UNIQUE("workspace_id","name")
);
--> statement-breakpoint
ALTER TABLE "practice" ADD COLUMN "question_owner" bigint;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "owner" bigint;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "exact_spelling" boolean;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "question_owner" bigint;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_of_owner" UNIQUE("id","version","owner");--> statement-breakpoint
ALTER TABLE "pack_questions" ADD CONSTRAINT "pack_questions_pack_of_workspace" FOREIGN KEY ("pack_id","workspace_id") REFERENCES "public"."packs"("id","workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pack_questions" ADD CONSTRAINT "pack_questions_question_of_workspace" FOREIGN KEY ("question_id","question_version","workspace_id") REFERENCES "public"."questions"("id","version","owner") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "packs" ADD CONSTRAINT "packs_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pack_questions_of_pack" ON "pack_questions" USING btree ("workspace_id","pack_id");--> statement-breakpoint
ALTER TABLE "practice" ADD CONSTRAINT "practice_player_of_workspace" FOREIGN KEY ("player_id","question_owner") REFERENCES "public"."players"("id","workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice" ADD CONSTRAINT "practice_question_of_workspace" FOREIGN KEY ("question_id","question_version","question_owner") REFERENCES "public"."questions"("id","version","owner") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_owner_workspaces_id_fk" FOREIGN KEY ("owner") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_question_of_workspace" FOREIGN KEY ("question_id","question_version","question_owner") REFERENCES "public"."questions"("id","version","owner") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "practice_of_own_question" ON "practice" USING btree ("question_id") WHERE "practice"."question_owner" is not null;--> statement-breakpoint
CREATE INDEX "questions_by_owner" ON "questions" USING btree ("owner") WHERE "questions"."owner" is not null;--> statement-breakpoint
ALTER TABLE "practice" ADD CONSTRAINT "practice_question_owner" CHECK (("practice"."question_owner" is null) = ("practice"."question_id" not like '%/%'));--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_owner_by_id" CHECK (("questions"."owner" is null) = ("questions"."id" not like '%/%'));--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_question_owner" CHECK (coalesce("rounds"."question_owner" = "rounds"."workspace_id", "rounds"."question_id" not like '%/%'));