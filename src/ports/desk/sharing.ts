/** A link with which another workspace may copy a pack. A used link has no address. */
export type ShareLine = { id: number; until: Date; takenAt?: Date; link?: string }

/** What an admin sees of a pack that another workspace offers: just enough to decide. */
export type OfferedPack = {
  name: string
  language: string
  questions: number
  /** Whether the pack belongs to their own workspace. */
  own: boolean
}

/** Why a link to a pack doesn't work. */
export type ShareClosed = 'used' | 'expired' | 'unknown'
