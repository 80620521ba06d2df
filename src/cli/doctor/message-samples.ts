import type { Sample } from '../../adapters/chats/examine.ts'
import { defaultSettings } from '../../adapters/postgres/default-settings.ts'
import { helpLine } from '../../commands/help.ts'
import { allCommands } from '../../commands/table.ts'
import { QuizError } from '../../domain/errors.ts'
import { noStreak } from '../../domain/habit/streak.ts'
import type { Question } from '../../domain/question.ts'
import type { Grade } from '../../domain/rubric/rubric.ts'
import type { Standing } from '../../domain/standings.ts'
import { boards } from '../../messages/board.ts'
import { deskOffer } from '../../messages/desk/offer.ts'
import { disputeForm, disputeQueue, openDisputeForm } from '../../messages/dispute.ts'
import { feedback } from '../../messages/feedback.ts'
import { answerForm, practiceForm } from '../../messages/forms.ts'
import { goalForm } from '../../messages/habit/goal.ts'
import { zoneForm } from '../../messages/habit/reminder.ts'
import { help } from '../../messages/help.ts'
import { importForm } from '../../messages/packs/import.ts'
import { suggestForm } from '../../messages/packs/suggest.ts'
import { practiceQuestionCard } from '../../messages/practice.ts'
import { closedQuestion, openQuestion } from '../../messages/question.ts'
import { refusal } from '../../messages/refusals.ts'
import { reveal } from '../../messages/reveal.ts'
import { moreSettingsForm, settingsForm, setUpForm } from '../../messages/set-up/forms.ts'
import { channelGreeting, greeting } from '../../messages/set-up/greetings.ts'
import { homeTab } from '../../messages/set-up/home.ts'
import { oneMoment } from '../../messages/slack.ts'
import { newTeamForm } from '../../messages/teams/team.ts'
import { weeklyBoard } from '../../messages/weekly.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { Workspace } from '../../ports/store/workspaces.ts'
import { longestReason } from '../../services/disputes/open-dispute.ts'
import { longestSuggestion } from '../../services/packs/suggest-question.ts'

const question: Question = {
  id: 'what-is-a-dyno',
  topic: 'dynos',
  facts: [],
  difficulty: 'easy',
  kind: 'recall',
  prompt: 'What runs a command such as `node server.js`?',
  hint: 'It is a container.',
  rubric: { points: [{ id: 'dyno', label: 'A dyno', says: ['dyno'] }] },
  answer: 'A `dyno`: an isolated container.',
  explanation: 'Each process type runs in separate dynos.',
  sources: ['https://devcenter.heroku.com/articles/dynos'],
  asOf: '2026-11',
  examples: [],
}
const grade: Grade = {
  score: 0.5,
  verdict: 'partial',
  points: [{ id: 'dyno', found: false, evidence: [] }],
  misconceptions: [],
  readings: [],
}
const text = 'A container'
const standings: Standing[] = ['Ada', 'Grace', 'Linus'].map((name, at) => {
  return { subjectId: at + 1, name, points: 30 - 10 * at, rank: at + 1, movement: 1 - at }
})
const workspace: Workspace = {
  ...{
    id: 1,
    ref: 'slack:T1',
    platform: 'slack',
    name: 'Acme',
    zone: 'Europe/Berlin',
    weekStart: 1,
    teamScore: 'best-three',
  },
  ...{ seasons: 'off', publicNames: false, boardLinks: 0, weekly: { on: true, day: 1, time: '09:00' } },
}
const channel: Channel = {
  ...{ id: 1, workspaceId: 1, ref: 'slack:T1:C1', name: 'general', settings: defaultSettings },
  ...{ failedDays: 0, fewLeftTold: false, greeted: true },
}
const counts = { players: 3, correct: 2 }

export function messageSamples(): Sample[] {
  return [...inChannels(), ...toOnePerson(), ...forms()]
}

function inChannels(): Sample[] {
  const round = { id: 1, attempts: 2, kind: 'scheduled' as const, answered: 3, mention: 'slack:T1:S1' }
  const figures = { ...counts, pointShares: new Map([['dyno', 0.7]]), firstCorrect: 'Ada', best: ['Ada'] }
  const where = { roundId: 1, inThread: true, sourceLink: (path: string) => `https://quiz.test/${path}` }
  const week = {
    ...{ workspaceName: 'Acme', first: '2026-11-23', last: '2026-11-29', teams: standings, players: standings },
    teamScore: 'best-three' as const,
    figures: {
      ...{
        answers: 9,
        players: 3,
        questions: 5,
        asked: 5,
        recent: 4,
        streaks: [{ name: 'Ada', days: 5 }],
        milestones: [],
      },
      newcomers: { count: 0, names: [] },
    },
    link: 'https://quiz.test/board/x',
  }
  return [
    { what: 'an open question', message: openQuestion(question, round) },
    { what: 'a closed question', message: closedQuestion(question, counts) },
    { what: 'the answer', message: reveal(question, figures, where) },
    { what: 'the weekly board', message: weeklyBoard(week, { png: new Uint8Array(), alt: 'The board' }) },
    { what: 'the line in a new channel', message: channelGreeting(1) },
  ]
}

function toOnePerson(): Sample[] {
  const told = {
    ...{
      question,
      text,
      grade,
      points: 5,
      total: 5,
      before: [],
      hint: false,
      attempt: 1,
      attempts: 2,
      attemptsLeft: 1,
      answerId: 1,
      roundId: 1,
    },
    ...{ closed: false, offersReminder: true },
  }
  const home = {
    ...{ name: 'Ada', streak: noStreak, paused: [], open: [{ roundId: 1, question, channel, answered: false }] },
    admin: { channels: [channel], rulings: 1 },
  }
  const shown = [{ by: 'players' as const, top: standings }]
  const mine = { window: 'week' as const, shown, teamScore: 'sum' as const, hasTeam: false, link: 'https://quiz.test' }
  return [
    { what: 'a grade', message: feedback(told) },
    { what: 'a leaderboard', message: boards(mine) },
    { what: 'a practice question', message: practiceQuestionCard(1, question) },
    { what: 'disputes', message: disputeQueue([{ id: 1, question, text, reason: text, grade, playerName: 'Ada' }]) },
    { what: 'help', message: help(allCommands.map(helpLine), true) },
    { what: 'the greeting', message: greeting({ admin: true, buttons: true }) },
    { what: 'a link to the desk', message: deskOffer('https://quiz.test/desk/open/x') },
    { what: 'a refusal', message: refusal(new QuizError('no-round')) },
    { what: 'the Home tab', home: homeTab(home) },
    { what: 'a form’s outcome', outcome: oneMoment() },
  ]
}

function forms(): Sample[] {
  return [
    answerForm(question, 1, 2),
    practiceForm(question, 1),
    setUpForm({ time: '09:30', zone: 'Europe/Berlin', weekdays: [1, 2, 3, 4, 5], channel: 'slack:T1:C1' }),
    settingsForm({ workspace, channel }),
    moreSettingsForm({ workspace, channel }),
    openDisputeForm(1, longestReason),
    disputeForm(1, 'accept'),
    disputeForm(1, 'reject'),
    newTeamForm(),
    suggestForm(longestSuggestion, text),
    importForm({ platform: 'slack', pack: 'runbook' }),
    zoneForm('16:00', 'Europe/Berlin'),
    goalForm(3),
  ].map((form) => ({ what: `the form “${form.title}”`, form }))
}
