import { disputeForm, disputeOpened, disputeSettled } from '../../messages/dispute.ts'
import { withUndo } from '../../messages/undo.ts'
import { decideDispute, disputeToDecide } from '../../services/disputes/decide-dispute.ts'
import { openDispute } from '../../services/disputes/open-dispute.ts'
import { demandAdmin, type Press, type Submit } from './action.ts'

export const pressDispute: Press = async (deps, asker, answerId) => {
  const { repeated, dispute } = await openDispute(deps, asker, answerId)
  const decided = dispute.state === 'open' ? undefined : dispute.state
  return { kind: 'private', message: disputeOpened(repeated, decided) }
}

export function pressDecision(decision: 'accept' | 'reject'): Press {
  return async (deps, asker, disputeId) => {
    await demandAdmin(asker)
    await disputeToDecide(deps, asker, disputeId)
    return { kind: 'form', form: disputeForm(disputeId, decision) }
  }
}

export function submitDecision(decision: 'accept' | 'reject'): Submit {
  return async (deps, asker, disputeId, { note = '' }) => {
    await demandAdmin(asker)
    const state = decision === 'accept' ? 'accepted' : 'rejected'
    const { undo } = await decideDispute(deps, asker, disputeId, { state, note })
    return { kind: 'private', message: withUndo(disputeSettled(state === 'accepted'), undo) }
  }
}
