/** Settings that have a field on the page; each is shown and sent as a command would type it. */
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
export const workspaceFields = ['zone', 'team-score', 'seasons', 'public-names', 'retention'] as const
export type SetupField = (typeof channelFields)[number] | (typeof workspaceFields)[number]

/** How a channel and its workspace are set up. */
export type SetupView = {
  channel: { id: number; name: string }
  channels: { id: number; name: string }[]
  /** A stamp of what the page was built from. */
  seen: string
  schedule?: { time: string; zone: string; weekdays: number[] }
  /** The next posts; empty without a schedule. */
  next: Date[]
  paused?: string
  values: Record<SetupField, string>
  topics: string[]
  /** Names of all packs that there are. */
  packs: string[]
  weekly: { on: boolean; day: number; time: string; zone: string; channelName?: string; next?: Date }
}

export type ScheduleForm = { time: string; zone: string; days: string }
export type WeeklyForm = { day: string; time: string }
export type From = { channelId: number; seen: string }
