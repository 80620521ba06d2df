import { platforms } from '../domain/place.ts'
import { postWeeklyNow } from '../services/boards/post-weekly.ts'
import { findChannel } from '../services/find-channel.ts'
import { postQuestionNow } from '../services/rounds/post-now.ts'
import { asOperator } from './open-operator.ts'
import { print } from './print.ts'
import { UsageError } from './usage-error.ts'

const isChannel = new RegExp(`^(${platforms.join('|')}):[^:]+:[^:]+$`)

export async function post(what: string, { channel: ref }: { channel: string }): Promise<void> {
  if (what !== 'question' && what !== 'weekly') throw new UsageError('Use `post question` or `post weekly`.')
  await asOperator(async ({ deps }) => {
    const found = isChannel.test(ref) ? await findChannel(deps, ref) : undefined
    if (!found) {
      throw new UsageError(
        `There is no channel ${ref}. A channel is stored when somebody uses the bot there, and looks like slack:T1:C2.`,
      )
    }
    if (what === 'weekly') {
      await postWeeklyNow(deps, found)
      print(`The board is posted in ${ref}.`)
      return
    }
    const round = await postQuestionNow(deps, found)
    print(
      round
        ? `Round ${round.id} (${round.questionId}) goes to ${ref}; the worker posts it.`
        : `${ref} already had its question today.`,
    )
  })
}
