import type { Schedule } from '../../domain/calendar.ts'
import type { PackChoice } from '../../domain/packs/own-questions.ts'
import type { QuestionOrder } from '../../domain/pick-question.ts'
import type { Place } from '../../domain/place.ts'
import type { Difficulty } from '../../domain/question.ts'

export type Channel = {
  id: number
  workspaceId: number
  ref: Place
  name: string
  schedule?: Schedule
  /** The schedule that was last turned off; undefined while the channel has a schedule. */
  endedSchedule?: Schedule
  settings: ChannelSettings
  /** The reason why posts are paused, such as `forbidden`; undefined if they aren't. */
  pausedBecause?: string
  /** For how many days in a row the post has failed. */
  failedDays: number
  /** The admin who set the schedule. They are notified of problems with it. */
  scheduledBy?: Place
  /** Whether that admin was warned that few questions are left that were never asked here. */
  fewLeftTold: boolean
  /** Whether the greeting, which explains the app and names the person who added it, was posted in the channel. */
  greeted: boolean
}

export type ChannelSettings = {
  /** The packs that questions come from; never empty. */
  packs: PackChoice[]
  /** Empty means all topics. */
  topics: string[]
  difficulty?: Difficulty
  order: QuestionOrder
  attempts: number
  /** The reveal is posted with the next round, or after this many minutes if that is earlier. */
  revealAfterMinutes: number
  /** The role or group to notify with each scheduled question. */
  mention?: string
  /** How many rounds players may start per day with `ask`. */
  extraRounds: number
  /** Whether to start a thread below each reveal, if the platform doesn't post it in one. */
  threads: boolean
  /** Questions to ask next, before any picked ones. */
  pinned: string[]
}

export type Channels = {
  recognise(workspaceId: number, seen: { ref: Place; name: string }): Promise<Channel>
  /** With `lock`, no other transaction can change or lock the channel until this one ends. */
  find(id: number, lock?: 'lock'): Promise<Channel | undefined>
  inWorkspace(workspaceId: number): Promise<Channel[]>
  /** The channel whose schedule posted most recently; undefined if none has posted yet. */
  askedLast(workspaceId: number): Promise<Channel | undefined>
  /** `schedule: null` removes the schedule. `due` compares `nextPostAt` with the current time. */
  change(
    id: number,
    change: {
      schedule?: Schedule | null
      endedSchedule?: Schedule | null
      settings?: Partial<ChannelSettings>
      nextPostAt?: Date | null
      pausedBecause?: string | null
      failedDays?: number
      scheduledBy?: Place | null
      fewLeftTold?: boolean
      greeted?: boolean
    },
  ): Promise<Channel>
  /** Channels whose next post is due at `now`, in pages by id, each with the zone of its schedule. */
  due(
    now: Date,
    page: { after: number; limit: number },
  ): Promise<{ id: number; workspaceId: number; dueAt: Date; zone: string }[]>
}
