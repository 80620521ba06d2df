/** The title of a topic until its author names it, such as `Key value store`. */
export function topicTitle(topic: string): string {
  return `${topic.charAt(0).toUpperCase()}${topic.slice(1).replaceAll('-', ' ')}`
}
