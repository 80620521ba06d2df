export { createMetrics } from './create-metrics.ts'
export { measuredChat } from './measured-chat.ts'
