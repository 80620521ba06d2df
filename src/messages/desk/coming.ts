import { counted } from '../rich.ts'

/** The page with a channel's upcoming questions. */
export const coming = {
  title: 'Upcoming questions',
  lead: 'The next ten questions, in order. Move them, swap one for another on the same topic, or choose from the bank.',
  nothing: 'No channel has a daily question yet, so nothing is coming.',
  channel: 'Channel',
  show: 'Show',
  in: (channel: string): string => `Next in ${channel}`,
  paused: 'This channel is paused: nothing is posted until you resume it on the first page.',
  none: 'No question fits this channel’s settings.',
  model: 'Model answer',
  pinned: 'pinned by an admin',
  up: 'Up',
  down: 'Down',
  swap: 'Swap',
  skip: (date: string): string => `No question on ${date}`,
  unpin: 'Unpin',
  skipped: 'Skipped days',
  unskip: (date: string): string => `Put ${date} back`,
  of: (what: string, prompt: string): string => `${what}: ${prompt}`,
  bank: {
    title: 'Choose from the bank',
    text: 'Words in the question, or its id',
    topic: 'Topic',
    difficulty: 'Difficulty',
    all: 'all',
    search: 'Search',
    none: 'No question fits.',
    more: (count: number): string =>
      `${counted(count, 'more question fits', 'more questions fit')}. Narrow it down to see them.`,
    never: 'never asked here',
    asked: 'asked',
    pin: 'Ask next',
  },
} as const
