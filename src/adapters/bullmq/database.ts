import type { ClientConfig } from 'pg'

/** How to reach the database: its URL and, where it wants TLS, how. */
export type Database = { connectionString: string } & Pick<ClientConfig, 'ssl'>

/** The queue's tables keep to themselves. */
export const queueSchema = 'bullmq'
