import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { presses } from '../../src/commands/actions/actions.ts'
import { allCommands } from '../../src/commands/table.ts'
import { ada, adminPermissions, guild } from '../kit/discord/discord-payloads.ts'
import type { Json } from '../kit/discord/discord-world.ts'
import { discordPerson } from '../kit/people/chat-people.ts'
import { wordsIn } from '../kit/people/words-in.ts'
import { wholeApp } from '../kit/product/whole-app.ts'
import { violations } from '../kit/slack/slack-limits.ts'
import { buttonPress, eventCallback, slashCommand } from '../kit/slack/slack-payloads.ts'
import { type SignedRequest, slackSends } from '../kit/slack/slack-request.ts'

/** Options that show more than the command alone. Each command is typed with and without them. */
const more: Record<string, string[]> = {
  answer: ['a temporary dyno for migrations'],
  leaderboard: ['week teams', 'month players', 'all players'],
  'remind on': ['08:00'],
  pause: ['2100-01-01', 'off'],
  'team create': ['Rockets'],
  'team join': ['Rockets'],
  'team rename': ['Comets'],
  practice: ['dynos'],
  suggest: ['What is a dyno?'],
  'schedule set': ['09:30 Europe/Berlin mon-fri', '25:00 Mars'],
  'weekly set': ['mon 09:00'],
  settings: ['attempts 3', 'holidays DE', 'nothing at all'],
}
const typed = allCommands.flatMap(({ path }) => {
  const words = path.join(' ')
  return words === 'privacy forget' ? [words] : [words, ...(more[words] ?? []).map((rest) => `${words} ${rest}`)]
})
const soon = { timeout: 8000, interval: 20 }

let app: Awaited<ReturnType<typeof wholeApp>>
beforeAll(async () => {
  app = await wholeApp()
  app.slack.world.admins.add('U1')
})
afterAll(() => app.close())

/** The fakes of the platforms report refused messages when they close. */
describe('every possible message', () => {
  it('fits Slack: every command and every button of an admin, and the Home tab', async () => {
    const sends = async (request: SignedRequest): Promise<string> => {
      const response = await fetch(`${app.address}/slack/events`, request)
      expect(response.status).toBe(200)
      const text = await response.text()
      const answer = text.startsWith('{') ? (JSON.parse(text) as Json) : {}
      expect(violations('view' in answer ? 'views.update' : 'ack', answer)).toEqual([])
      return wordsIn(answer)
    }
    const shown = []
    for (const words of typed) {
      shown.push(
        await sends(slackSends.command(slashCommand(words, { user_id: 'U1', response_url: app.slack.responseUrl }))),
      )
      if (words === 'ask') await vi.waitFor(async () => expect((await openRounds()).length).toBe(1), soon)
    }
    expect(shown.join()).toContain('Rockets')
    for (const action of Object.keys(presses)) {
      await sends(slackSends.interaction(buttonPress(`${action}:1`, { response_url: app.slack.responseUrl })))
    }
    await sends(slackSends.event(eventCallback({ type: 'app_home_opened', user: 'U1', tab: 'home', channel: 'DU1' })))
    await app.slack.until('views.publish')
    await app.slack.until('views.open', 5)
    await expect(app.slack[Symbol.asyncDispose]()).resolves.toBeUndefined()
  }, 60_000)

  it('fits Discord: every command and every button of an admin', async () => {
    const access = { address: app.address, now: () => new Date(), shown: [] }
    const person = discordPerson(access, app.discord, ada, 'ada', adminPermissions)
    for (const { path } of allCommands) {
      const words = path.join(' ')
      // Discord sends options by their names, and doesn't complete them.
      await person.types(words)
      if (words === 'ask') await vi.waitFor(async () => expect((await openRounds()).length).toBe(2), soon)
    }
    const workspace = await app.app.deps.store.workspaces.findByRef(`discord:${guild}`)
    const [channel] = await app.app.deps.store.channels.inWorkspace(workspace?.id ?? 0)
    for (const action of Object.keys(presses)) {
      for (const about of ['1', '2', String(channel?.id)]) await person.presses(`${action}:${about}`)
    }
    await app.discord.until(/^POST .*\/messages$/)
    await expect(app.discord[Symbol.asyncDispose]()).resolves.toBeUndefined()
  }, 60_000)
})

async function openRounds() {
  const { store } = app.app.deps
  const channels = await Promise.all((await store.workspaces.all()).map(({ id }) => store.channels.inWorkspace(id)))
  return (await Promise.all(channels.flat().map(({ id }) => store.rounds.latest(id, ['open'], 9)))).flat()
}
