/**
 * A board is many queries, on the few connections that the chats need too. Whoever asks for one that is being looked at
 * gets what that look finds.
 */
export function sharedLooks<Given extends unknown[], Found>(
  look: (...given: Given) => Promise<Found>,
): (...given: Given) => Promise<Found> {
  const underway = new Map<string, Promise<Found>>()
  return (...given) => {
    const key = JSON.stringify(given)
    const found = underway.get(key) ?? look(...given).finally(() => underway.delete(key))
    underway.set(key, found)
    return found
  }
}
