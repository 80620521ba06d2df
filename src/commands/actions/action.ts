import { QuizError } from '../../domain/errors.ts'
import type { Reply } from '../../ports/chat-event.ts'
import type { Deps } from '../../services/deps.ts'
import type { Asker } from '../../services/players/recognise-asker.ts'

/** Handles a button. `about` is the number after the colon in its action. */
export type Press = (deps: Deps, asker: Asker, about: number) => Promise<Reply>

export type Submit = (deps: Deps, asker: Asker, about: number, values: Record<string, string>) => Promise<Reply>

/**
 * `answer:17` is the word `answer` with the number 17. Throws `round-unknown` for an unknown action, which an older
 * release may have posted.
 */
export function readAction(action: string): { word: string; about: number } {
  const [, word, about] = /^([a-z-]{1,40}):(\d{1,15})$/.exec(action) ?? []
  if (word === undefined || about === undefined) throw new QuizError('round-unknown')
  return { word, about: Number(about) }
}

/** Throws `admin-needed`. */
export async function demandAdmin({ origin }: Asker): Promise<void> {
  if (!(await origin.player.isAdmin())) throw new QuizError('admin-needed')
}

/**
 * The asker in the channel that a button names, because a home tab or a direct message isn't a channel. Zero means the
 * channel of the button. Throws `other-workspace`.
 */
export async function inChannel(deps: Pick<Deps, 'store'>, asker: Asker, channelId: number): Promise<Asker> {
  if (channelId === 0) return asker
  const channel = await deps.store.channels.find(channelId)
  if (channel?.workspaceId !== asker.workspace.id) throw new QuizError('other-workspace')
  return { ...asker, channel }
}
