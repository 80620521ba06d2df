import type { PostingTrouble } from '../../messages/closed-channel.ts'
import { allSet } from '../../messages/set-up/greetings.ts'
import type { Message } from '../../ports/message.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { Deps } from '../deps.ts'
import { failureOf } from '../failure-of.ts'
import type { Asker } from '../players/recognise-asker.ts'

export type Obstacle = { channelId: number; trouble: PostingTrouble }

type Introducing = Pick<Deps, 'store' | 'chat' | 'log'>

/**
 * Posts the first message in a channel and joins the channel first if the app can. Returns the obstacle, if any.
 * Posting is the only reliable check whether questions can be posted.
 */
export async function introduce(
  deps: Introducing,
  asker: Asker,
  channel: Channel,
  message: Message,
): Promise<Obstacle | undefined> {
  const lacks = asker.origin.picked?.find(({ ref }) => ref === channel.ref)?.lacks ?? []
  if (lacks.length > 0) return { channelId: channel.id, trouble: { meaning: 'posting-restricted', lacks } }
  // Recorded before the app joins, because joining causes an event that would trigger another greeting.
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

/** Tries to post again after an admin has added the app to the channel. */
export function checkPosting(deps: Introducing, asker: Asker, channel: Channel): Promise<Obstacle | undefined> {
  return introduce(deps, asker, channel, allSet(asker.player))
}
