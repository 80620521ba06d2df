import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ada, grace } from '../kit/discord/discord-payloads.ts'
import { discordPerson, slackPerson } from '../kit/people/chat-people.ts'
import { wholeApp } from '../kit/product/whole-app.ts'

let app: Awaited<ReturnType<typeof wholeApp>>
const soon = { timeout: 5000, interval: 20 }

beforeAll(async () => {
  app = await wholeApp()
})
afterAll(() => app.close())

function inDiscord(id: string, name: string) {
  return discordPerson({ address: app.address, now: () => new Date(), shown: [] }, app.discord, id, name)
}

function inSlack(id: string, name: string) {
  return slackPerson({ address: app.address, now: () => new Date(), shown: [] }, app.slack, id, name)
}

async function opened(round: number): Promise<void> {
  await vi.waitFor(async () => expect((await app.app.deps.store.rounds.find(round))?.state).toBe('open'), soon)
}

describe('the same answer sent again', () => {
  it('at the same moment: one form shows where the grade will be, and the other shows the grade', async () => {
    const gus = inDiscord(grace, 'gus')
    await gus.types('ask')
    await opened(1)
    const forms = await Promise.all([
      gus.sends('answer:1', { text: 'something else' }),
      gus.sends('answer:1', { text: 'something else' }),
    ])
    const reads = () => forms.map(({ token }) => gus.reads(token)).toSorted()
    await vi.waitFor(() => expect(reads().join()).toContain('Not yet'), soon)
    for (const one of reads()) expect(one).toMatch(/Not yet|You’ll see the grade where you first sent it/)
    expect((await app.app.deps.store.answers.ofPlayer(1, 1)).map(({ answer }) => answer.attempt)).toEqual([1])
  })

  it('later: the grade comes immediately, and no attempt is used', async () => {
    const gus = inDiscord(grace, 'gus')
    const { token } = await gus.sends('answer:1', { text: 'something else' })
    expect(gus.reads(token)).toContain('Not yet')
    expect(gus.reads(token)).toContain('try 1 of 2')
    expect((await app.app.deps.store.answers.ofPlayer(1, 1)).map(({ answer }) => answer.attempt)).toEqual([1])
  })

  it('after a reply that nobody read: the grade is in the newest reply', async () => {
    const { store, clock } = app.app.deps
    const ann = inDiscord(ada, 'ann')
    await ann.types('me')
    const asker = await store.askers.recognise({
      workspace: { ref: 'discord:310000000000000001', name: '' },
      player: { ref: `discord:310000000000000001:${ada}`, name: '' },
    })
    // A web process stored the row and was killed before it replied, so the job was never added.
    await store.answers.receive({
      ...{ roundId: 1, playerId: asker.player.id, attempt: 1, text: 'nothing yet', eventId: 'lost', path: '{}' },
      receivedAt: new Date(clock.now().getTime() - 4000),
      fingerprint: 'somebody',
    })
    const { token } = await ann.sends('answer:1', { text: 'nothing yet' })
    await vi.waitFor(() => expect(ann.reads(token)).toContain('Not yet'), soon)
  })

  it('that is too long: it is refused, and returned to be shortened', async () => {
    const [bea, gus] = [inSlack('U2', 'bea'), inDiscord(grace, 'gus')]
    const tooLong = `It starts ${'very '.repeat(250)}late`
    for (const said of [await bea.types(`answer ${tooLong}`), await gus.types('answer', { text: tooLong })]) {
      expect(said).toContain('longer than 1000 characters')
      expect(said).toContain('You wrote:')
      expect(said.match(/very/g)).toHaveLength(250)
    }
  })

  it('in Slack’s form, closed and opened again: the grade is shown immediately', async () => {
    const bea = inSlack('U2', 'bea')
    await bea.types('ask')
    await opened(2)
    await bea.sends(await bea.opens('answer:2'), { text: 'something else' })
    await vi.waitFor(async () => expect((await app.app.deps.store.answers.find(3))?.state).toBe('told'), soon)
    const [said] = await bea.sends(await bea.opens('answer:2'), { text: 'something else' })
    expect(said).toContain('Not yet')
  })
})
