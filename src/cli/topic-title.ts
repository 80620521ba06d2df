export function topicTitle(topic: string): string {
  return `${topic.charAt(0).toUpperCase()}${topic.slice(1).replaceAll('-', ' ')}`
}
