import { tour } from './tour-stops.ts'

const titles = new Map(tour.map(({ topic, title }) => [topic, title]))

/** The fixed texts of the pages with past questions. */
export const archivePages = {
  title: 'Past questions',
  lead: 'Questions about Heroku that teams have been asked before. Answer one in your own words and see what the grader finds. There are no points, and nothing is stored.',
  description: 'Questions about Heroku to answer in your own words, graded right away, with reasons.',
  empty: 'There are no past questions yet. Come back after the first reveal.',
  answer: 'Your answer, in your own words',
  placeholder: 'One to three sentences are enough.',
  send: 'Grade it',
  hint: 'A hint',
  model: 'The model answer',
  sources: 'Read more',
  asOf: (month: string): string => `As of ${month}.`,
  result: 'What the grader found',
  all: 'All past questions',
  play: 'Play with your team in the playground',
  /** The title in the tour. Topics of a team's own packs are shown by their id. */
  topic: (topic: string): string =>
    titles.get(topic) ?? topic.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase()),
  workspace: {
    title: (workspace: string): string => `Past questions of ${workspace}`,
    lead: 'What was asked, the model answer, and how many got it. A question shows up here once its answer is out.',
    empty: 'There are no past questions yet. Come back after the first reveal.',
    own: 'One of this workspace’s own questions. Type /heroku-quiz archive in its channel to read it.',
    earlier: 'Earlier questions',
    board: 'The board',
  },
  notTaken: {
    'answer-empty': 'Your answer is empty. Write a sentence or two in your own words.',
    'answer-too-long': 'That’s longer than 1,000 characters. Two or three sentences are enough.',
  } satisfies Record<string, string>,
} as const
