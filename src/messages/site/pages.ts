import type { AskedWindow, BoardSubject } from '../../domain/standings.ts'

/** The fixed texts of the front page, the board page and the error pages. */
export const pages = {
  product: 'Heroku Quiz',
  skip: 'Skip to the content',
  front: {
    title: 'Heroku Quiz: one question a day, for the whole team',
    description: 'A quiz bot for Slack and Discord that asks your team one Heroku question every working day.',
    headline: 'One Heroku question a day. Everyone gets a little better.',
    lead: 'Every working day your team is asked one question in chat. You answer in your own words, find out right away which ideas you got, and move your team up the board.',
    play: 'Try it in the playground',
    slack: 'Add to Slack',
    discord: 'Add to Discord',
    practice: 'Practice by yourself on Discord',
    tour: 'See how this app uses Heroku',
    archive: 'Past questions to try',
    soon: 'No chat is connected here yet. The README explains how to connect Slack and Discord.',
    stepsTitle: 'How a day goes',
    steps: [
      ['A question arrives', 'In your channel, at the hour and in the time zone you chose.'],
      ['You answer freely', 'No choices to click through. A rubric finds the ideas in what you wrote.'],
      ['You find out why', 'Privately and right away: which ideas you got, and how many are still missing.'],
      ['Your team moves', 'The best three answers of a day count, so small teams keep up with big ones.'],
    ],
    example: {
      label: 'A question, an answer and what the grader says about it',
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
    windowsLabel: 'Period',
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
      teams: 'No team has scored in this period yet. The first good answer takes the lead.',
      players: 'Nobody has scored in this period yet. The first good answer takes the lead.',
    } satisfies Record<BoardSubject, string>,
    chartTitle: 'The last eight weeks',
    chartAlt: (names: readonly string[]): string =>
      `Points per week for ${names.join(', ')}. The same figures are in the table below.`,
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
      today: 'Would get right today',
    },
  },
  errors: {
    home: 'To the front page',
    notFound: ['There’s nothing here', 'The address may be mistyped, or what was here has moved.'],
    playgroundUnknown: [
      'There’s no playground here',
      'It has been deleted, which happens after a day without use, or its address is cut off. Open a new one from the front page.',
    ],
    notPast: [
      'This is not a past question',
      'It may be open somewhere right now, or not asked yet. All past questions are at /archive.',
    ],
    boardUnknown: [
      'This is not a board',
      'The link seems to be cut off. Copy it again from the chat, or ask for a new one with /heroku-quiz leaderboard.',
    ],
    expired: [
      'This link has expired',
      'Links to a board stop working after 90 days. Ask for a new one with /heroku-quiz leaderboard.',
    ],
    exportUnknown: [
      'This link doesn’t work',
      'It seems to be cut off. Copy it again from the chat, or ask for a new one with /heroku-quiz privacy export.',
    ],
    exportExpired: [
      'This link has expired',
      'A download link works for a day. Ask for a new link with /heroku-quiz privacy export.',
    ],
    progressUnknown: [
      'This link doesn’t work',
      'It seems to be cut off, or what it led to was erased. Type /heroku-quiz me in the chat for a new one.',
    ],
    progressExpired: [
      'This link has expired',
      'Links to your progress work for a day. Type /heroku-quiz me in the chat for a new one.',
    ],
    badRequest: ['That couldn’t be read', 'The request was malformed. Going back and trying again usually helps.'],
    tooLarge: ['That’s too much at once', 'More than one mebibyte was sent. Shorten it and try again.'],
    refused: [
      'That wasn’t accepted',
      'It came from another site, or this page was open for too long. Load it again and retry.',
    ],
    tooMany: ['A little slower, please', 'That was a lot at once. Wait a few seconds and try again.'],
    failed: ['Something broke on our side', 'It’s been logged. Trying again in a moment may well work.'],
    requestId: (id: string): string => `Request ${id}`,
  },
} as const
