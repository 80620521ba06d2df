import { expect, it } from 'vitest'
import { handleEvent } from '../../src/commands/handle-event.ts'
import { fault } from '../../src/messages/refusals.ts'
import type { ChatEvent } from '../../src/ports/chat-event.ts'
import type { Deps } from '../../src/services/deps.ts'
import { plainMessage } from '../kit/people/plain-message.ts'

const broken = {
  store: { workspaces: { recognise: () => Promise.reject(new Error('the database is away')) } },
  keepPace() {},
  log: { info() {}, warn() {}, error() {} },
} as unknown as Deps

const origin = {
  id: 'e1',
  workspace: { ref: 'slack:T1', name: 'Acme' },
  player: { ref: 'slack:T1:U1', name: 'ada', isAdmin: async () => false },
  requestId: 'r-1',
}

it.each<[string, ChatEvent, string]>([
  ['a form', { ...origin, kind: 'submit', action: 'answer:1', values: { text: 'A container' } }, 'A container'],
  ['a command', { ...origin, kind: 'command', words: 'answer A container' }, 'answer A container'],
])('the text of %s that could not be accepted is returned to its author', async (_, event, words) => {
  const reply = await handleEvent(broken, event)
  expect(reply.kind).toBe('private')
  const text = 'message' in reply ? plainMessage(reply.message) : ''
  expect(text).toContain('try again in a minute')
  expect(text).toContain('r-1')
  expect(text).toContain(words)
})

it('after a bug during a button press, there is no text to return', () => {
  expect(fault('r-1').blocks).toHaveLength(1)
})
