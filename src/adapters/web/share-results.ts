/**
 * Concurrent requests for the same board share one result. A board takes many queries on the few connections that the
 * chats also need.
 */
export function shareResults<Given extends unknown[], Found>(
  look: (...given: Given) => Promise<Found>,
): (...given: Given) => Promise<Found> {
  const running = new Map<string, Promise<Found>>()
  return (...given) => {
    const key = JSON.stringify(given)
    const found = running.get(key) ?? look(...given).finally(() => running.delete(key))
    running.set(key, found)
    return found
  }
}
