import { z } from 'zod'
import { type Place, placeParts } from '../../domain/place.ts'
import type { Clock } from '../../ports/clock.ts'
import type { WebApi } from './send/web-api.ts'

/** Who is an admin, and what people are called: Slack tells it in a call of its own. */
export type People = {
  /** What is known without asking, and still fresh. */
  known(player: Place): Person | undefined
  /** Throws a `ChatError`. */
  learn(player: Place): Promise<Person>
}

/** `zone` is an IANA time zone. */
export type Person = { name: string; admin: boolean; zone?: string }

/** So long a person who lost their rights may still use them here. */
const freshMs = 5 * 60_000
const mostKept = 5000

const flag = z.boolean().nullish()
const user = z.object({
  name: z.string().nullish(),
  tz: z.string().nullish(),
  team_id: z.string().nullish(),
  enterprise_user: z.object({ teams: z.array(z.string()).nullish() }).nullish(),
  is_admin: flag,
  is_owner: flag,
  is_primary_owner: flag,
  is_restricted: flag,
  is_ultra_restricted: flag,
  is_stranger: flag,
  deleted: flag,
})
const answer = z.object({ user })

/**
 * An admin of this very workspace. Slack also tells about people of other workspaces who share a channel, with whatever
 * rights they have at home; guests have none anywhere.
 */
function isAdminOf(team: string, person: z.infer<typeof user>): boolean {
  const guest = person.is_restricted || person.is_ultra_restricted || person.is_stranger || person.deleted
  const homes = [person.team_id ?? team, ...(person.enterprise_user?.teams ?? [])]
  if (guest || !homes.includes(team)) return false
  return Boolean(person.is_admin || person.is_owner || person.is_primary_owner)
}

export function createPeople(deps: { web: Pick<WebApi, 'call'>; clock: Clock }): People {
  const kept = new Map<Place, Person & { until: number }>()
  const asked = new Map<Place, Promise<Person>>()

  async function ask(player: Place): Promise<Person> {
    const [team = '', id = ''] = placeParts(player)
    const { user: told } = await deps.web.call(team, 'users.info', { user: id }, answer)
    const person = {
      // The handle, as it comes with commands and presses: one person must not change names from one event to the next.
      name: told.name ?? '',
      admin: isAdminOf(team, told),
      ...(told.tz ? { zone: told.tz } : {}),
    }
    if (kept.size >= mostKept) kept.clear()
    kept.set(player, { ...person, until: deps.clock.now().getTime() + freshMs })
    return person
  }

  return {
    known(player) {
      const person = kept.get(player)
      return person && person.until > deps.clock.now().getTime() ? person : undefined
    },
    learn(player) {
      const underway = asked.get(player)
      if (underway) return underway
      const asking = ask(player).finally(() => asked.delete(player))
      asked.set(player, asking)
      return asking
    },
  }
}
