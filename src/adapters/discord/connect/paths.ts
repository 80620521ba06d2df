export const paths = { interactions: '/discord/interactions', events: '/discord/events' } as const
