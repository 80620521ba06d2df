import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ada, adminPermissions, general, grace } from '../kit/discord/discord-payloads.ts'
import { discordPerson, slackPerson } from '../kit/people/chat-people.ts'
import { wordsIn } from '../kit/people/words-in.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

/** A Friday. Berlin is one hour ahead of UTC, New York five hours behind. */
const start = Date.parse('2030-01-04T06:00:00Z')

let app: Awaited<ReturnType<typeof wholeApp>>
let acme: ReturnType<typeof peopleOfSlack>
let zenith: ReturnType<typeof peopleOfDiscord>
let ahead = start - Date.now()
const clock = { now: () => new Date(Date.now() + ahead) }
/** The app's responses to each platform, in addition to the calls that the fakes record. */
const shown = { slack: [] as string[], discord: [] as string[] }

beforeAll(async () => {
  app = await wholeApp({ clock })
  acme = peopleOfSlack()
  zenith = peopleOfDiscord()
})
afterAll(() => app.close())

function peopleOfSlack() {
  const access = { address: app.address, now: clock.now, shown: shown.slack }
  const person = (id: string, name: string) => slackPerson(access, app.slack, id, name)
  return { chief: person('U1', 'acme-ada'), bea: person('U2', 'acme-bea'), cem: person('U3', 'acme-cem') }
}

function peopleOfDiscord() {
  const access = { address: app.address, now: clock.now, shown: shown.discord }
  const person = (id: string, name: string, permissions?: string) =>
    discordPerson(access, app.discord, id, name, permissions)
  return {
    chief: person('330000000000000003', 'zenith-zoe', adminPermissions),
    gus: person(grace, 'zenith-gus'),
    ann: person(ada, 'zenith-ann'),
  }
}

async function travel(moment: string): Promise<void> {
  ahead = Date.parse(moment) - Date.now()
  for (const name of ['tick', 'sweep'] as const) await app.app.deps.queue.add({ name })
}

/** The reply with the Dispute button, and the forms with the answers. */
let disputed = ''
const forms = { bea: '', chief: '' }

const posting = new RegExp(`^POST /channels/${general}/messages$`)
const soon = { timeout: 5000, interval: 20 }
const inSlack = () => (app.slack.world.messages.get('C1') ?? []).map((message) => wordsIn(message))
const inDiscord = () => (app.discord.world.messages.get(general) ?? []).map((message) => wordsIn(message))
const questions = (texts: string[]) => texts.filter((text) => text.includes('Question of the day'))

/** The grades of a round's answers, in order of time. */
async function answersOf(roundId: number): Promise<string[]> {
  const { best } = await app.app.deps.store.answers.ofRound(roundId)
  return best.map(({ grade }) => grade.verdict).toSorted()
}

async function rightAnswer(roundId: number): Promise<string> {
  const { store, bank } = app.app.deps
  const round = await store.rounds.find(roundId)
  if (!round) throw new Error(`there is no round ${roundId}`)
  return (await bank.find(round)).question.answer
}

describe('a day in the life of two workspaces', () => {
  it('begins with a schedule in each, in its own time zone', async () => {
    app.slack.world.admins.add('U1')
    expect(await acme.bea.types('schedule set 09:30 Europe/Berlin')).toContain('Only admins')
    expect(await acme.chief.types('schedule set 09:30 Europe/Berlin')).toContain('Friday, 4 January 2030 at 09:30')
    expect(await zenith.gus.types('schedule set', { time: '09:30', zone: 'America/New_York' })).toContain('Only admins')
    expect(await zenith.chief.types('schedule set', { time: '09:30', zone: 'America/New_York' })).toContain(
      'Friday, 4 January 2030 at 09:30',
    )
    expect(await acme.bea.types('team create Rockets')).toContain('Rockets')
    expect(await acme.cem.types('team join Rockets')).toContain('Rockets')
    expect(await acme.cem.types('team list')).not.toContain('Anchors')
  })

  it('asks each in the morning of its time zone', async () => {
    await travel('2030-01-04T08:30:10Z')
    await vi.waitFor(async () => expect((await app.app.deps.store.rounds.find(1))?.state).toBe('open'), soon)
    expect(questions(inSlack())).toHaveLength(1)
    expect(questions(inDiscord())).toEqual([])
    // The question is posted, but Discord's response is lost.
    app.discord.next(posting, { cut: 'after' })
    await travel('2030-01-04T14:30:10Z')
    await vi.waitFor(async () => expect((await app.app.deps.store.rounds.find(2))?.state).toBe('open'), soon)
    expect(questions(inDiscord())).toHaveLength(1)
    expect(questions(inSlack())).toHaveLength(1)
  })

  it('counts an answer once, no matter how often it arrives, and notifies the player once', async () => {
    const form = await acme.bea.opens('answer:1')
    forms.bea = form
    const acks = await acme.bea.sends(form, { text: await rightAnswer(1) }, 5)
    expect(acks.filter((ack) => ack.includes('being graded'))).toHaveLength(5)
    await acme.cem.mentions('answer I have no idea at Acme', 3)
    await vi.waitFor(() => expect(acme.bea.reads(form)).toContain('That’s right'), soon)
    await vi.waitFor(() => expect(acme.cem.whispers().join()).toContain('Not yet'), soon)
    expect(acme.cem.whispers().filter((text) => text.includes('Not yet'))).toHaveLength(1)

    const { token } = await zenith.gus.sends('answer:2', { text: 'I have no idea at Zenith' }, 5)
    await vi.waitFor(() => expect(zenith.gus.reads(token)).toContain('Not yet'), soon)
    disputed = token
    expect(await answersOf(1)).toEqual(['correct', 'incorrect'])
    expect(await answersOf(2)).toEqual(['incorrect'])
  })

  it('delays only the workspace whose chat asks to wait', async () => {
    const updates = app.slack.callsOf('views.update').length
    app.slack.next('views.update', { status: 429, retryAfter: '3' })
    const form = await acme.chief.opens('answer:1')
    forms.chief = form
    const began = performance.now()
    await acme.chief.sends(form, { text: await rightAnswer(1) })
    await app.slack.until('views.update', updates + 1)
    const { token } = await zenith.ann.sends('answer:2', { text: await rightAnswer(2) })
    await vi.waitFor(() => expect(zenith.ann.reads(token)).toContain('That’s right'), soon)
    expect(acme.chief.reads(form)).not.toContain('That’s right')
    await vi.waitFor(() => expect(acme.chief.reads(form)).toContain('That’s right'), soon)
    expect(performance.now() - began).toBeGreaterThan(3000)
  })

  it('decides a dispute in its workspace, and doesn’t show it anywhere else', async () => {
    const [, dispute = ''] = /"(dispute:\d+)"/.exec(JSON.stringify(app.discord.world.replies.get(disputed))) ?? []
    expect((await zenith.gus.presses(dispute)).answer.type).toBe(9)
    const { token } = await zenith.gus.sends(dispute, { reason: 'Zenith says so' })
    expect(zenith.gus.reads(token)).toContain('An admin will look at it')
    expect(await acme.chief.types('disputes')).not.toContain('no idea')
    expect(await zenith.chief.types('disputes')).toContain('I have no idea at Zenith')
    expect(shown.discord.at(-1)).toContain('Zenith says so')
    const [, accept = ''] = /"(dispute-accept:\d+)"/.exec(shown.discord.at(-1) ?? '') ?? []
    expect((await zenith.chief.presses(accept)).answer.type).toBe(9)
    await zenith.chief.sends(accept, { note: 'Fair enough, says Zenith' })
    const told = () => wordsIn(app.discord.world.messages.get(app.discord.world.direct.get(grace) ?? ''))
    await vi.waitFor(() => expect(told()).toContain('Fair enough, says Zenith'), soon)
  })

  it('changes both boards, independently of each other', async () => {
    expect(await zenith.gus.types('team create', { name: 'Anchors' })).toContain('Anchors')
    expect(await zenith.ann.types('leaderboard', { by: 'players' })).toContain('1 zenith-gus 10\n1 zenith-ann 10 ◂')
    expect(await acme.cem.types('leaderboard players')).toContain('1 acme-bea 10\n1 acme-ada 10')
    expect(await acme.cem.types('leaderboard')).toContain('Rockets')
    expect(await acme.cem.types('leaderboard')).not.toContain('Anchors')
    expect(await zenith.ann.types('team join', { name: 'Rockets' })).toContain('no team')
    expect(await zenith.ann.types('team join', { name: 'Anchors' })).toContain('Anchors')
    expect(await zenith.ann.types('team list')).not.toContain('Rockets')
  })

  it('reveals each question in its thread a day after it was asked, and shows the answer to people who answer too late', async () => {
    const form = await acme.cem.opens('answer:1')
    await travel('2030-01-05T08:30:20Z')
    await vi.waitFor(() => expect(inSlack().filter((text) => text.includes('The answer'))).toHaveLength(1), soon)
    expect(inDiscord().join()).not.toContain('The answer')
    const [late] = await acme.cem.sends(form, { text: 'Too late at Acme' })
    expect(late).toContain('This question is closed')
    expect(late).toContain(await rightAnswer(1))
    await travel('2030-01-05T14:30:20Z')
    await vi.waitFor(() => expect(inDiscord().filter((text) => text.includes('The answer'))).toHaveLength(1), soon)
    const { answer } = await zenith.ann.sends('answer:2', { text: 'Too late at Zenith' })
    expect(wordsIn(answer)).toContain('This question is closed')
  })

  it('ends with the week’s board on Monday at nine, in each time zone', async () => {
    await travel('2030-01-07T08:00:10Z')
    await vi.waitFor(() => expect(inSlack().join()).toContain('Weekly leaderboard'), soon)
    expect(inDiscord().join()).not.toContain('Weekly leaderboard')
    await travel('2030-01-07T08:30:10Z')
    await vi.waitFor(() => expect(questions(inSlack())).toHaveLength(1), soon)
    await travel('2030-01-07T14:00:10Z')
    await vi.waitFor(() => expect(inDiscord().join()).toContain('Weekly leaderboard'), soon)
    await travel('2030-01-07T14:30:10Z')
    await vi.waitFor(() => expect(questions(inDiscord())).toHaveLength(1), soon)
  })

  it('has asked each question once, and notified each player once', async () => {
    const posted = app.slack.callsOf('chat.postMessage').filter(({ channel }) => channel === 'C1')
    expect(posted.map(({ text }) => kindOf(String(text)))).toEqual(['who', 'question', 'answer', 'board', 'question'])
    const sent = app.discord.callsOf(posting)
    expect(sent.map(({ body }) => kindOf(wordsIn(body)))).toEqual(['who', 'question', 'answer', 'board', 'question'])

    const updates = app.slack.callsOf('views.update').filter((args) => isVerdict(wordsIn(args)))
    // One appears twice, because Slack rate-limited the first attempt.
    expect(updates.map(({ view_id }) => view_id)).toEqual([forms.bea, forms.chief, forms.chief])
    const edits = app.discord.callsOf(/@original$/).filter(({ body }) => isVerdict(wordsIn(body)))
    expect(new Set(edits.map(({ route }) => route)).size).toBe(2)
    const direct = app.discord.callsOf(/^POST .*messages$/).filter(({ body }) => isVerdict(wordsIn(body)))
    expect(direct).toEqual([])
  })

  it('has never sent anything that a platform refuses, or shown data of one workspace in the other', async () => {
    expect(JSON.stringify([app.slack.calls, shown.slack])).not.toMatch(/zenith|Anchors/i)
    expect(JSON.stringify([app.discord.calls, shown.discord])).not.toMatch(/acme-|at Acme/i)
    await expect(app.slack[Symbol.asyncDispose]()).resolves.toBeUndefined()
    await expect(app.discord[Symbol.asyncDispose]()).resolves.toBeUndefined()
  })
})

function kindOf(text: string): string {
  if (text.includes('set up a daily')) return 'who'
  if (text.includes('Question of the day')) return 'question'
  return text.includes('The answer') ? 'answer' : text.includes('Weekly leaderboard') ? 'board' : text
}

function isVerdict(text: string): boolean {
  return /That’s right|Not yet|Partly right/.test(text)
}
