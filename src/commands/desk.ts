import { deskOffer } from '../messages/desk/offer.ts'
import { inviteToDesk } from '../services/desk/invite-to-desk.ts'
import type { Command } from './command.ts'

export const deskCommand: Command = {
  path: ['desk'],
  options: [],
  help: 'A private link to the desk, where you run the quiz in a browser.',
  who: 'admin',
  async run(deps, asker) {
    return { kind: 'private', message: deskOffer(await inviteToDesk(deps, asker)) }
  },
}
