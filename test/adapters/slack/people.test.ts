import { expect, it } from 'vitest'
import type { ChatEvent } from '../../../src/ports/chat-event.ts'
import { startSlackApp } from '../../kit/slack/slack-app.ts'
import { eventCallback, mention, slashCommand } from '../../kit/slack/slack-payloads.ts'
import { slackSends } from '../../kit/slack/slack-request.ts'

it.each<[string, Record<string, unknown>, boolean]>([
  ['an admin', { is_admin: true }, true],
  ['an owner', { is_owner: true }, true],
  ['the primary owner, whose home Slack names', { is_primary_owner: true, team_id: 'T1' }, true],
  ['an admin in an organization', { is_admin: true, team_id: 'E1', enterprise_user: { teams: ['T1', 'T2'] } }, true],
  ['a member', {}, false],
  ['an owner of another workspace', { is_owner: true, team_id: 'T2' }, false],
  [
    'an admin of another workspace in the organization',
    { is_admin: true, enterprise_user: { teams: ['T2'] }, team_id: 'T2' },
    false,
  ],
  ['a stranger in a shared channel', { is_admin: true, is_owner: true, is_stranger: true }, false],
  ['a guest of several channels', { is_admin: true, is_restricted: true }, false],
  ['a guest of one channel', { is_admin: true, is_ultra_restricted: true }, false],
  ['a person who left', { is_admin: true, deleted: true }, false],
])('%s has the rights of an admin here: %j gives %s', async (_, profile, admin) => {
  const told: boolean[] = []
  await using app = await startSlackApp({
    async reply(event: ChatEvent) {
      if ('player' in event) told.push(await event.player.isAdmin())
      return { kind: 'nothing' }
    },
  })
  app.server.world.profiles.set('U7', profile)
  await app.send(slackSends.event(eventCallback({ ...mention('<@UBOT> settings'), user: 'U7', user_team: 'T2' })))
  await expect.poll(() => told).toEqual([admin])
  expect(app.server.callsOf('users.info')[0]).toMatchObject({ user: 'U7' })
})

it.each<[string, Record<string, unknown>, string]>([
  [
    'the display name',
    { profile: { display_name: 'Ada', real_name: 'Ada Lovelace' }, real_name: 'Ada Lovelace' },
    'Ada',
  ],
  [
    'the real name of those who gave none',
    { profile: { display_name: ' ', real_name: 'Ada Lovelace' } },
    'Ada Lovelace',
  ],
  ['the handle where there is nothing else', {}, 'name-of-u7'],
])('people are shown by %s', async (_, profile, name) => {
  await using app = await startSlackApp()
  app.server.world.profiles.set('U7', profile)
  const typed = slashCommand('me', { user_id: 'U7', user_name: 'al' })
  await app.send(slackSends.command(typed))
  await expect
    .poll(
      async () => {
        await app.send(slackSends.command(typed))
        const last = app.heard.at(-1)
        return last && 'player' in last ? [last.player.name, last.player.handle] : []
      },
      { timeout: 5000 },
    )
    .toEqual([name, 'al'])
})

it('a name is looked up once a day, and many lookups at the same time leave room for calls about permissions', async () => {
  let now = Date.now()
  await using app = await startSlackApp({ clock: { now: () => new Date(now) } })
  const asked = () => app.server.callsOf('users.info').length
  const typed = (user: string) => app.send(slackSends.command(slashCommand('me', { user_id: user })))
  for (let each = 0; each < 3; each++) {
    await typed('U1')
    await app.server.until('users.info')
  }
  expect(asked()).toBe(1)
  for (let each = 2; each < 40; each++) await typed(`U${each}`)
  await app.server.until('users.info', 20)
  expect(asked()).toBe(20)
  now += 25 * 60 * 60_000
  await typed('U1')
  await app.server.until('users.info', 21)
})
