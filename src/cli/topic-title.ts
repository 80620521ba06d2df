/** What a topic is called until its author names it: `Key value store`. */
export function topicTitle(topic: string): string {
  return `${topic.charAt(0).toUpperCase()}${topic.slice(1).replaceAll('-', ' ')}`
}
