/** What time or an event makes us do. A job carries ids only, and every one is safe to run twice. */
export type Job =
  | { name: 'grade'; answerId: number }
  | { name: 'tell'; answerId: number }
  | { name: 'post-round'; roundId: number }
  | { name: 'close-round'; roundId: number }
  | { name: 'reveal-round'; roundId: number }
  | { name: 'ask'; channelId: number; localDate: string }
  | { name: 'weekly'; workspaceId: number; week: string }
  | { name: 'tick' }
  | { name: 'sweep' }
