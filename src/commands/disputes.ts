import { disputeQueue } from '../messages/dispute.ts'
import { listDisputes } from '../services/disputes/list-disputes.ts'
import type { Command } from './command.ts'

export const disputesCommand: Command = {
  path: ['disputes'],
  options: [],
  help: 'Grades that players think are wrong.',
  who: 'admin',
  async run(deps, asker) {
    return { kind: 'private', message: disputeQueue(await listDisputes(deps, asker)) }
  },
}
