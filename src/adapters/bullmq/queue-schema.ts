/** The queue's tables have their own schema. */
export const queueSchema = 'bullmq'
