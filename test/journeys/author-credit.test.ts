import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Round } from '../../src/domain/round.ts'
import { runJob } from '../../src/jobs/jobs.ts'
import { adminPermissions, general, grace, guild } from '../kit/discord/discord-payloads.ts'
import { discordPerson } from '../kit/people/chat-people.ts'
import type { DeskPerson } from '../kit/people/desk-person.ts'
import { wordsIn } from '../kit/people/words-in.ts'
import { enters, inSlack, type Running, signedIn } from '../kit/product/at-the-desk.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

let app: Running
let ahead = 0
const soon = { timeout: 10_000, interval: 50 }
const chief = '330000000000000077'
const inDiscord = (id: string, nick: string, permissions = '1024') =>
  discordPerson(
    { address: app.address, now: () => new Date(Date.now() + ahead), shown: [] },
    app.discord,
    id,
    nick,
    permissions,
  )

beforeAll(async () => {
  app = await wholeApp({ clock: { now: () => new Date(Date.now() + ahead) } })
})
afterAll(() => app.close())

const rubric = `full: 2
points:
  - { id: yeast, label: Yeast, says: [yeast] }
  - { id: gas, label: It makes gas, says: [gas] }
`
const answers = [
  ...['right: yeast makes gas', 'right: gas of yeast', 'right: yeast and gas', 'half: yeast', 'half: some gas'],
  ...['half: the gas', 'wrong: salt', 'wrong: the heat', 'wrong: flour', 'wrong: no idea'],
].join('\n')

/** Accepts the waiting suggestion, opens it in the studio, and publishes it with another wording. */
async function publishes(desk: DeskPerson, prompt: string): Promise<void> {
  ahead += 20_000
  const { html } = await desk.opens('/desk/suggestions')
  const id = /name="id" value="(\d+)"/.exec(html)?.[1] ?? ''
  const taken = await desk.sends('/desk/suggestions', { id, state: 'taken', note: '' })
  const origin = /name="origin" value="([^"]+)"/.exec(taken.html)?.[1] ?? ''
  const studio = await desk.sends('/desk/studio', {
    prompt: 'What makes it rise?',
    answer: 'Yeast.',
    origin,
    do: 'test',
  })
  expect(studio.html).toContain(`name="origin" value="${origin}"`)
  const fields = { prompt, answer: 'Yeast, which makes gas.', pack: 'kitchen', topic: 'bread', rubric, answers, origin }
  expect((await desk.sends('/desk/studio', { ...fields, do: 'publish' })).text).toContain('Published.')
  expect((await desk.opens('/desk/suggestions')).html).not.toContain(`name="origin"`)
}

const slackSaid = () => (app.slack.world.messages.get('C1') ?? []).map(wordsIn)
const discordSaid = () => (app.discord.world.messages.get(general) ?? []).map(wordsIn)
/** Somebody answers, and the question's message is updated with the count. */
async function isCounted(): Promise<Round> {
  const { store } = app.app.deps
  await inSlack(app, 'U3').types('answer Yeast and gas')
  const [round] = await store.rounds.latest(1, ['open'], 1)
  if (!round) throw new Error('no round')
  await vi.waitFor(async () => expect((await store.answers.ofRound(round.id)).best).toHaveLength(1), soon)
  // Otherwise the job waits for a minute.
  await runJob(app.app.deps, { name: 'count-answers', roundId: round.id })
  return round
}

const heard = (said: readonly unknown[]) =>
  said.map(wordsIn).filter((words) => words.includes('is being asked for the first time')).length

describe('the author of a suggested question', () => {
  it('is named in the question’s post on Slack, and notified once', async () => {
    const author = inSlack(app, 'U2')
    await author.sends(await author.suggests('Yeast makes it rise.'), {
      prompt: 'What makes it rise?',
      answer: 'Yeast.',
    })
    const desk = await signedIn(app)
    await publishes(desk, 'What makes bread rise?')
    const ada = inSlack(app, 'U1')
    await ada.types('settings packs kitchen')
    await ada.types('ask')
    await vi.waitFor(
      () => expect(slackSaid().join('\n')).toMatch(/What makes bread rise\?.*Suggested by name-of-u2/s),
      soon,
    )
    const told = () => heard([...app.slack.world.messages].flatMap(([to, all]) => (to === 'C1' ? [] : all)))
    await vi.waitFor(() => expect(told()).toBe(1), soon)

    const round = await isCounted()
    expect(slackSaid().join('\n')).toMatch(/1 answered.*Suggested by name-of-u2/s)
    const { store } = app.app.deps
    expect(await store.suggestions.asked(1, round.questionId, new Date())).toEqual([])
    expect(told()).toBe(1)
  })

  it('is not named after they have left or asked to be forgotten', async () => {
    app.slack.world.profiles.set('U2', { deleted: true })
    ahead += 24 * 60 * 60_000
    const ada = inSlack(app, 'U1')
    const before = slackSaid().length
    await ada.types('ask')
    const latest = () =>
      slackSaid()
        .slice(before)
        .filter((one) => one.includes('What makes bread rise?') && one.includes('Extra question'))
    await vi.waitFor(() => expect(latest()).toHaveLength(1), soon)
    expect(latest().join('')).not.toContain('Suggested by')

    app.slack.world.profiles.set('U2', {})
    const { store } = app.app.deps
    const author = await store.players.findByRef('slack:T1:U2')
    await store.players.forget(author?.id ?? 0, 'fingerprint')
    const round = await isCounted()
    expect(latest().join('')).toContain('1 answered')
    expect(latest().join('')).not.toContain('Suggested by')
    expect(await store.suggestions.authorOf(1, round.questionId)).toBeUndefined()
  })

  it('is named and notified on Discord', async () => {
    const { world } = app.discord
    world.roles.push({ id: '330000000000000999', permissions: adminPermissions })
    world.members.push({ user: { id: chief }, roles: ['330000000000000999'] }, { user: { id: grace }, roles: [] })
    const author = inDiscord(grace, 'grace')
    await author.suggests('Yeast.')
    await author.sends('suggest:0', { prompt: 'What makes it rise?', answer: 'Yeast.' })
    const desk = await enters(app, `discord:${guild}`, chief)
    await publishes(desk, 'What makes dough rise?')
    const admin = inDiscord(chief, 'chief', adminPermissions)
    await admin.types('settings packs', { value: 'kitchen' })
    await admin.types('ask')
    await vi.waitFor(
      () => expect(discordSaid().join('\n')).toMatch(/What makes dough rise\?.*Suggested by grace/s),
      soon,
    )
    const told = () => heard([...world.messages].flatMap(([to, all]) => (to === general ? [] : all)))
    await vi.waitFor(() => expect(told()).toBe(1), soon)

    world.members = world.members.filter(({ user }) => user.id !== grace)
    const { store } = app.app.deps
    const server = await store.workspaces.findByRef(`discord:${guild}`)
    const [channel] = await store.channels.inWorkspace(server?.id ?? 0)
    const [round] = await store.rounds.latest(channel?.id ?? 0, ['open'], 1)
    await runJob(app.app.deps, { name: 'count-answers', roundId: round?.id ?? 0 })
    expect(discordSaid().join('\n')).toContain('What makes dough rise?')
    expect(discordSaid().join('\n')).not.toContain('Suggested by')
  })
})
