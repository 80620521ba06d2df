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
  /** The first day of its weeks, 1 Monday to 7 Sunday. */
  weekStart: number
  teamScore: TeamScore
  /** The length of its seasons. */
  seasons: SeasonSetting
  /** Whether the board page shows players' names. */
  publicNames: boolean
  /** How often the links to its board page were reset. */
  boardLinks: number
  /** After how many months the texts of answers are erased, if that is earlier than the operator's setting. */
  retentionMonths?: number
  weekly: WeeklyPost
  /** Since when the platform has reported the app as not installed; undefined while it is installed. */
  missingSince?: Date
}

/** When and where the weekly leaderboard is posted, in the workspace's zone. */
export type WeeklyPost = {
  on: boolean /** 1 Monday to 7 Sunday */
  day: number /** HH:MM */
  time: string
  channelId?: number
}

export type Workspaces = {
  /** Finds or creates the workspace and updates its name. */
  recognise(seen: { ref: Place; name: string }): Promise<Workspace>
  find(id: number): Promise<Workspace | undefined>
  findByRef(ref: Place): Promise<Workspace | undefined>
  /** All workspaces, oldest first. */
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
   * Prevents these workspaces from being removed until the transaction ends. Returns the ids that exist. Call it before
   * locking rows within a workspace in another order than `remove` does, to avoid deadlocks.
   */
  hold(ids: readonly number[]): Promise<number[]>
  /** Deletes the workspace, all of its data, and its grant. */
  remove(ref: Place): Promise<void>
}
