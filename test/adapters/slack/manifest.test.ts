import { describe, expect, it } from 'vitest'
import { checkToken } from '../../../src/adapters/slack/connect/check.ts'
import { botScopes, slackManifest } from '../../../src/adapters/slack/connect/manifest.ts'
import { startSlackServer } from '../../kit/slack/slack-server.ts'

const publicUrl = 'https://quiz.example.com'
const log = { debug() {}, info() {}, warn() {}, error() {} }

describe('the app manifest', () => {
  it('for many workspaces over HTTP', () => {
    expect(slackManifest({ publicUrl, oauth: true, socketMode: false })).toMatchInlineSnapshot(`
      {
        "display_information": {
          "background_color": "#430098",
          "description": "One Heroku question a day, answered in your own words",
          "long_description": "Quiz for Heroku asks your team one question about Heroku every working day. Everybody answers in their own words, privately; a rubric grades each answer right away and shows which points it found and which were missing. Teams and players climb boards by week and month, and streaks reward those who come back. Questions are posted at the time and in the time zone that each channel chooses, and every fact comes with its source.",
          "name": "Quiz for Heroku",
        },
        "features": {
          "app_home": {
            "home_tab_enabled": true,
            "messages_tab_enabled": true,
            "messages_tab_read_only_enabled": false,
          },
          "bot_user": {
            "always_online": true,
            "display_name": "Quiz for Heroku",
          },
          "shortcuts": [
            {
              "callback_id": "suggest",
              "description": "The message becomes the answer",
              "name": "Suggest as a question",
              "type": "message",
            },
          ],
          "slash_commands": [
            {
              "command": "/heroku-quiz",
              "description": "Ask, answer, see the boards. For all commands, type /heroku-quiz help",
              "should_escape": true,
              "url": "https://quiz.example.com/slack/events",
              "usage_hint": "ask | answer TEXT | hint | leaderboard | me | share | archive | remind on | team | help",
            },
          ],
        },
        "oauth_config": {
          "redirect_urls": [
            "https://quiz.example.com/slack/oauth_redirect",
          ],
          "scopes": {
            "bot": [
              "app_mentions:read",
              "channels:history",
              "channels:join",
              "channels:read",
              "chat:write",
              "commands",
              "files:read",
              "files:write",
              "groups:history",
              "groups:read",
              "im:history",
              "im:write",
              "metadata.message:read",
              "usergroups:read",
              "users:read",
            ],
            "bot_optional": [
              "channels:history",
              "channels:read",
              "files:read",
              "files:write",
              "groups:history",
              "groups:read",
              "im:write",
              "metadata.message:read",
              "usergroups:read",
            ],
          },
        },
        "settings": {
          "event_subscriptions": {
            "bot_events": [
              "app_home_opened",
              "app_mention",
              "app_uninstalled",
              "member_joined_channel",
              "message.im",
              "tokens_revoked",
            ],
            "request_url": "https://quiz.example.com/slack/events",
          },
          "interactivity": {
            "is_enabled": true,
            "request_url": "https://quiz.example.com/slack/events",
          },
          "org_deploy_enabled": true,
          "socket_mode_enabled": false,
          "token_rotation_enabled": true,
        },
      }
    `)
  })

  it('for one workspace turns off token rotation, because the app couldn’t store the next token', () => {
    const { settings } = slackManifest({ publicUrl, oauth: false, socketMode: false })
    expect(settings.token_rotation_enabled).toBe(false)
  })

  it('for one workspace excludes organizations, because their token would work in all of their workspaces', () => {
    const { settings } = slackManifest({ publicUrl, oauth: false, socketMode: false })
    expect(settings).toMatchObject({ org_deploy_enabled: false })
  })

  it('for Socket Mode has no address', () => {
    const manifest = slackManifest({ oauth: false, socketMode: true })
    expect(JSON.stringify(manifest)).not.toContain('/slack/')
    expect(manifest.settings).toMatchObject({ socket_mode_enabled: true, interactivity: { is_enabled: true } })
  })

  it('over HTTP requires an address', () => {
    expect(() => slackManifest({ oauth: false, socketMode: false })).toThrow(/PUBLIC_URL/)
  })

  it('respects the lengths that Slack allows', () => {
    const { display_information } = slackManifest({ publicUrl, oauth: true, socketMode: false })
    const { name, description, long_description } = display_information as Record<string, string>
    expect(name?.length).toBeLessThanOrEqual(35)
    expect(description?.length).toBeLessThanOrEqual(140)
    expect(description?.split(' ').length).toBeLessThanOrEqual(10)
    expect(long_description?.length).toBeGreaterThanOrEqual(175)
    expect(long_description?.length).toBeLessThanOrEqual(4000)
  })
})

describe('a token', () => {
  it('is checked for missing scopes', async () => {
    await using server = await startSlackServer()
    server.world.scopes = botScopes.filter((scope) => scope !== 'files:write' && scope !== 'users:read')
    const checked = await checkToken({ botToken: 'xoxb-test', apiUrl: server.apiUrl, log })
    expect(checked).toEqual({
      team: 'Acme',
      missingScopes: ['users:read'],
      notes: ['without files:write: the weekly board comes as text, without its picture'],
    })
  })

  it('counts as removed if it was revoked', async () => {
    await using server = await startSlackServer()
    server.next('auth.test', { error: 'token_revoked' })
    await expect(checkToken({ botToken: 'x', apiUrl: server.apiUrl, log })).rejects.toMatchObject({ code: 'gone' })
  })
})
