import type { Metrics } from '../../ports/metrics.ts'

export type Figures = Metrics & {
  /**
   * Returns the changes since the last call as one line of Heroku's log metrics: counts, the longest time of each
   * measure, and the newest samples. Empty if nothing changed.
   */
  line(): string
  /** Returns all metrics since the start in Prometheus format. Times are in milliseconds, as their names show. */
  text(): string
}

type Times = { count: number; sum: number }

/** Stores only a few numbers per name, no matter how much is counted. */
export function createMetrics(): Figures {
  const counts = new Map<string, number>()
  const times = new Map<string, Times>()
  const samples = new Map<string, number>()
  let recent = {
    counts: new Map<string, number>(),
    longest: new Map<string, number>(),
    samples: new Map<string, number>(),
  }

  return {
    count(name) {
      counts.set(name, (counts.get(name) ?? 0) + 1)
      recent.counts.set(name, (recent.counts.get(name) ?? 0) + 1)
    },
    measure(name, ms) {
      const { count, sum } = times.get(name) ?? { count: 0, sum: 0 }
      times.set(name, { count: count + 1, sum: sum + ms })
      recent.longest.set(name, Math.max(recent.longest.get(name) ?? 0, ms))
    },
    sample(name, value) {
      samples.set(name, value)
      recent.samples.set(name, value)
    },
    line() {
      const parts = [
        ...[...recent.counts].map(([name, value]) => `count#${name}=${value}`),
        ...[...recent.longest].map(([name, ms]) => `measure#${name}.ms=${Math.round(ms)}`),
        ...[...recent.samples].map(([name, value]) => `sample#${name}=${value}`),
      ]
      recent = { counts: new Map(), longest: new Map(), samples: new Map() }
      return parts.join(' ')
    },
    text() {
      const lines = [
        ...[...counts].flatMap(([name, value]) => series(`${name}.total`, 'counter', [['', value]])),
        ...[...times].flatMap(([name, { count, sum }]) =>
          series(`${name}.ms`, 'summary', [
            ['_sum', Math.round(sum)],
            ['_count', count],
          ]),
        ),
        ...[...samples].flatMap(([name, value]) => series(name, 'gauge', [['', value]])),
      ]
      return lines.map((line) => `${line}\n`).join('')
    },
  }
}

function series(name: string, type: string, values: readonly [ending: string, value: number][]): string[] {
  const full = `heroku_quiz_${name.replace(/[^a-z0-9]+/gi, '_')}`
  return [`# TYPE ${full} ${type}`, ...values.map(([ending, value]) => `${full}${ending} ${value}`)]
}
