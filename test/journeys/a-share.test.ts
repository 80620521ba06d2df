import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { general as discordGeneral, grace } from '../kit/discord/discord-payloads.ts'
import { discordPerson, slackPerson } from '../kit/people/chat-people.ts'
import { wordsIn } from '../kit/people/words-in.ts'
import { wholeApp } from '../kit/product/whole-app.ts'
import { buttonPress } from '../kit/slack/slack-payloads.ts'
import { slackSends } from '../kit/slack/slack-request.ts'

let app: Awaited<ReturnType<typeof wholeApp>>
const soon = { timeout: 15_000, interval: 20 }

beforeAll(async () => {
  app = await wholeApp()
})
afterAll(() => app.close())

const access = () => ({ address: app.address, now: () => new Date(), shown: [] as string[] })

async function told(answer: number): Promise<void> {
  await vi.waitFor(async () => expect((await app.app.deps.store.answers.find(answer))?.state).toBe('told'), soon)
}

async function opened(round: number): Promise<void> {
  await vi.waitFor(async () => expect((await app.app.deps.store.rounds.find(round))?.state).toBe('open'), soon)
}

describe('sharing a result on Slack', () => {
  const post = async (action: string) => {
    const user = { id: 'U2', username: 'bea', name: 'bea', team_id: 'T1' }
    const press = buttonPress(action, { user, response_url: app.slack.responseUrl })
    await fetch(`${app.address}/slack/events`, slackSends.interaction(press))
  }
  const read = (words: string) =>
    vi.waitFor(() => expect(wordsIn(app.slack.callsOf('response_url'))).toContain(words), soon)
  const inChannel = () =>
    [...(app.slack.world.messages.get('C1') ?? [])].map(wordsIn).filter((one) => /🟩|⬜/u.test(one))

  it('is refused with a friendly message if there is nothing to share', async () => {
    const bea = slackPerson(access(), app.slack, 'U2', 'bea')
    expect(await bea.types('share')).toContain('You haven’t answered a question here yet')
    await bea.types('ask')
    await opened(1)
    await post('share:1')
    await read('nothing to share')
    await post('share:77')
    await read('can’t find that question')
  })

  it('is offered below the grade, shown before it is posted, and posted once no matter how often the button is pressed', async () => {
    const bea = slackPerson(access(), app.slack, 'U2', 'bea')
    await bea.types('answer temporary, for a migration')
    await told(1)
    expect(JSON.stringify(app.slack.callsOf('response_url'))).toContain('share:1')
    const preview = await bea.types('share')
    expect(preview).toContain('Heroku Quiz #1 🟩🟩🟩 10/10')
    expect(preview).toContain('bea: 10 of 10 points on question 1.')
    expect(inChannel()).toEqual([])
    await Promise.all([post('share:1'), post('share:1'), post('share:1')])
    await vi.waitFor(() => expect(inChannel()).toHaveLength(1), soon)
    await post('share:1')
    await read('already shared this one')
    expect(inChannel()).toHaveLength(1)
    const [posted = ''] = inChannel()
    expect(posted).toContain('Heroku Quiz #1 🟩🟩🟩 10/10')
    // The post contains nothing of the question or the answer.
    expect(posted).not.toMatch(/dyno|temporary|migration/i)
  })

  it('never shares somebody else’s result', async () => {
    const eve = slackPerson(access(), app.slack, 'U3', 'eve')
    expect(await eve.types('share')).toContain('nothing to share')
  })
})

describe('sharing a result on Discord', () => {
  it('takes one press of the button below the grade', async () => {
    const gus = discordPerson(access(), app.discord, grace, 'gus')
    await gus.types('ask')
    await opened(2)
    const { token } = await gus.sends('answer:2', { text: 'it is temporary' })
    await vi.waitFor(() => expect(gus.reads(token)).toContain('Partly right'), soon)
    // There is a try left, so the result may still change.
    expect(gus.reads(token)).not.toContain('Share')
    const again = await gus.sends('answer:2', { text: 'short-lived and short-lived' })
    await vi.waitFor(() => expect(gus.reads(again.token)).toContain('Share'), soon)
    await gus.presses('share:2')
    await vi.waitFor(
      () => expect(wordsIn(app.discord.world.messages.get(discordGeneral))).toContain('Heroku Quiz #1 🟩🟨⬜ 5/10'),
      soon,
    )
  })
})

describe('a result that is not graded yet', () => {
  it('is shared only after it is graded', async () => {
    const { deps } = app.app
    const asker = await deps.store.askers.recognise({
      workspace: { ref: 'slack:T1', name: '' },
      player: { ref: 'slack:T1:U9', name: 'ida' },
    })
    // A web process stored the answer and was killed before it added the job.
    await deps.store.answers.receive({
      ...{ roundId: 1, playerId: asker.player.id, attempt: 1, text: 'temporary', eventId: 'lost', fingerprint: 'x' },
      receivedAt: deps.clock.now(),
    })
    const ida = slackPerson(access(), app.slack, 'U9', 'ida')
    expect(await ida.types('share')).toContain('still being graded')
  })
})
