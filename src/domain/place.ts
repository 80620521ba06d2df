/**
 * An opaque string: `slack:T1` (workspace), `slack:T1:C2` (channel), `slack:T1:U3` (player),
 * `slack:T1:C2:1700000000.000100` (message). Only adapters read the parts after the platform.
 */
export type Place = string

export const platforms = ['slack', 'discord', 'playground'] as const
export type Platform = (typeof platforms)[number]

/** The platform of a place. Throws a TypeError if the text isn't a place. */
export function platformOf(place: Place): Platform {
  const platform = platforms.find((name) => place.startsWith(`${name}:`))
  if (!platform) throw new TypeError(`not a place: ${place}`)
  return platform
}

/** Joins the parts of a place. On all platforms, parts contain no colon. */
export function placeOf(platform: Platform, ...parts: string[]): Place {
  if (parts.length === 0 || parts.some((part) => part === '' || part.includes(':'))) {
    throw new TypeError(`not the parts of a place: ${parts.join(' ')}`)
  }
  return [platform, ...parts].join(':')
}

/** The parts after the platform: `slack:T1:C2` gives `['T1', 'C2']`. */
export function placeParts(place: Place): string[] {
  platformOf(place)
  return place.split(':').slice(1)
}
