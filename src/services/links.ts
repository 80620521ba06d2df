import type { Player } from '../ports/store/players.ts'
import type { Workspace } from '../ports/store/workspaces.ts'

/** Creates the links in messages. */
export type Links = {
  /** The signed link to a workspace's board page; undefined if the app has no public URL. */
  board(workspace: Pick<Workspace, 'id' | 'boardLinks'>): string | undefined
  /** A signed link to a player's data export. It works once, within a day. */
  playerExport(player: Pick<Player, 'id' | 'exportLinks'>): string | undefined
  /** A signed link to a player's own progress page. It works for a day. */
  progress(player: Pick<Player, 'id'>): string | undefined
  /** A signed link that opens the desk at a page such as `/desk/imports/7`. It works once, within 15 minutes. */
  desk(session: { id: number }, page?: string): string | undefined
  /**
   * A signed link that offers a pack to admins of another workspace. The row of the share determines whether it still
   * works.
   */
  pack(share: { id: number }): string | undefined
  /** The public page of past questions. */
  archive(): string | undefined
  /** The link to a file in this project's public repository. */
  source(path: string): string
}
