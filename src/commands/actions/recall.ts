import { recallTold } from '../../messages/past/recall.ts'
import { recall } from '../../services/practice/recall.ts'
import type { Press } from './action.ts'

export function pressRecall(knew: boolean): Press {
  return async (deps, asker, roundId) => ({
    kind: 'private',
    message: recallTold(await recall(deps, asker, roundId, knew), knew),
  })
}
