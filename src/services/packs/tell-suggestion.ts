import { suggestionDecided } from '../../messages/packs/suggest.ts'
import type { Deps } from '../deps.ts'
import { tellIfReachable } from '../players/tell-if-reachable.ts'

/** Tells the author how their suggestion was decided. The chat recognizes the key, so running twice tells once. */
export async function tellSuggestion(
  deps: Pick<Deps, 'store' | 'chat' | 'clock' | 'log'>,
  suggestionId: number,
): Promise<void> {
  const suggestion = await deps.store.suggestions.find(suggestionId)
  if (!suggestion || suggestion.state === 'waiting' || suggestion.toldAt) return
  const player = await deps.store.players.find(suggestion.playerId)
  if (!player) return
  await tellIfReachable(deps, player.ref, suggestionDecided({ ...suggestion, state: suggestion.state }), {
    key: `suggestion-${suggestion.id}`,
    since: suggestion.decidedAt ?? suggestion.suggestedAt,
  })
  await deps.store.suggestions.told(suggestion.id, deps.clock.now())
}
