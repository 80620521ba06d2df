/** The settings with a field on the page. Each is shown and submitted in the format of the `settings` command. */
export const channelFields = [
  'attempts',
  'reveal-after',
  'packs',
  'topics',
  'difficulty',
  'order',
  'extra-rounds',
  'mention',
  'threads',
  'holidays',
] as const
export const workspaceFields = ['zone', 'week-start', 'team-score', 'seasons', 'public-names', 'retention'] as const
export type SetupField = (typeof channelFields)[number] | (typeof workspaceFields)[number]

export type SetupView = {
  channel: { id: number; name: string }
  channels: { id: number; name: string }[]
  /** Identifies the state that the page shows. */
  seen: string
  schedule?: { time: string; zone: string; weekdays: number[] }
  /** The times of the next posts; empty if there is no schedule. */
  next: Date[]
  paused?: string
  values: Record<SetupField, string>
  topics: string[]
  packs: string[]
  weekly: { on: boolean; day: number; time: string; zone: string; channelName?: string; next?: Date }
}

export type ScheduleForm = { time: string; zone: string; days: string }
export type WeeklyForm = { day: string; time: string }
export type From = { channelId: number; seen: string }
