import type { PostingTrouble } from '../../messages/closed-channel.ts'
import { allSet } from '../../messages/set-up/greetings.ts'
import type { Message } from '../../ports/message.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { Deps } from '../deps.ts'
import { failureOf } from '../failure-of.ts'
import type { Asker } from '../players/recognise-asker.ts'

/** What keeps the app from posting in a channel, and in which. */
export type Obstacle = { channelId: number; trouble: PostingTrouble }

type Introducing = Pick<Deps, 'store' | 'chat' | 'log'>

/**
 * Posts the first message in a channel. If the app isn't in it, it joins if it can. Returns what is in the way, if
 * anything: the best check whether a question can be posted is to post.
 */
export async function introduce(
  deps: Introducing,
  asker: Asker,
  channel: Channel,
  message: Message,
): Promise<Obstacle | undefined> {
  const lacks = asker.origin.picked?.find(({ ref }) => ref === channel.ref)?.lacks ?? []
  if (lacks.length > 0) return { channelId: channel.id, trouble: { meaning: 'posting-restricted', lacks } }
  // Before the app joins: joining is an event too, and would cause another greeting.
  await deps.store.channels.change(channel.id, { greeted: true })
  const post = (): Promise<unknown> => deps.chat.post(channel.ref, message, `set-up-${channel.id}-${asker.origin.id}`)
  const error = await failureOf(post())
  if (!error) return undefined
  const outside = error.meaning === 'not-in-channel' || error.meaning === 'channel-hidden'
  if (outside && !(await failureOf(deps.chat.join(channel.ref).then(post)))) return undefined
  deps.log.info(
    { channel: channel.id, meaning: error.meaning, word: error.word },
    'a channel could not be told who set up its daily question',
  )
  return { channelId: channel.id, trouble: { meaning: error.meaning, word: error.word } }
}

/** Tries again, once somebody has let the app in. */
export function checkPosting(deps: Introducing, asker: Asker, channel: Channel): Promise<Obstacle | undefined> {
  return introduce(deps, asker, channel, allSet(asker.player))
}
