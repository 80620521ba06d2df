import type { SeasonSetting } from '../../domain/boards/season.ts'
import type { Place, Platform } from '../../domain/place.ts'
import type { TeamScore } from '../../domain/standings.ts'

export type Workspace = {
  id: number
  ref: Place
  platform: Platform
  name: string
  /** IANA zone in which its days, weeks and months begin. */
  zone: string
  /** The day on which its weeks begin, 1 Monday to 7 Sunday. */
  weekStart: number
  teamScore: TeamScore
  /** How long its seasons are. */
  seasons: SeasonSetting
  /** Whether the board page shows players' names. */
  publicNames: boolean
  /** How often the links to its board page were reset. */
  boardLinks: number
  /** After how many months the texts of answers are erased, if that is sooner than the operator's rule. */
  retentionMonths?: number
  weekly: WeeklyPost
  /** Since when the platform says that the app isn't installed; undefined while it is. */
  missingSince?: Date
}

/** When the weekly leaderboard is posted, in the workspace's zone, and where. */
export type WeeklyPost = {
  on: boolean /** 1 Monday to 7 Sunday */
  day: number /** HH:MM */
  time: string
  channelId?: number
}

export type Workspaces = {
  /** Finds or creates the workspace and keeps its name current. */
  recognise(seen: { ref: Place; name: string }): Promise<Workspace>
  find(id: number): Promise<Workspace | undefined>
  findByRef(ref: Place): Promise<Workspace | undefined>
  /** All of them, oldest first. */
  all(): Promise<Workspace[]>
  sizeOf(id: number): Promise<{ players: number; answers: number }>
  change(
    id: number,
    change: Partial<
      Pick<
        Workspace,
        'zone' | 'weekStart' | 'teamScore' | 'seasons' | 'publicNames' | 'boardLinks' | 'retentionMonths' | 'weekly'
      >
    > & {
      nextWeeklyAt?: Date | null
      missingSince?: Date | null
    },
  ): Promise<Workspace>
  /** Workspaces whose weekly post is due at `now`, in pages by id, each with its zone. */
  dueWeekly(now: Date, page: { after: number; limit: number }): Promise<{ id: number; dueAt: Date; zone: string }[]>
  /**
   * Keeps these from being removed until the transaction ends; returns those that are there. For a transaction that locks
   * something within a workspace before a row of one of its players: a removal locks them in another order.
   */
  hold(ids: readonly number[]): Promise<number[]>
  /** Deletes the workspace, everything in it, and what it granted us. */
  remove(ref: Place): Promise<void>
}
