import { counted } from '../rich.ts'

type Words = (count: number) => string

const names = [
  'saved',
  'resumed',
  'ruled',
  'sorted',
  'decided',
  'published',
  'retired',
  'returned',
  'balanced',
  'taught',
  'untaught',
  'removed',
  'renamed',
  'turned-off',
  'undone',
  'shared',
  'kept',
  'copied',
] as const

const words: Record<(typeof names)[number], Words> = {
  saved: () => 'Saved.',
  removed: () => 'Removed.',
  renamed: () => 'Renamed. You can undo it for ten minutes, under Changes.',
  'turned-off': () => 'The daily question is off. You can undo it for ten minutes, under Changes.',
  undone: () => 'Undone.',
  kept: () => 'The draft is saved with your changes.',
  shared: () => 'The link is below. Send it to an admin of the other workspace.',
  copied: () => 'The pack is yours now. Channels use it once you choose it in their settings.',
  resumed: () => 'Resumed. The next question will come on schedule.',
  published: () => 'Published. It can now be asked in channels that use the pack.',
  decided: () => 'Decided. The author will be notified.',
  retired: () => 'Retired. It won’t be asked anymore. Its rounds and figures stay.',
  returned: () => 'It’s back, and can be asked again in channels that use the pack.',
  taught: () => 'Added. It applies from the next time this question is asked.',
  untaught: () => 'Removed. It still applies to rounds that were asked with it.',
  balanced: (count) =>
    `${counted(count, 'player has', 'players have')} moved. Each will hear about it privately with their next grade.`,
  sorted: (count) =>
    count === 0
      ? 'Saved. No grade changed, and new answers are compared with these from the next time the question is asked.'
      : `Saved. ${counted(count, 'answer was', 'answers were')} graded again, and new answers are compared with these from the next time the question is asked.`,
  ruled: (count) =>
    count === 0
      ? 'Decided. No grade changed.'
      : `Decided. ${counted(count, 'answer was', 'answers were')} graded again, later tries included, and the boards are up to date.`,
}

/** A confirmation that a page shows once after an action. The URL contains its name, so the texts are fixed. */
export type Said = (typeof names)[number]

export function saidWords(name: string, count: number): string | undefined {
  return Object.hasOwn(words, name) ? words[name as Said](count) : undefined
}
