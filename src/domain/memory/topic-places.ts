/** The most recently asked topics, at most this many, are asked last. */
const mostResting = 3

/**
 * The order of topics for a team that is asked what it recalls least, lowest first. A topic that was never asked comes
 * first. The most recently asked topics come last: three of seven or more, fewer if there are fewer topics.
 */
export function topicPlaces(
  wanted: readonly { topic: string }[],
  lastAsked: ReadonlyMap<string, number>,
  recall: (topic: string) => number,
): Map<string, number> {
  const topics = [...new Set(wanted.map(({ topic }) => topic))]
  const newestFirst = topics
    .filter((topic) => lastAsked.has(topic))
    .toSorted((a, b) => (lastAsked.get(b) ?? 0) - (lastAsked.get(a) ?? 0) || a.localeCompare(b))
  const resting = newestFirst.slice(0, Math.min(mostResting, Math.floor((topics.length - 1) / 2)))
  return new Map(
    topics.map((topic) => {
      if (!lastAsked.has(topic)) return [topic, -1]
      return [topic, recall(topic) + (resting.includes(topic) ? 1 : 0)]
    }),
  )
}
