import { ChatError } from '../../domain/errors.ts'
import { channelGreeting, greeting } from '../../messages/set-up/greetings.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from './recognise-asker.ts'

type Greeting = Pick<Deps, 'store' | 'chat' | 'log'>

/**
 * Greets a person who installed the app or opened its messages, and a channel that the app joined, once each. If the
 * chat is unavailable, the greeting is sent at the next visit.
 */
export async function greet(deps: Greeting, asker: Asker, how: 'installed' | 'messages' | 'channel'): Promise<void> {
  try {
    if (how === 'channel') await greetChannel(deps, asker)
    else await greetPerson(deps, asker, how)
  } catch (error) {
    if (!(error instanceof ChatError)) throw error
    deps.log.warn({ how, code: error.code, meaning: error.meaning }, 'a greeting could not be sent')
  }
}

async function greetPerson(deps: Greeting, { player, workspace, origin }: Asker, how: string): Promise<void> {
  // A person who reinstalls the app gets the greeting again, as a starting point.
  if (player.greeted && how !== 'installed') return
  const admin = how === 'installed' || (await origin.player.isAdmin())
  const message = greeting({ admin, buttons: workspace.platform === 'slack' })
  // The key makes concurrent visits send only one greeting.
  const key = how === 'installed' ? `greeting-${player.id}-${origin.id}` : `greeting-${player.id}`
  await deps.chat.tell(player.ref, message, undefined, key)
  await deps.store.players.change(player.id, { greeted: true })
}

/** Recorded before posting, so that a channel that refuses the greeting isn't tried again and again. */
async function greetChannel(deps: Greeting, { channel }: Asker): Promise<void> {
  if (!channel || channel.greeted || channel.schedule) return
  await deps.store.channels.change(channel.id, { greeted: true })
  await deps.chat.post(channel.ref, channelGreeting(channel.id), `greeting-${channel.id}`)
}
