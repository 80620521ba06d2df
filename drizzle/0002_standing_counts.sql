CREATE TABLE "standing_counts" (
	"workspace_id" bigint NOT NULL,
	"board_window" text NOT NULL,
	"starts_on" date NOT NULL,
	"kind" text NOT NULL,
	"scale" smallint NOT NULL,
	"bucket" integer NOT NULL,
	"shard" integer DEFAULT 0 NOT NULL,
	"subjects" integer NOT NULL,
	CONSTRAINT "standing_counts_workspace_id_board_window_starts_on_kind_scale_bucket_shard_pk" PRIMARY KEY("workspace_id","board_window","starts_on","kind","scale","bucket","shard")
);
