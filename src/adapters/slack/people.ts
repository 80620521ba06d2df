import { z } from 'zod'
import { type Place, placeParts } from '../../domain/place.ts'
import { type Allowance, tokenBuckets } from '../../domain/token-bucket.ts'
import type { Clock } from '../../ports/clock.ts'
import { some } from '../chats/payload-parts.ts'
import type { WebApi } from './send/web-api.ts'

/** Looks up people's rights and names, which needs a separate call to Slack. */
export type People = {
  /** Returns a display name that may be a day old, or an empty string if none is cached. */
  nameOf(player: Place): string
  /** Fetches a name that isn't cached or is older than a day. Throws a `ChatError`. */
  learnName(player: Place): Promise<void>
  /** Returns the cached person, or undefined after a minute. */
  known(player: Place): Person | undefined
  /** Fetches the person. Throws a `ChatError`. */
  learn(player: Place): Promise<Person>
}

/** `left` means that the account is deactivated. `zone` is an IANA time zone. */
export type Person = { admin: boolean; left: boolean; zone?: string }

/** How long people who lost their rights may still use them. */
const freshMs = 60_000
const mostKept = 5000

const nameFreshMs = 24 * 60 * 60_000
/**
 * Slack allows a few hundred of these calls per minute and workspace. Most are reserved for permission checks, because
 * a person waits for them.
 */
const namesAsked: Allowance = { most: 20, perSecond: 0.5 }

const flag = z.boolean().nullish()
const user = z.object({
  name: some,
  real_name: some,
  profile: z.object({ display_name: some, real_name: some }).nullish(),
  tz: some,
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
 * Whether a person is an admin of this workspace. Slack also returns people from other workspaces who share a channel,
 * with their rights in their own workspace. Guests are never admins.
 */
function isAdminOf(team: string, person: z.infer<typeof user>): boolean {
  const guest = person.is_restricted || person.is_ultra_restricted || person.is_stranger || person.deleted
  const homes = [person.team_id ?? team, ...(person.enterprise_user?.teams ?? [])]
  if (guest || !homes.includes(team)) return false
  return Boolean(person.is_admin || person.is_owner || person.is_primary_owner)
}

function shownName({ profile, real_name, name }: z.infer<typeof user>): string {
  return [profile?.display_name, profile?.real_name, real_name, name].find((one) => one?.trim()) ?? ''
}

export function createPeople(deps: { web: Pick<WebApi, 'call'>; clock: Clock }): People {
  const kept = new Map<Place, Person & { until: number }>()
  const names = new Map<Place, { name: string; until: number }>()
  const mayAsk = tokenBuckets(namesAsked, mostKept)
  const fetches = new Map<Place, Promise<Person>>()

  /**
   * Records when to look a name up again, even before there is a response, so that a person without a name isn't looked
   * up each time.
   */
  function note(player: Place, name: string): void {
    if (names.size >= mostKept) names.clear()
    names.set(player, { name, until: deps.clock.now().getTime() + nameFreshMs })
  }

  async function fetchPerson(player: Place): Promise<Person> {
    const [team = '', id = ''] = placeParts(player)
    const { user: found } = await deps.web.call(team, 'users.info', { user: id }, answer)
    note(player, shownName(found))
    return { admin: isAdminOf(team, found), left: found.deleted === true, ...(found.tz ? { zone: found.tz } : {}) }
  }

  function fetchOnce(player: Place): Promise<Person> {
    const running = fetches.get(player)
    if (running) return running
    const fetching = fetchPerson(player).finally(() => fetches.delete(player))
    fetches.set(player, fetching)
    return fetching
  }

  async function learn(player: Place): Promise<Person> {
    const person = await fetchOnce(player)
    if (kept.size >= mostKept) kept.clear()
    kept.set(player, { ...person, until: deps.clock.now().getTime() + freshMs })
    return person
  }

  return {
    nameOf: (player) => names.get(player)?.name ?? '',
    async learnName(player) {
      const [team = ''] = placeParts(player)
      const now = deps.clock.now().getTime()
      if ((names.get(player)?.until ?? 0) > now || !mayAsk(team, now)) return
      // The rights in this response aren't cached, because the person may become an admin before the first command that
      // needs them.
      await fetchOnce(player)
    },
    known(player) {
      const person = kept.get(player)
      return person && person.until > deps.clock.now().getTime() ? person : undefined
    },
    learn,
  }
}
