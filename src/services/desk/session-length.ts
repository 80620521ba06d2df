/** How long a session lasts. */
export const sessionMs = 12 * 60 * 60_000

/** How long a link can be used. */
export const linkMs = 15 * 60_000
