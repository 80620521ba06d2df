export { createQueue } from './create-queue.ts'
export { migrateQueue } from './migrate-queue.ts'
export { redisPolicy } from './redis-policy.ts'
