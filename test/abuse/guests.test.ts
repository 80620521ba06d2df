import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { presses, submits } from '../../src/commands/actions/actions.ts'
import { allCommands } from '../../src/commands/table.ts'
import { wholeApp } from '../kit/product/whole-app.ts'
import { buttonPress, eventCallback, mention, slashCommand, viewSubmission } from '../kit/slack/slack-payloads.ts'
import { slackSends } from '../kit/slack/slack-request.ts'
import { fittingWords } from './fitting-words.ts'

let app: Awaited<ReturnType<typeof wholeApp>>
let guests = 0

beforeAll(async () => {
  app = await wholeApp()
  await send(slackSends.command(slashCommand('ask')))
  await vi.waitFor(async () => expect((await app.app.deps.store.rounds.find(1))?.state).toBe('open'), 15_000)
})
afterAll(() => app.close())

async function send(request: RequestInit): Promise<string> {
  return (await fetch(`${app.address}/slack/events`, request)).text()
}

/** Adds the owner of another workspace to a shared channel, after Slack has returned their name. */
async function aGuest(): Promise<{ id: string; team_id: string; name: string }> {
  guests += 1
  const id = `UGUEST${guests}`
  app.slack.world.profiles.set(id, { is_admin: true, is_owner: true, is_stranger: true, team_id: 'T2' })
  const before = app.slack.callsOf('users.info').length
  await send(slackSends.event(eventCallback(mention('<@UBOT> settings', { user: id, user_team: 'T2' }))))
  await expect.poll(() => app.slack.callsOf('users.info').length).toBeGreaterThan(before)
  return { id, team_id: 'T2', name: 'eve' }
}

/** Returns everything that only admins may change. */
async function picture() {
  const { store } = app.app.deps
  return {
    workspace: await store.workspaces.find(1),
    channel: await store.channels.find(1),
    round: await store.rounds.find(1),
    rounds: (await store.rounds.latest(1, ['posting', 'open', 'closed', 'failed'], 10)).length,
    disputes: await store.disputes.list(1, 'open', 10),
  }
}

describe('the owner of another workspace, a guest in a shared channel', () => {
  const adminCommands = allCommands.filter(({ who }) => who === 'admin')

  it.each(adminCommands.map((command) => [command.path.join(' '), command] as const))(
    'is refused %s',
    async (path, { options }) => {
      const { id } = await aGuest()
      const before = await picture()
      const words = [path, ...options.map(({ name }) => fittingWords[name] ?? 'x')].join(' ')
      const reply = await send(slackSends.command(slashCommand(words, { user_id: id })))
      expect(reply).toContain('Only admins can do that')
      expect(await picture()).toEqual(before)
    },
  )

  it.each(Object.keys(presses))('can’t decide, post or close anything with the button %s', async (word) => {
    const user = await aGuest()
    const before = await picture()
    for (const about of [0, 1, 2]) await send(slackSends.interaction(buttonPress(`${word}:${about}`, { user })))
    expect(await picture()).toEqual(before)
  })

  it.each(Object.keys(submits))('can’t decide anything with the form %s', async (word) => {
    const user = await aGuest()
    const before = await picture()
    for (const about of [1, 2]) {
      const memory = { action: `${word}:${about}`, channel: { ref: 'slack:T1:C1', name: 'general' } }
      const view = { id: `V${about}`, private_metadata: JSON.stringify(memory), title: { text: 'Form' } }
      await send(slackSends.interaction(viewSubmission(view, { text: 'Mine', note: 'Mine' }, { user })))
    }
    expect(await picture()).toEqual(before)
  })
})
