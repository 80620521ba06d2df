import type { AskedWindow, BoardSubject } from '../../domain/standings.ts'

/** Every fixed word on the front page, the board page and the error pages. */
export const pages = {
  product: 'Heroku Quiz',
  skip: 'Skip to the content',
  front: {
    title: 'Heroku Quiz: one question a day, for the whole team',
    description: 'A quiz bot for Slack and Discord that asks your team one Heroku question every working day.',
    headline: 'One Heroku question a day. Everyone gets a little better.',
    lead: 'Every working day your team is asked one question in chat. You answer in your own words, hear at once which ideas you hit, and move your team up the board.',
    play: 'Try it in the playground',
    slack: 'Add to Slack',
    discord: 'Add to Discord',
    tour: 'See how this app uses Heroku',
    archive: 'Past questions to try',
    soon: 'No chat is connected here yet. The README tells how to connect Slack and Discord.',
    stepsTitle: 'How a day goes',
    steps: [
      ['A question arrives', 'In your channel, at the hour and in the time zone you chose.'],
      ['You answer freely', 'No choices to click through. A rubric finds the ideas in what you wrote.'],
      ['You hear why', 'Privately and right away: what you found, and how much is still open.'],
      ['Your team moves', 'The best three answers of a day count, so small teams keep up with big ones.'],
    ],
    example: {
      label: 'A question, an answer and what the grader says of it',
      heading: 'Question of the day',
    },
  },
  tour: { topics: 'Topics of the tour' },
  board: {
    title: (workspace: string): string => `The board of ${workspace}`,
    windows: {
      week: 'This week',
      season: 'This season',
      month: 'This month',
      all: 'All time',
    } satisfies Record<AskedWindow, string>,
    subjects: { teams: 'Teams', players: 'Players' } satisfies Record<BoardSubject, string>,
    windowsLabel: 'Span of time',
    subjectsLabel: 'Who is ranked',
    rank: 'Rank',
    name: 'Name',
    points: 'Points',
    movement: 'Movement',
    up: (ranks: number): string => `up ${ranks}`,
    down: (ranks: number): string => `down ${ranks}`,
    same: 'no change',
    fresh: 'new',
    empty: {
      teams: 'No team has scored in this span yet. The first good answer takes the lead.',
      players: 'Nobody has scored in this span yet. The first good answer takes the lead.',
    } satisfies Record<BoardSubject, string>,
    chartTitle: 'The last eight weeks',
    chartAlt: (names: readonly string[]): string =>
      `Points a week, for ${names.join(', ')}. The same figures stand in the table below.`,
    chartTable: 'The figures as a table',
    weekOf: 'Week of',
    ties: 'Equal points share a rank.',
    andOthers: 'and others',
    past: 'Past questions and their answers',
    knows: {
      title: 'What the team knows',
      lead: 'The share of answers that would be right today: an estimate from past rounds and the time since. The weakest topic comes first.',
      topic: 'Topic',
      asked: 'Asked',
      today: 'Would get today',
    },
  },
  errors: {
    home: 'To the front page',
    notFound: ['There is nothing here', 'The address may be mistyped, or what stood here has moved.'],
    notPast: [
      'This is not a past question',
      'It may be open somewhere right now, or not asked yet. All past questions are at /archive.',
    ],
    boardUnknown: [
      'This is not a board',
      'The link seems to be cut short. Copy it once more from the chat, or ask for a new one with /heroku-quiz leaderboard.',
    ],
    expired: [
      'This link has expired',
      'Links to a board last a while and then stop working. Ask for a new one with /heroku-quiz leaderboard.',
    ],
    exportUnknown: [
      'This link doesn’t work',
      'It seems to be cut short. Copy it once more from the chat, or ask for a new one with /heroku-quiz privacy export.',
    ],
    exportExpired: [
      'This link has expired',
      'What is stored about you can be fetched for a day. Ask for a new link with /heroku-quiz privacy export.',
    ],
    progressUnknown: [
      'This link doesn’t work',
      'It seems to be cut short, or what it led to was erased. Type /heroku-quiz me in the chat for a new one.',
    ],
    progressExpired: [
      'This link has expired',
      'Links to your progress work for a day. Type /heroku-quiz me in the chat for a new one.',
    ],
    badRequest: ['That could not be read', 'The request was malformed. Going back and trying once more usually helps.'],
    tooLarge: ['That is too much at once', 'More than one mebibyte was sent. Shorten it and try again.'],
    refused: [
      'That was not taken',
      'It came from another site, or this page had been open for too long. Load it again and retry.',
    ],
    tooMany: ['A little slower, please', 'That was a lot at once. Wait a few seconds and try again.'],
    failed: ['Something broke on our side', 'It has been noted. Trying again in a moment may well work.'],
    requestId: (id: string): string => `Request ${id}`,
  },
} as const
