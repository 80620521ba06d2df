/** A link by which another workspace may take a copy of a pack; one that was used has no address any more. */
export type ShareLine = { id: number; until: Date; takenAt?: Date; link?: string }

/** What an admin sees of a pack that another workspace offers: no more than it takes to decide. */
export type OfferedPack = {
  name: string
  language: string
  questions: number
  /** It is one of their own workspace. */
  own: boolean
}

/** Why a link to a pack doesn't work. */
export type ShareClosed = 'used' | 'expired' | 'unknown'
