import { expect, it } from 'vitest'
import type { ChatEvent } from '../../../src/ports/chat-event.ts'
import { startSlackApp } from '../../kit/slack/slack-app.ts'
import { eventCallback, mention } from '../../kit/slack/slack-payloads.ts'
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
