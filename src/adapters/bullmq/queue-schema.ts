/** The queue's tables keep to themselves. */
export const queueSchema = 'bullmq'
