import type { ChatModule } from '../../adapters/chats/chat-module.ts'
import type { Config } from '../../config/config.ts'
import type { Finding } from '../../ports/finding.ts'

export function examineSettings(config: Config, modules: readonly ChatModule[]): Finding[] {
  const { production, appSecret, publicUrl, publicContact, metricsToken } = config
  const on = (what: string, detail: string | undefined, remedy: string, absent = 'not set up'): Finding =>
    detail === undefined ? { what, state: 'off', detail: absent, remedy } : { what, state: 'ok', detail }
  const missing = production ? 'not set' : 'created by npm start'
  return [
    {
      ...on('APP_SECRET', appSecret && 'set', 'heroku config:set APP_SECRET=$(openssl rand -hex 32)', missing),
      ...(production && appSecret === undefined ? { state: 'wrong' } : {}),
    },
    on('PUBLIC_URL', publicUrl, 'heroku labs:enable runtime-dyno-metadata', missing),
    on(
      'PUBLIC_CONTACT',
      publicContact,
      'heroku config:set PUBLIC_CONTACT=...',
      'not set, so /privacy names no contact',
    ),
    ...modules.map((module) => {
      const inUse = config.chats.find((chat) => chat.module === module)
      const { remedy, detail } = module.whenOff
      return on(module.name, inUse && module.transport(inUse.settings), remedy, detail)
    }),
    on(
      'metrics',
      metricsToken && 'at /metrics',
      'heroku config:set METRICS_TOKEN=$(openssl rand -hex 16)',
      'no token is set',
    ),
  ]
}
