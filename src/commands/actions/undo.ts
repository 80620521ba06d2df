import { decisionUndone, renameUndone, scheduleUndone } from '../../messages/undo.ts'
import type { Message } from '../../ports/message.ts'
import { type Undone, undoChange } from '../../services/undo/undo-change.ts'
import type { Press } from './action.ts'

/** The service checks permissions, because they depend on the change. */
export const pressUndo: Press = async (deps, asker, changeId) => ({
  kind: 'private',
  message: undoneInWords(await undoChange(deps, asker, changeId)),
})

function undoneInWords(undone: Undone): Message {
  switch (undone.kind) {
    case 'dispute-decided':
      return decisionUndone()
    case 'scheduled':
      return scheduleUndone(undone.shown)
    case 'team-renamed':
      return renameUndone(undone.name)
  }
}
