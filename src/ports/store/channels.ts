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
  /** The last schedule, once turned off; undefined while the channel has a schedule. */
  endedSchedule?: Schedule
  settings: ChannelSettings
  /** Why nothing is posted right now, such as `forbidden`; undefined if all is well. */
  pausedBecause?: string
  /** Days in a row on which the post failed. */
  failedDays: number
  /** The admin who set the schedule: told if something goes wrong with it. */
  scheduledBy?: Place
  /** Whether that admin knows that few questions are left that were never asked here. */
  fewLeftTold: boolean
  /** Whether the channel was told what the app is and who brought it. */
  greeted: boolean
}

export type ChannelSettings = {
  /** Where questions come from; never empty. */
  packs: PackChoice[]
  /** Empty: all topics. */
  topics: string[]
  difficulty?: Difficulty
  order: QuestionOrder
  /** Tries a player has in one round. */
  attempts: number
  /** The reveal comes with the next round, or at the latest after so many minutes. */
  revealAfterMinutes: number
  /** Role or group to notify with each scheduled question. */
  mention?: string
  /** Rounds that players may start per day with `ask`. */
  extraRounds: number
  /** Whether a thread is started below each reveal, if the platform doesn't put it into one. */
  threads: boolean
  /** Questions that come next, before any picked ones. */
  pinned: string[]
}

export type Channels = {
  recognise(workspaceId: number, seen: { ref: Place; name: string }): Promise<Channel>
  /** With `lock`, nobody else changes the channel or locks it until the transaction ends. */
  find(id: number, lock?: 'lock'): Promise<Channel | undefined>
  inWorkspace(workspaceId: number): Promise<Channel[]>
  /** The channel whose schedule asked last; undefined if none has asked yet. */
  askedLast(workspaceId: number): Promise<Channel | undefined>
  /** `schedule: null` removes the schedule; `nextPostAt` is what `due` checks. */
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
