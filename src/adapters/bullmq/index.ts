export { createQueue } from './create-queue.ts'
export { migrateQueue } from './migrate-queue.ts'
