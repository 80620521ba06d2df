import { z } from 'zod'
import type { ChatModule } from '../../../src/adapters/chats/chat-module.ts'
import { readVariables } from '../../../src/adapters/chats/read-variables.ts'
import { plainMessage } from '../people/plain-message.ts'
import { type PretendChat, pretendChat } from './pretend-chat.ts'

type Settings = { token: string }

const schema = z.object({ PRETEND_TOKEN: z.string().min(3, 'must have at least 3 characters').optional() })
const sent = z.object({ id: z.string(), person: z.string(), words: z.string() })

/**
 * A chat platform as small as a module can be: it posts JSON to `/pretend`, and what the app sends is in `chat.said`. The
 * union of platforms is closed, so it uses the name of Discord.
 */
export function pretendModule(): ChatModule<Settings> & { chat: PretendChat } {
  const chat = pretendChat()
  return {
    chat,
    platform: 'discord',
    name: 'Pretend',
    variables: Object.keys(schema.shape),
    readConfig(variables) {
      const { read, problems } = readVariables(schema, variables)
      const token = read?.PRETEND_TOKEN
      return { settings: token === undefined ? undefined : { token }, problems }
    },
    whenOff: { detail: 'not set up', remedy: 'heroku config:set PRETEND_TOKEN=...' },
    transport: () => 'JSON',
    async open({ token }, { handleEvent }) {
      const isAdmin = async (): Promise<boolean> => true
      return {
        chat,
        rights: { isAdmin, isMember: async () => true },
        start: async () => {},
        stop: async () => {},
        async plugin(server) {
          server.post('/pretend', async (request, response) => {
            if (request.headers.authorization !== `Bearer ${token}`) return response.code(401).send()
            const { id, person, words } = sent.parse(request.body)
            const reply = await handleEvent({
              kind: 'command',
              id,
              words,
              workspace: { ref: 'discord:W1', name: 'Acme' },
              channel: { ref: 'discord:W1:quiz', name: 'quiz' },
              player: { ref: `discord:W1:${person}`, name: person, isAdmin },
            })
            return { kind: reply.kind, text: 'message' in reply ? plainMessage(reply.message) : '' }
          })
        },
      }
    },
    links: ({ token }) => [{ href: `https://pretend.test/add?app=${token}`, text: 'Add to Pretend', as: 'button' }],
    release: async (_settings, { commands }) => `${commands.length > 10 ? 'all' : 'some'} commands registered`,
    examine: async ({ token }, { quiz }) => [
      { what: 'Pretend app', state: 'wrong', detail: `nobody knows ${token}`, remedy: quiz('discord greet') },
    ],
    commands: [
      {
        name: 'greet',
        description: 'Say hello',
        options: [{ flag: '--json', description: 'print JSON' }],
        async run({ json }, settings) {
          if (!settings) return { wrongUsage: 'Set PRETEND_TOKEN first.' }
          return json ? { json: settings } : { line: `Hello ${settings.token}` }
        },
      },
    ],
  }
}
