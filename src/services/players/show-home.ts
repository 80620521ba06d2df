import { ChatError } from '../../domain/errors.ts'
import type { Question } from '../../domain/question.ts'
import type { Channel } from '../../ports/store/channels.ts'
import type { Deps } from '../deps.ts'
import type { Asker } from './recognise-asker.ts'
import { showMe } from './show-me.ts'

/** A question that is open to the viewer, and whether they have answered it. */
export type OpenQuestion = { roundId: number; question: Question; channel: Channel; answered: boolean }

/** The additional content for admins. */
export type AdminView = { channels: Channel[]; rulings: number }

export type HomeView = Omit<Awaited<ReturnType<typeof showMe>>, 'team'> & {
  name: string
  team?: string
  open: OpenQuestion[]
  admin?: AdminView
}

const mostQuestions = 3
const mostRulings = 100

export async function showHome(
  deps: Pick<Deps, 'store' | 'bank' | 'clock' | 'links'>,
  asker: Asker,
): Promise<HomeView> {
  const { store } = deps
  const { workspace, player } = asker
  const [{ team, ...me }, rounds, channels, isAdmin] = await Promise.all([
    showMe(deps, asker),
    store.rounds.openFor(player, mostQuestions),
    store.channels.inWorkspace(workspace.id),
    isKnownAdmin(asker),
  ])
  const open = await Promise.all(
    rounds.map(async (round): Promise<OpenQuestion[]> => {
      const channel = channels.find(({ id }) => id === round.channelId)
      if (!channel) return []
      const [{ question }, answers] = await Promise.all([
        deps.bank.find(round),
        store.answers.ofPlayer(round.id, player.id),
      ])
      return [{ roundId: round.id, question, channel, answered: answers.length > 0 }]
    }),
  )
  const home = { ...me, name: player.name, open: open.flat(), ...(team ? { team: team.name } : {}) }
  if (!isAdmin) return home
  const disputes = await store.disputes.list(workspace.id, 'open', mostRulings)
  const scheduled = channels.filter(({ schedule }) => schedule !== undefined)
  return { ...home, admin: { channels: scheduled, rulings: disputes.length } }
}

/** If the chat can't confirm that the person is an admin, only the content for everybody is shown. */
async function isKnownAdmin({ origin }: Asker): Promise<boolean> {
  try {
    return await origin.player.isAdmin()
  } catch (error) {
    if (!(error instanceof ChatError)) throw error
    return false
  }
}
