import { knownZones } from '../../domain/typed/read-zone.ts'
import type { Deps } from '../../services/deps.ts'

/** Suggestions for times. Other times that can be parsed are accepted too. */
export const timeWords = async (): Promise<string[]> =>
  Array.from(
    { length: 24 },
    (_, half) => `${String(7 + Math.floor(half / 2)).padStart(2, '0')}:${half % 2 ? '30' : '00'}`,
  )

export const dayWords = async (): Promise<string[]> => ['mon-fri', 'daily', 'mon,wed,fri', 'tue,thu', 'sun-thu']

export const weekdayWords = async (): Promise<string[]> => [
  'monday',
  'friday',
  'sunday',
  'tuesday',
  'wednesday',
  'thursday',
  'saturday',
]

/** The workspace's own zone comes first. */
export async function zoneWords(deps: Pick<Deps, 'store'>, workspaceId: number | undefined): Promise<string[]> {
  const workspace = workspaceId === undefined ? undefined : await deps.store.workspaces.find(workspaceId)
  return [...new Set([...(workspace ? [workspace.zone] : []), ...knownZones()])]
}
