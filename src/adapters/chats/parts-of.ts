import { type Place, placeParts, platformOf } from '../../domain/place.ts'

/** A workspace and something in it, or with 3 a message in a channel. Throws a TypeError if it isn't such a place. */
export function partsOf(platform: string, place: Place, count: 2): [string, string]
export function partsOf(platform: string, place: Place, count: 3): [string, string, string]
export function partsOf(platform: string, place: Place, count: number): string[] {
  const parts = placeParts(place)
  if (platformOf(place) !== platform || parts.length !== count) throw new TypeError(`not such a place: ${place}`)
  return parts
}
