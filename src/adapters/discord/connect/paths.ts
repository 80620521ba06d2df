/** Where Discord reaches us. */
export const paths = { interactions: '/discord/interactions' } as const
