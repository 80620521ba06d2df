import { openings } from '../../src/messages/feedback.ts'
import type { SlackServer } from '../kit/slack-server.ts'

/** What reached people in Slack, as they would count it. */
export type Told = {
  /** Modals and `response_url`s that show a grade, and how often a new message with one appeared there. */
  grades: Map<string, number>
  /** Grades that came to a person by a message of their own: in the channel for them alone, or directly. */
  whispered: Map<string, number>
  /** Modals that showed something in the end which was no grade, such as a refusal. */
  others: Map<string, string>
  /** Posts and replies by the key that each carries. */
  posts: Map<string, number>
  /** Open rounds, newest last: the round, and its place. */
  rounds: { id: number; team: string; channel: string }[]
}

const verdicts = Object.values(openings)

/** Notes everything that Slack does, also where we never hear of it. */
export function listen({ world }: SlackServer): Told {
  const told: Told = { grades: new Map(), whispered: new Map(), others: new Map(), posts: new Map(), rounds: [] }
  const act = world.answer.bind(world)
  world.answer = (method, args, base, path) => {
    const answer = act(method, args, base, path)
    if (answer?.ok === true) note(told, method, args, path)
    return answer
  }
  return told
}

function note(told: Told, method: string, args: Record<string, unknown>, path = ''): void {
  switch (method) {
    case 'views.update': {
      const view = String(args.view_id)
      const text = JSON.stringify(args.view)
      // An edit that says the same again is nothing that anybody sees.
      if (isGrade(text)) told.grades.set(view, 1)
      else told.others.set(view, text)
      return
    }
    case 'response_url':
      if (isGrade(String(args.text))) count(told.grades, path)
      else told.others.set(path, String(args.text))
      return
    case 'chat.postEphemeral':
      if (isGrade(String(args.text))) count(told.whispered, String(args.user))
      return
    case 'chat.postMessage': {
      if (isGrade(String(args.text))) count(told.whispered, String(args.channel))
      const key = keyOf(args)
      if (key === undefined) return
      count(told.posts, key)
      const round = /^round-(\d+)$/.exec(key)?.[1]
      const channel = String(args.channel)
      if (round !== undefined) told.rounds.push({ id: Number(round), channel, team: teamOf(channel) })
    }
  }
}

/** Each workspace of the suite has one channel, named alike. */
export function teamOf(channel: string): string {
  return channel.replace('C', 'T')
}

function keyOf(args: Record<string, unknown>): string | undefined {
  const metadata = args.metadata as { event_payload?: { key?: string } } | undefined
  return metadata?.event_payload?.key
}

function isGrade(text: string): boolean {
  return verdicts.some((words) => text.includes(words))
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
