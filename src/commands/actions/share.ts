import { sharing } from '../../messages/habit/share.ts'
import { shareResult } from '../../services/habits/share-result.ts'
import type { Press } from './action.ts'

export const pressShare: Press = async (deps, asker, roundId) => {
  const { repeated } = await shareResult(deps, asker, roundId)
  return { kind: 'private', message: sharing(repeated) }
}
