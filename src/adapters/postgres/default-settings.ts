import type { ChannelSettings } from '../../ports/store/channels.ts'

export const defaultSettings: ChannelSettings = {
  packs: ['built-in'],
  topics: [],
  order: 'turns',
  attempts: 2,
  revealAfterMinutes: 1440,
  extraRounds: 5,
  threads: false,
  pinned: [],
}
