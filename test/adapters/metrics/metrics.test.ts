import { describe, expect, it } from 'vitest'
import { createMetrics } from '../../../src/adapters/metrics/index.ts'

describe('the metrics', () => {
  it('are logged as one line with the figures since the last line', () => {
    const figures = createMetrics()
    figures.count('posts.sent')
    figures.count('posts.sent')
    figures.measure('ack', 12.4)
    figures.measure('ack', 3)
    figures.sample('queue.depth', 7)
    expect(figures.line()).toBe('count#posts.sent=2 measure#ack.ms=12 sample#queue.depth=7')
    expect(figures.line()).toBe('')
  })

  it('are counted since the start for Prometheus', () => {
    const figures = createMetrics()
    figures.count('posts.sent')
    figures.line()
    figures.count('posts.sent')
    figures.measure('job.post-round', 5)
    figures.sample('queue.depth', 7)
    expect(figures.text()).toMatchInlineSnapshot(`
      "# TYPE heroku_quiz_posts_sent_total counter
      heroku_quiz_posts_sent_total 2
      # TYPE heroku_quiz_job_post_round_ms summary
      heroku_quiz_job_post_round_ms_sum 5
      heroku_quiz_job_post_round_ms_count 1
      # TYPE heroku_quiz_queue_depth gauge
      heroku_quiz_queue_depth 7
      "
    `)
  })
})
