import {
  disputeForm,
  disputeOpened,
  disputeSettled,
  disputeWithdrawn,
  openDisputeForm,
} from '../../messages/dispute.ts'
import { withUndo } from '../../messages/undo.ts'
import { decideDispute, disputeToDecide } from '../../services/disputes/decide-dispute.ts'
import { longestReason, offerDispute, openDispute } from '../../services/disputes/open-dispute.ts'
import { withdrawDispute } from '../../services/disputes/withdraw-dispute.ts'
import { demandAdmin, type Press, type Submit } from './action.ts'

export const pressDispute: Press = async (deps, asker, answerId) => {
  const dispute = await offerDispute(deps, asker, answerId)
  if (!dispute) return { kind: 'form', form: openDisputeForm(answerId, longestReason) }
  return { kind: 'private', message: disputeOpened(dispute, true) }
}

export const submitDispute: Submit = async (deps, asker, answerId, { reason }) => {
  const { repeated, dispute } = await openDispute(deps, asker, answerId, reason)
  return { kind: 'private', message: disputeOpened(dispute, repeated) }
}

export const pressWithdrawDispute: Press = async (deps, asker, disputeId) => {
  await withdrawDispute(deps, asker, disputeId)
  return { kind: 'private', message: disputeWithdrawn() }
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
