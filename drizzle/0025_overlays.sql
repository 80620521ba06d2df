CREATE TABLE "overlays" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "overlays_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"workspace_id" bigint NOT NULL,
	"question_id" text NOT NULL,
	"question_version" text NOT NULL,
	"revision" integer NOT NULL,
	"additions" jsonb NOT NULL,
	"made_by" bigint NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "overlays_in_workspace" UNIQUE("id","workspace_id"),
	CONSTRAINT "overlays_revision" UNIQUE("workspace_id","question_id","revision")
);
--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "overlay_id" bigint;--> statement-breakpoint
ALTER TABLE "overlays" ADD CONSTRAINT "overlays_workspace_id_workspaces_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "overlays_of_question" ON "overlays" USING btree ("question_id");--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_overlay_of_workspace" FOREIGN KEY ("overlay_id","workspace_id") REFERENCES "public"."overlays"("id","workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rounds_of_overlay" ON "rounds" USING btree ("overlay_id") WHERE "rounds"."overlay_id" is not null;