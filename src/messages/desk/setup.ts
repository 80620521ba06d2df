import type { SetupField } from '../../ports/desk/setup.ts'

/** The page with a channel's schedule and all settings. */
export const setup = {
  title: 'Schedule and settings',
  lead: 'When each channel gets a question, what it’s about, and the settings for the whole workspace.',
  nothing:
    'I don’t know any channels yet. Type /heroku-quiz in the channel where the question should go, then come back.',
  schedule: {
    title: (channel: string): string => `Daily question in ${channel}`,
    time: 'Time',
    zone: 'Time zone',
    zoneHint: 'For example Europe/Berlin. Type a city to find it.',
    days: 'Days',
    dayNames: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    save: 'Save the schedule',
    off: 'Turn it off',
    next: 'Next questions',
    none: 'No question is asked here yet.',
    paused: 'Paused:',
  },
  settings: {
    title: (channel: string): string => `Settings of ${channel}`,
    save: 'Save the settings',
    workspace: 'The whole workspace',
    saveWorkspace: 'Save',
    labels: {
      attempts: 'Tries a player has (1 to 5)',
      'reveal-after': 'The answer comes with the next question, or at the latest after',
      topics: 'Topics, or all',
      difficulty: 'Difficulty',
      order: 'Which topic comes next',
      'extra-rounds': 'Questions that players may start per day (0 to 50)',
      mention: 'Role or group to notify, or off',
      holidays: 'Public holidays without a question: a country or region, or off',
      zone: 'Where days and weeks begin',
      'team-score': 'A team’s points for a day come from',
      seasons: 'Seasons: a board that starts over, with a hall of fame',
      'public-names': 'Players’ names on the board page',
      retention: 'How many months to store answer texts (1 to 120; leave empty for the operator’s setting)',
    } satisfies Record<SetupField, string>,
    hints: { 'reveal-after': 'For example 24h or 90min', holidays: 'For example DE or DE-BY', topics: 'Known topics:' },
    /** Settings that take one of a few words. */
    options: {
      difficulty: { any: 'any', easy: 'easy', medium: 'medium', hard: 'hard' },
      order: { turns: 'topics take turns', memory: 'what the team is expected to know least' },
      'team-score': { 'best-three': 'its best three players', sum: 'all its players' },
      seasons: { off: 'off', month: 'each month', quarter: 'each quarter' },
      'public-names': { off: 'hidden', on: 'shown' },
    } satisfies Partial<Record<SetupField, Record<string, string>>>,
    boardLinks: 'Links to the board page expire after 90 days.',
    reset: 'Turn off all links now',
  },
  weekly: {
    title: 'Weekly leaderboard',
    now: (channel: string): string => `Posted in ${channel}. Next:`,
    off: 'It isn’t posted.',
    day: 'Day',
    time: 'Time',
    here: (channel: string): string => `Post it in ${channel}`,
    stop: 'Turn it off',
  },
} as const
