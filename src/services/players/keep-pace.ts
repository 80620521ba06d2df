import { QuizError } from '../../domain/errors.ts'
import type { Place } from '../../domain/place.ts'
import { type Allowance, tokenBuckets } from '../../domain/token-bucket.ts'
import type { ChatEvent, Origin } from '../../ports/chat-event.ts'
import type { Clock } from '../../ports/clock.ts'

/** Throws `too-fast` if a person sends more events than people usually do. */
export type KeepPace = (event: {
  kind: Extract<ChatEvent, Origin>['kind']
  player: { ref: Place }
  workspace: { ref: Place }
}) => void

/**
 * Players stay far below these limits, which are meant for scripts and stuck keys. A whole room may answer at the same
 * moment.
 */
const forPlayer: Allowance = { most: 40, perSecond: 1 }
const forWorkspace: Allowance = { most: 5000, perSecond: 100 }

/** Completions are requested with every keystroke. */
const costOfSuggestion = 0.1

const mostKept = 20_000

/** The limits apply per process, because they protect the process. */
export function createPace(clock: Clock): KeepPace {
  const ofPlayer = tokenBuckets(forPlayer, mostKept)
  const ofWorkspace = tokenBuckets(forWorkspace, mostKept)
  return ({ kind, player, workspace }) => {
    const now = clock.now().getTime()
    const cost = kind === 'complete' ? costOfSuggestion : 1
    if (!ofPlayer(player.ref, now, cost)) throw new QuizError('too-fast')
    if (!ofWorkspace(workspace.ref, now, cost)) throw new QuizError('too-fast')
  }
}
