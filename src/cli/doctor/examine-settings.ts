import type { Config } from '../../config/config.ts'
import type { Finding } from './finding.ts'

export function examineSettings(config: Config): Finding[] {
  const { production, appSecret, publicUrl, publicContact, slack, discord, playground, metricsToken } = config
  const on = (what: string, detail: string | undefined, remedy: string, absent = 'not set up'): Finding =>
    detail === undefined ? { what, state: 'off', detail: absent, remedy } : { what, state: 'ok', detail }
  const missing = production ? 'not set' : 'made by npm start'
  return [
    {
      ...on('APP_SECRET', appSecret && 'set', 'heroku config:set APP_SECRET=$(openssl rand -hex 32)', missing),
      ...(production && appSecret === undefined ? { state: 'wrong' } : {}),
    },
    on('PUBLIC_URL', publicUrl, 'heroku labs:enable runtime-dyno-metadata', missing),
    on('PUBLIC_CONTACT', publicContact, 'heroku config:set PUBLIC_CONTACT=...', 'not set, so /privacy names nobody'),
    on(
      'Slack',
      slack && (slack.appToken ? 'Socket Mode' : 'HTTP'),
      'heroku config:set SLACK_SIGNING_SECRET=... SLACK_BOT_TOKEN=...',
      'not set up, docs/slack.md explains how',
    ),
    on(
      'Discord',
      discord?.transport,
      'heroku config:set DISCORD_PUBLIC_KEY=... DISCORD_APPLICATION_ID=... DISCORD_TOKEN=...',
      'not set up, docs/discord.md explains how',
    ),
    on('playground', playground ? 'on' : undefined, 'heroku config:set PLAYGROUND=on', 'off'),
    on(
      'metrics',
      metricsToken && 'at /metrics',
      'heroku config:set METRICS_TOKEN=$(openssl rand -hex 16)',
      'no token is set',
    ),
  ]
}
