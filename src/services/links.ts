import type { Player } from '../ports/store/players.ts'
import type { Workspace } from '../ports/store/workspaces.ts'

/** Links for messages. */
export type Links = {
  /** The board page of a workspace, signed; undefined if the app does not know its own address. */
  board(workspace: Pick<Workspace, 'id' | 'boardLinks'>): string | undefined
  /** Everything stored about a player, signed; works once, within a day. */
  playerExport(player: Pick<Player, 'id' | 'exportLinks'>): string | undefined
  /** A player's own progress page, signed; works for a day. */
  progress(player: Pick<Player, 'id'>): string | undefined
  /** Opens the desk, signed, at a page such as `/desk/imports/7`; works once, within a quarter of an hour. */
  desk(session: { id: number }, page?: string): string | undefined
  /** Shows a pack to admins of another workspace, signed; whether it still works, its row says. */
  pack(share: { id: number }): string | undefined
  /** The page of past questions, for anybody. */
  archive(): string | undefined
  /** Where a file of this project can be read. */
  source(path: string): string
}
