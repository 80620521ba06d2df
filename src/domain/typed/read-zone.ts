import { Temporal } from 'temporal-polyfill'
import { QuizError } from '../errors.ts'
import { nearestNames } from '../nearest-names.ts'

/**
 * An abbreviation means a fixed offset or is ambiguous, while a schedule follows the clocks of one place. Some
 * abbreviations are also the names of zones without daylight saving time.
 */
const placesOf: Record<string, readonly string[]> = {
  EST: ['America/New_York', 'America/Toronto'],
  EDT: ['America/New_York', 'America/Toronto'],
  CST: ['America/Chicago', 'Asia/Shanghai'],
  CDT: ['America/Chicago', 'America/Winnipeg'],
  MST: ['America/Denver', 'America/Phoenix'],
  MDT: ['America/Denver', 'America/Edmonton'],
  PST: ['America/Los_Angeles', 'Asia/Manila'],
  PDT: ['America/Los_Angeles', 'America/Vancouver'],
  HST: ['Pacific/Honolulu'],
  BST: ['Europe/London', 'Asia/Dhaka'],
  IST: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'],
  JST: ['Asia/Tokyo'],
  KST: ['Asia/Seoul'],
  SGT: ['Asia/Singapore'],
  MSK: ['Europe/Moscow'],
  CEST: ['Europe/Berlin', 'Europe/Paris'],
  EEST: ['Europe/Helsinki', 'Europe/Athens'],
  AEST: ['Australia/Sydney', 'Australia/Brisbane'],
  AEDT: ['Australia/Sydney', 'Australia/Melbourne'],
  NZST: ['Pacific/Auckland'],
}

/** All zones, with UTC first. */
export function knownZones(): string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]
}

/** Reads an IANA zone in any case, or a city such as `berlin`. Throws `schedule-bad` with the most similar names. */
export function readZone(typed: string): string {
  const name = typed.trim()
  const places = placesOf[name.toUpperCase()]
  if (places) {
    throw new QuizError('schedule-bad', {
      problem: `“${typed}” doesn’t say how your clocks change. Write the place, such as ${places.join(' or ')}.`,
      nearest: places,
    })
  }
  const found = findZone(name)
  if (found !== undefined) return found
  const near = nearestZones(name)
  const meant = near.length > 0 ? ` Did you mean ${near.join(' or ')}?` : ''
  throw new QuizError('schedule-bad', { problem: `I don’t know the time zone “${typed}”.${meant}`, nearest: near })
}

/** The zone of an IANA name in any case, with spaces for underscores and with accents, or of a city that only one has. */
export function findZone(typed: string): string | undefined {
  const name = typed.trim().replaceAll(/\s+/gu, '_')
  const found = byName().get(plain(name))
  if (found !== undefined) return found
  try {
    // Also accepts valid names that aren't in the list, such as UTC and older names.
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(/^[a-z]/i.test(name) ? name : 'none').timeZoneId
  } catch {
    return undefined
  }
}

let zones: ReadonlyMap<string, string> | undefined

/** Zones by name and by city, without the cities that several zones have. */
function byName(): ReadonlyMap<string, string> {
  if (zones) return zones
  const all = Intl.supportedValuesOf('timeZone')
  const byCity = Map.groupBy(all, (zone) => plain(cityOf(zone)))
  const cities = [...byCity].flatMap(([city, [zone, another]]) => (zone && !another ? [[city, zone] as const] : []))
  zones = new Map([...cities, ...all.map((zone) => [plain(zone), zone] as const)])
  return zones
}

/** In lower case and without accents: `são_paulo` as `sao_paulo`. */
function plain(name: string): string {
  return name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

function cityOf(zone: string): string {
  return zone.split('/').at(-1) ?? zone
}

/** Compares with the full name and with the city alone, as for `berln`. */
function nearestZones(typed: string): string[] {
  const all = Intl.supportedValuesOf('timeZone')
  const whole = nearestNames(typed, all)
  if (whole.length > 0) return whole
  const city = cityOf(typed).replaceAll(' ', '_')
  const cities = new Map(all.map((zone) => [cityOf(zone), zone]))
  return nearestNames(city, [...cities.keys()]).flatMap((name) => cities.get(name) ?? [])
}
