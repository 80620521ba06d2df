import { setTimeout as sleep } from 'node:timers/promises'
import type { Place } from '../../../src/domain/place.ts'
import { setUpForm } from '../../../src/messages/set-up/forms.ts'
import type { Chat } from '../../../src/ports/chat.ts'
import type { ChatEvent, Choice, HandleEvent, Reply } from '../../../src/ports/chat-event.ts'
import type { Message } from '../../../src/ports/message.ts'

const prompt = 'What is a one-off dyno, and what would you use one for?'

export type ScriptedQuiz = {
  handleEvent: HandleEvent
  events: ChatEvent[]
  /** Resolves when all answers are graded. */
  settled(): Promise<void>
}

/**
 * A scripted quiz, for tests of the code around a quiz. It asks one question, finds every answer partly right, and has
 * six commands.
 */
export function scriptedQuiz(chat: () => Chat, thinkMs = 0): ScriptedQuiz {
  let rounds = 0
  let posted: Place | undefined
  const events: ChatEvent[] = []
  const grading: Promise<void>[] = []

  async function postQuestion(channel: Place): Promise<Message> {
    rounds += 1
    posted = await chat().post(channel, question(rounds), `round ${rounds}`)
    return line('The question is posted.')
  }

  return {
    events,
    async settled() {
      await Promise.all(grading)
    },

    async handleEvent(event) {
      events.push(event)
      switch (event.kind) {
        case 'command': {
          const [word, ...rest] = event.words.split(' ')
          if (word === 'ask') return { kind: 'private', message: await postQuestion(event.channel?.ref ?? '') }
          if (word === 'schedule')
            return { kind: 'form', form: setUpForm({ ...offered, channel: event.channel?.ref ?? '' }) }
          if (word === 'leaderboard') return { kind: 'private', message: board }
          if (word === 'answer') return grade(event.player.ref, event.path, event.id, rest.join(' '))
          return { kind: 'private', message: line(`You said ${event.words}`) }
        }
        case 'press':
          if (event.action === 'post-now:0') return whisper(await postQuestion(event.channel?.ref ?? ''))
          if (event.action === 'close-now:0') return whisper(await closeRound())
          if (event.action === 'weekly-now:0') return whisper(await postWeekly(event.channel?.ref ?? ''))
          if (event.action.startsWith('answer:')) return { kind: 'form', form: answerForm(event.action) }
          return { kind: 'private', message: hint }
        case 'submit':
          return grade(event.player.ref, event.path, event.id, event.values.text ?? '')
        case 'complete':
          return { kind: 'choices', choices: words.filter(({ word }) => word.startsWith(event.words)) }
        case 'home':
          return {
            kind: 'home',
            message: {
              summary: event.player.name,
              blocks: [
                { kind: 'heading', text: event.player.name },
                { kind: 'list', items: [['This week: 7 points, place 1'], ['Team: none yet']] },
              ],
            },
          }
        default:
          return { kind: 'nothing' }
      }
    },
  }

  async function closeRound(): Promise<Message> {
    if (!posted) return line('No question is open here.')
    await chat().update(posted, {
      summary: `Closed: ${prompt}`,
      blocks: [
        { kind: 'heading', text: 'Closed' },
        { kind: 'text', text: [prompt] },
        { kind: 'note', text: ['dynos · easy · 1 answered, 0 got it'] },
      ],
    })
    await chat().reply(posted, revealed, `reveal ${rounds}`)
    posted = undefined
    return line('Closed.')
  }

  async function postWeekly(channel: Place): Promise<Message> {
    await chat().post(channel, board, `weekly ${rounds}`)
    return line('The weekly board is posted.')
  }

  async function grade(player: Place, path: string | undefined, key: string, text: string): ReturnType<HandleEvent> {
    grading.push(sleep(thinkMs).then(() => chat().tell(player, feedback(text), path, key)))
    return {
      kind: 'pending',
      message: {
        summary: 'Got it. Your answer is being graded.',
        blocks: [
          { kind: 'text', text: ['Got it. Your answer is being graded.'] },
          { kind: 'quote', text: [text] },
        ],
      },
    }
  }
}

const offered = { time: '09:30', zone: 'UTC', weekdays: [1, 2, 3, 4, 5] }

const words: Choice[] = [
  { word: 'ask', help: 'ask [topic] [difficulty]: Post a question here, for everyone.' },
  { word: 'answer', help: 'answer TEXT: Answer the question that is open here. Only you see it.' },
  { word: 'leaderboard', help: 'leaderboard [week|season|month|all] [teams|players]: Who leads.' },
  { word: 'team join', help: 'team join NAME: Join a team.' },
  { word: 'team create', help: 'team create NAME: Start a team.' },
]

function whisper(message: Message): Reply {
  return { kind: 'private', message }
}

function line(text: string): Message {
  return { summary: text, blocks: [{ kind: 'text', text: [text] }] }
}

function question(round: number): Message {
  return {
    summary: `Question of the day: ${prompt}`,
    blocks: [
      { kind: 'heading', text: 'Question of the day' },
      { kind: 'text', text: [prompt] },
      { kind: 'note', text: ['dynos · easy · 3 points · 2 tries · only you see your answer'] },
      {
        kind: 'buttons',
        buttons: [
          { action: `answer:${round}`, label: 'Answer', look: 'primary' },
          { action: `hint:${round}`, label: 'Hint', look: 'plain' },
        ],
      },
    ],
  }
}

const hint: Message = {
  summary: 'Hint: Think of heroku run.',
  blocks: [
    { kind: 'text', text: [{ bold: 'Hint: ' }, 'Think of ', { code: 'heroku run' }, '.'] },
    { kind: 'note', text: ['From now on, your answers to this question earn three quarters of their points.'] },
  ],
}

function feedback(text: string): Message {
  return {
    summary: '◐ Partly right. +2 of 3.',
    blocks: [
      { kind: 'text', text: [{ bold: '◐ Partly right.' }, ' +2 of 3.'] },
      { kind: 'list', items: [[`Found: “${text}”`]] },
      { kind: 'text', text: ['One key idea is still missing.'] },
      { kind: 'note', text: ['This was try 1 of 2. Anything you add on a later try counts half.'] },
      { kind: 'buttons', buttons: [{ action: 'answer:1', label: 'Try again', look: 'primary' }] },
    ],
  }
}

const revealed: Message = {
  summary: 'The answer is out: 0 of 1 got it. A one-off dyno is a temporary dyno.',
  headline: 'The answer to “What is a one-off dyno?” is out: 0 of 1 got it.',
  blocks: [
    { kind: 'heading', text: 'The answer' },
    {
      kind: 'text',
      text: [
        'A one-off dyno is a temporary dyno that runs a single command, for instance started by ',
        { code: 'heroku run' },
        ', and goes away when that command exits.',
      ],
    },
    {
      kind: 'list',
      items: [['It is temporary (100% got this)'], ['It is for admin or maintenance tasks (0% got this)']],
    },
    {
      kind: 'note',
      text: [
        'Read more: ',
        { link: 'devcenter.heroku.com', url: 'https://devcenter.heroku.com/articles/one-off-dynos' },
      ],
    },
  ],
}

const board: Message = {
  summary: 'Teams, this week: Night Shift leads with 31 points.',
  blocks: [
    { kind: 'heading', text: 'Teams, this week' },
    {
      kind: 'board',
      rows: [
        { rank: 1, name: 'Night Shift', points: 31, movement: 1 },
        { rank: 2, name: 'Data', points: 28, movement: -1 },
        { rank: 2, name: 'Core', points: 28, own: true, movement: 0 },
        { rank: 4, name: 'Docs', points: 9 },
      ],
    },
    { kind: 'note', text: ['A team’s points come from its best three players each day.'] },
  ],
}

function answerForm(action: string): Extract<Awaited<ReturnType<HandleEvent>>, { kind: 'form' }>['form'] {
  return {
    action,
    title: 'Your answer',
    intro: prompt,
    fields: [
      {
        name: 'text',
        label: 'In your own words (2 tries left)',
        placeholder: 'One to three sentences are enough.',
        most: 1000,
        lines: 'many',
      },
    ],
    submit: 'Send',
  }
}
