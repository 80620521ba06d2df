import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ada, adminPermissions, chose as choseOnDiscord, grace, guild } from '../kit/discord/discord-payloads.ts'
import { discordPerson } from '../kit/people/chat-people.ts'
import { wordsIn } from '../kit/people/words-in.ts'
import { inSlack, type Running } from '../kit/product/at-the-desk.ts'
import { wholeApp } from '../kit/product/whole-app.ts'
import { chose } from '../kit/slack/slack-payloads.ts'

let app: Running
let folder: string
const soon = { timeout: 15_000, interval: 20 }

/** Four questions about a topic, all with the same answer. */
function topicFile(topic: string): string {
  const questions = Array.from({ length: 4 }, (_, at) => ({
    id: `${topic}-q${at}`,
    difficulty: 'easy',
    kind: 'recall',
    prompt: `What about ${topic} number ${at}?`,
    hint: 'Think of a day.',
    rubric: { points: [{ id: 'daily', label: 'Once a day', says: ['once a day'] }] },
    answer: 'Once a day.',
    explanation: 'Each day it comes once.',
    sources: ['https://devcenter.heroku.com/articles/dynos'],
    app: 'src/cli.ts',
    asOf: '2025-04',
    examples: [{ answer: 'Never at all', verdict: 'incorrect' }],
  }))
  // JSON is also valid YAML.
  return JSON.stringify({ topic, title: topic, questions })
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quiz-'))
  for (const topic of ['data', 'dynos', 'logs']) await writeFile(join(folder, `${topic}.yaml`), topicFile(topic))
  app = await wholeApp({ questions: folder })
  app.slack.world.admins.add('U1')
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true })
})

const chief = () => inSlack(app, 'U1')
const bea = () => inSlack(app, 'U2')

async function next(): Promise<string | undefined> {
  return /`([a-z]+)-q\d`/.exec(await chief().types('schedule next'))?.[1]
}

/** Plays a round about a topic: asks, answers and closes it. */
async function played(round: number, topic: string, answer: string): Promise<void> {
  const { store } = app.app.deps
  await chief().types(`ask ${topic}`)
  await vi.waitFor(async () => expect((await store.rounds.find(round))?.state).toBe('open'), soon)
  await bea().types(`answer ${answer}`)
  await vi.waitFor(async () => expect((await store.answers.find(round))?.state).toBe('told'), soon)
  await chief().clicks('close-now:0')
  await known('slack:T1', round)
}

/** Only revealed rounds count for a team's expected knowledge. */
async function known(ref: string, rounds: number): Promise<void> {
  const { store } = app.app.deps
  const workspaceId = (await store.workspaces.findByRef(ref))?.id ?? 0
  await vi.waitFor(async () => expect(await store.rounds.outcomes({ workspaceId }, 9)).toHaveLength(rounds), soon)
}

async function openedBy(action: RegExp, shown: readonly string[]): Promise<string> {
  const [button = ''] = action.exec(JSON.stringify([app.slack.calls, shown])) ?? []
  return chief().opens(button)
}

describe('a team’s expected knowledge, on Slack', () => {
  it('decides which question comes next if an admin chooses this on the second page of the settings', async () => {
    await chief().types('schedule set 09:30 Europe/Berlin')
    await played(1, 'logs', 'once a day')
    await played(2, 'data', 'nothing yet')
    await played(3, 'dynos', 'once a day')
    expect(await next()).toBe('logs')
    const admin = chief()
    await admin.types('settings list')
    const form = await openedBy(/settings-more:\d+/, admin.shown)
    expect(admin.reads(form)).toContain('Which topic comes next')
    expect(admin.reads(form)).not.toContain('Tries a player has in a round')
    const [saved] = await admin.sends(form, { order: chose.radio('memory') })
    expect(saved).toMatch(/order.*memory/)
    expect(await next()).toBe('data')
    // The form opens with the current values.
    const again = await openedBy(/settings-more:\d+/, admin.shown)
    expect(JSON.stringify(app.slack.world.views.get(again))).toMatch(/"initial_option":\{[^}]*\}?,?"value":"memory"/)
  })

  it('can’t be chosen by a player, who gets no form and can’t submit an admin’s', async () => {
    const refusal = await bea().opens('settings-more:1')
    expect(bea().reads(refusal)).toContain('Only admins')
    const form = await chief().opens('settings-more:1')
    const [refused] = await bea().sends(form, { order: chose.radio('turns') })
    expect(refused).toContain('Only admins')
    expect(await next()).toBe('data')
  })
})

describe('a team’s expected knowledge, on Discord', () => {
  const shown: string[] = []
  const access = () => ({ address: app.address, now: () => new Date(), shown })
  const zoe = () => discordPerson(access(), app.discord, ada, 'Zoe', adminPermissions)
  const gus = () => discordPerson(access(), app.discord, grace, 'Gus')
  const held = () => app.discord.world.replies

  /** Plays rounds about a topic until this many are over. */
  async function playedThere(count: number, topic: string, answer: string): Promise<void> {
    const { store } = app.app.deps
    await zoe().types('ask', { topic })
    const workspaceId = (await store.workspaces.findByRef(`discord:${guild}`))?.id ?? 0
    const newest = async () => (await store.overview.rounds(workspaceId, { since: new Date(0), limit: 1 }))[0]
    await vi.waitFor(async () => expect(await newest()).toMatchObject({ round: { state: 'open' }, answered: 0 }), soon)
    await gus().sends(`answer:${(await newest())?.round.id}`, { text: answer })
    const correct = answer === 'nothing yet' ? 0 : 1
    await vi.waitFor(async () => expect(await newest()).toMatchObject({ answered: 1, correct }), soon)
    await zoe().presses('close-now:0')
    await known(`discord:${guild}`, count)
  }

  async function nextThere(): Promise<string | undefined> {
    return /`([a-z]+)-q\d`/.exec(await zoe().types('schedule next'))?.[1]
  }

  it('decides which question comes next if an admin chooses this on the second page of the settings', async () => {
    await zoe().types('schedule set', { time: '09:30', zone: 'America/New_York' })
    await playedThere(1, 'logs', 'once a day')
    await playedThere(2, 'data', 'nothing yet')
    await playedThere(3, 'dynos', 'once a day')
    expect(await nextThere()).toBe('logs')
    await zoe().types('settings', { name: 'list' })
    const [, button = ''] = /"(settings-more:\d+)"/.exec(JSON.stringify([shown, [...held().values()]])) ?? []
    const { answer } = await zoe().presses(button)
    expect(answer).toMatchObject({ type: 9 })
    expect(wordsIn(answer)).toContain('Which topic comes next')
    const [, form = ''] = /"custom_id":"(settings:\d+)"/.exec(JSON.stringify(answer)) ?? []
    const { token } = await zoe().sends(form, { order: choseOnDiscord.radio('memory') })
    await vi.waitFor(() => expect(zoe().reads(token)).toMatch(/order.*memory/), soon)
    expect(await nextThere()).toBe('data')
    // The form opens with the current values.
    const again = await zoe().presses(button)
    expect(JSON.stringify(again.answer)).toMatch(
      /"value":"memory"[^{}]*"default":true|"default":true[^{}]*"value":"memory"/,
    )
    // A player gets no form, and can't submit an admin's form.
    expect(wordsIn((await gus().presses(button)).answer)).toContain('Only admins')
    const refused = await gus().sends(form, { order: choseOnDiscord.radio('turns') })
    await vi.waitFor(() => expect(gus().reads(refused.token)).toContain('Only admins'), soon)
    expect(await nextThere()).toBe('data')
  })
})

describe('a personal goal, on Slack', () => {
  it('is set with the command, then changed and ended in a form', async () => {
    expect(await bea().types('goal 9')).toContain('A week has 7 days, and 9 is more.')
    expect(await bea().types('goal 4')).toContain('Your goal: 4 days a week. 1 of 4 days this week.')
    const form = await bea().opens('goal:0')
    expect(bea().reads(form)).toContain('How many days a week do you want to answer?')
    const [saved] = await bea().sends(form, { days: chose.option('2') })
    expect(saved).toContain('Your goal: 2 days a week. 1 of 2 days this week.')
    expect(await bea().types('me')).toContain('1 of 2 days this week')
    const last = await bea().opens('goal:0')
    const [ended] = await bea().sends(last, { days: chose.option('off') })
    expect(ended).toContain('You have no goal now')
    expect(await bea().types('me')).not.toContain('days this week')
  })
})
