import { z } from 'zod'
import { pages } from '../../messages/site/pages.ts'
import type { ChatModule } from '../chats/chat-module.ts'
import { readVariables } from '../chats/read-variables.ts'

const turnOn = 'heroku config:set PLAYGROUND=on'
const alsoCalled: Readonly<Record<string, string>> = {
  true: 'on',
  yes: 'on',
  1: 'on',
  false: 'off',
  no: 'off',
  0: 'off',
}
const schema = z.object({
  PLAYGROUND: z
    .string()
    .transform((typed) => alsoCalled[typed.trim().toLowerCase()] ?? typed.trim().toLowerCase())
    .pipe(z.enum(['on', 'off'], 'must be on or off'))
    .optional(),
})

/** The playground is on or off and has no other settings. */
export const playground: ChatModule<'on'> = {
  platform: 'playground',
  name: 'playground',
  variables: Object.keys(schema.shape),
  /** In production, the playground is off by default. */
  readConfig(environment, { production }) {
    const { read, problems } = readVariables(schema, environment, { PLAYGROUND: turnOn })
    const wanted = read?.PLAYGROUND ?? (production ? 'off' : 'on')
    return { settings: read && wanted === 'on' ? 'on' : undefined, problems }
  },
  whenOff: { detail: 'off', remedy: turnOn },
  transport: () => 'on',

  async open(_settings, { secrets: [secret], store, handleEvent, teamsAt, clock }) {
    const { createPlayground } = await import('./create-playground.ts')
    const { transcript, sandboxes } = store
    return createPlayground({ transcript, sandboxes, handleEvent, teamsAt, secret, clock })
  },

  links: () => [{ href: '/play', text: pages.front.play, as: 'primary' }],
}
