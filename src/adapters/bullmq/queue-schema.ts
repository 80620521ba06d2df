export const queueSchema = 'bullmq'
