-- Guests of shared channels were players of the workspace they come from. Each becomes a player of the workspace where
-- they played, with the points they earned there; their team was another workspace's, and is left behind.
CREATE TEMPORARY TABLE "guests" ON COMMIT DROP AS
  SELECT DISTINCT rounds.workspace_id, answers.player_id AS old_id
  FROM answers JOIN rounds ON rounds.id = answers.round_id JOIN players ON players.id = answers.player_id
  WHERE players.workspace_id <> rounds.workspace_id
  UNION
  SELECT DISTINCT rounds.workspace_id, hints.player_id
  FROM hints JOIN rounds ON rounds.id = hints.round_id JOIN players ON players.id = hints.player_id
  WHERE players.workspace_id <> rounds.workspace_id;--> statement-breakpoint
ALTER TABLE "guests" ADD COLUMN "ref" text;--> statement-breakpoint
-- Who has played there under a ref of that workspace too stays two players: their tries may be of the same round.
UPDATE guests SET ref = workspaces.ref || ':' || CASE
    WHEN EXISTS (SELECT FROM players AS other WHERE other.ref = workspaces.ref || ':' || split_part(players.ref, ':', 3))
    THEN 'guest-' || players.id ELSE split_part(players.ref, ':', 3) END
  FROM workspaces, players
  WHERE workspaces.id = guests.workspace_id AND players.id = guests.old_id;--> statement-breakpoint
INSERT INTO players (workspace_id, ref, name)
  SELECT guests.workspace_id, guests.ref, players.name FROM guests JOIN players ON players.id = guests.old_id
  ON CONFLICT (ref) DO NOTHING;--> statement-breakpoint
ALTER TABLE "guests" ADD COLUMN "new_id" bigint;--> statement-breakpoint
UPDATE guests SET new_id = players.id FROM players WHERE players.ref = guests.ref;--> statement-breakpoint
UPDATE answers SET player_id = guests.new_id, team_id = NULL FROM guests, rounds
  WHERE rounds.id = answers.round_id AND rounds.workspace_id = guests.workspace_id AND answers.player_id = guests.old_id;--> statement-breakpoint
UPDATE hints SET player_id = guests.new_id FROM guests, rounds
  WHERE rounds.id = hints.round_id AND rounds.workspace_id = guests.workspace_id AND hints.player_id = guests.old_id;--> statement-breakpoint
UPDATE disputes SET workspace_id = rounds.workspace_id, player_id = answers.player_id FROM answers, rounds
  WHERE answers.id = disputes.answer_id AND rounds.id = answers.round_id
    AND (disputes.player_id <> answers.player_id OR disputes.workspace_id <> rounds.workspace_id);--> statement-breakpoint
UPDATE ledger SET player_id = guests.new_id, team_id = NULL FROM guests
  WHERE ledger.workspace_id = guests.workspace_id AND ledger.player_id = guests.old_id;--> statement-breakpoint
UPDATE standings SET subject_id = guests.new_id FROM guests
  WHERE standings.workspace_id = guests.workspace_id AND standings.kind = 'players' AND standings.subject_id = guests.old_id;--> statement-breakpoint
DELETE FROM standings USING teams
  WHERE standings.kind <> 'players' AND teams.id = standings.subject_id AND teams.workspace_id <> standings.workspace_id;--> statement-breakpoint
DELETE FROM team_day_players USING teams
  WHERE teams.id = team_day_players.team_id AND teams.workspace_id <> team_day_players.workspace_id;--> statement-breakpoint
DELETE FROM team_days USING teams
  WHERE teams.id = team_days.team_id AND teams.workspace_id <> team_days.workspace_id;--> statement-breakpoint
UPDATE players SET team_id = NULL FROM teams
  WHERE teams.id = players.team_id AND teams.workspace_id <> players.workspace_id;--> statement-breakpoint
-- Others were first seen as guests and have a ref of their home only.
UPDATE players SET ref = workspaces.ref || ':' || split_part(players.ref, ':', 3) FROM workspaces
  WHERE workspaces.id = players.workspace_id AND NOT starts_with(players.ref, workspaces.ref || ':')
    AND NOT EXISTS (SELECT FROM players AS other WHERE other.ref = workspaces.ref || ':' || split_part(players.ref, ':', 3));--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "workspace_id" bigint;--> statement-breakpoint
UPDATE answers SET workspace_id = rounds.workspace_id FROM rounds WHERE rounds.id = answers.round_id;--> statement-breakpoint
-- The release before does not name the workspace. The trigger goes, and the column is filled for good, with the next release.
CREATE FUNCTION answers_workspace() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.workspace_id := (SELECT workspace_id FROM rounds WHERE id = NEW.round_id);
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER answers_workspace BEFORE INSERT ON answers
  FOR EACH ROW WHEN (NEW.workspace_id IS NULL) EXECUTE FUNCTION answers_workspace();--> statement-breakpoint
ALTER TABLE "channels" ADD CONSTRAINT "channels_in_workspace" UNIQUE("id","workspace_id");--> statement-breakpoint
ALTER TABLE "players" ADD CONSTRAINT "players_in_workspace" UNIQUE("id","workspace_id");--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_in_workspace" UNIQUE("id","workspace_id");--> statement-breakpoint
ALTER TABLE "teams" ADD CONSTRAINT "teams_in_workspace" UNIQUE("id","workspace_id");--> statement-breakpoint
ALTER TABLE "answers" DROP CONSTRAINT "answers_round_id_rounds_id_fk";--> statement-breakpoint
ALTER TABLE "answers" DROP CONSTRAINT "answers_player_id_players_id_fk";--> statement-breakpoint
ALTER TABLE "disputes" DROP CONSTRAINT "disputes_player_id_players_id_fk";--> statement-breakpoint
ALTER TABLE "players" DROP CONSTRAINT "players_team_id_teams_id_fk";--> statement-breakpoint
ALTER TABLE "rounds" DROP CONSTRAINT "rounds_channel_id_channels_id_fk";--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_round_of_workspace" FOREIGN KEY ("round_id","workspace_id") REFERENCES "public"."rounds"("id","workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_player_of_workspace" FOREIGN KEY ("player_id","workspace_id") REFERENCES "public"."players"("id","workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_player_of_workspace" FOREIGN KEY ("player_id","workspace_id") REFERENCES "public"."players"("id","workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "players" ADD CONSTRAINT "players_team_of_workspace" FOREIGN KEY ("team_id","workspace_id") REFERENCES "public"."teams"("id","workspace_id") ON DELETE SET NULL ("team_id") ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rounds" ADD CONSTRAINT "rounds_channel_of_workspace" FOREIGN KEY ("channel_id","workspace_id") REFERENCES "public"."channels"("id","workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "installations" ADD COLUMN "organization" text;--> statement-breakpoint
ALTER TABLE "installations" ADD COLUMN "granted_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
CREATE INDEX "installations_of_organization" ON "installations" USING btree ("organization");
