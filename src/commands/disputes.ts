import { disputeQueue } from '../messages/dispute.ts'
import { listDisputes } from '../services/disputes/list-disputes.ts'
import type { Command } from './command.ts'

export const disputesCommand: Command = {
  path: ['disputes'],
  options: [],
  help: 'Answers that players say were graded wrongly.',
  who: 'admin',
  async run(deps, asker) {
    return { kind: 'private', message: disputeQueue(await listDisputes(deps, asker)) }
  },
}
