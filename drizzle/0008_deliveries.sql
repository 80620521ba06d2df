-- Unlogged: writing a row must not make every command wait for the disk, and after a crash it may be empty.
CREATE UNLOGGED TABLE "deliveries" (
	"hash" text PRIMARY KEY NOT NULL,
	"came_at" timestamp with time zone DEFAULT now() NOT NULL
);
