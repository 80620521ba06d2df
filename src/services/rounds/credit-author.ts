import { ChatError } from '../../domain/errors.ts'
import { packOf } from '../../domain/packs/own-questions.ts'
import type { Round } from '../../domain/round.ts'
import { playerName } from '../../messages/board.ts'
import type { Deps } from '../deps.ts'
import { enqueue } from '../enqueue.ts'

type Asked = Pick<Round, 'workspaceId' | 'questionId'>

/**
 * The name of the person who suggested a question. Undefined if there is none, if they asked to be forgotten or left,
 * or if the chat doesn't answer whether they left.
 */
export async function creditedAuthor(
  { store, rights, log }: Pick<Deps, 'store' | 'rights' | 'log'>,
  { workspaceId, questionId }: Asked,
): Promise<string | undefined> {
  if (packOf(questionId) === 'built-in') return undefined
  const author = await store.suggestions.authorOf(workspaceId, questionId)
  if (!author) return undefined
  try {
    return (await rights.isMember(author.ref)) ? playerName(author.name) : undefined
  } catch (error) {
    if (!(error instanceof ChatError)) throw error
    log.info({ question: questionId, code: error.code, meaning: error.meaning }, 'an author could not be credited')
    return undefined
  }
}

/**
 * Notifies the author of a question when it is first asked. Runs before the round opens, so a crash can't lose the
 * notification.
 */
export async function noteAsked(
  deps: Pick<Deps, 'store' | 'queue' | 'clock' | 'log'>,
  { workspaceId, questionId }: Asked,
): Promise<void> {
  if (packOf(questionId) === 'built-in') return
  for (const suggestionId of await deps.store.suggestions.asked(workspaceId, questionId, deps.clock.now())) {
    await enqueue(deps, { name: 'tell-suggestion', suggestionId }, { workspaceId })
  }
}
