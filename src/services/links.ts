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
  /** A signed link that opens the desk at a page such as `/desk/imports/7`. It works once, within 15 minutes. */
  desk(session: { id: number }, page?: string): string | undefined
  /** A signed link that shows a pack to admins of another workspace. Its row says whether it still works. */
  pack(share: { id: number }): string | undefined
  /** The page of past questions, for anybody. */
  archive(): string | undefined
  /** Where a file of this project can be read. */
  source(path: string): string
}
