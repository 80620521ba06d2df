/** A link with which another workspace can copy a pack. `link` is absent once it has been used. */
export type ShareLine = { id: number; until: Date; takenAt?: Date; link?: string }

/** What an admin sees of a pack that another workspace offers. */
export type OfferedPack = {
  name: string
  language: string
  questions: number
  /** Whether the pack belongs to the admin's workspace. */
  own: boolean
}

export type ShareClosed = 'used' | 'expired' | 'unknown'
