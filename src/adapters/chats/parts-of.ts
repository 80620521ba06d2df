import { type Place, placeParts, platformOf } from '../../domain/place.ts'

/**
 * Returns the workspace and an id in it, or with 3 also a message in that channel. Throws a TypeError if the place
 * doesn't have this form.
 */
export function partsOf(platform: string, place: Place, count: 2): [string, string]
export function partsOf(platform: string, place: Place, count: 3): [string, string, string]
export function partsOf(platform: string, place: Place, count: number): string[] {
  const parts = placeParts(place)
  if (platformOf(place) !== platform || parts.length !== count) throw new TypeError(`not such a place: ${place}`)
  return parts
}
