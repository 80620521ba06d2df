/**
 * Concurrent requests for the same board share one result. A board takes many queries on the few connections that the
 * chats also need.
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
