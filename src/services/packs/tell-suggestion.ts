import { suggestionAsked, suggestionDecided } from '../../messages/packs/suggest.ts'
import type { Deps } from '../deps.ts'
import { tellIfReachable } from '../players/tell-if-reachable.ts'

/**
 * Notifies the author that their suggestion was decided, or that it is being asked for the first time. The keys make
 * this idempotent.
 */
export async function tellSuggestion(
  deps: Pick<Deps, 'store' | 'chat' | 'clock' | 'log'>,
  suggestionId: number,
): Promise<void> {
  const suggestion = await deps.store.suggestions.find(suggestionId)
  if (!suggestion || suggestion.state === 'waiting') return
  const player = await deps.store.players.find(suggestion.playerId)
  if (!player) return
  const { id, state, decidedAt, toldAt, askedAt, askedToldAt } = suggestion
  if (!toldAt) {
    await tellIfReachable(deps, player.ref, suggestionDecided({ ...suggestion, state }), {
      key: `suggestion-${id}`,
      since: decidedAt ?? suggestion.suggestedAt,
    })
    await deps.store.suggestions.told(id, deps.clock.now())
  }
  if (askedAt && !askedToldAt) {
    await tellIfReachable(deps, player.ref, suggestionAsked(suggestion), {
      key: `suggestion-asked-${id}`,
      since: askedAt,
    })
    await deps.store.suggestions.askedTold(id, deps.clock.now())
  }
}
