import type { AnswerState } from '../../domain/answer.ts'
import type { RoundState } from '../../domain/round.ts'
import type { Job, OwnedJob } from '../../ports/queue.ts'
import type { Deps } from '../deps.ts'

/** If a row hasn't changed for this long, its job is lost or slow. Adding the job again is harmless. */
const staleMs = 10_000
const page = 500

/** Adapters accept signatures up to five minutes before and after their time, so replays can't come later than this. */
const deliveryMs = 11 * 60_000

/** How many pages of each kind one sweep processes. The next sweeps continue with the rest. */
const pages = 20

/** Finds rows with unfinished work and adds their jobs again, so nothing is lost if the queue loses its data. */
export async function sweep(deps: Pick<Deps, 'store' | 'queue' | 'clock' | 'log'>): Promise<void> {
  const now = deps.clock.now()
  const before = new Date(now.getTime() - staleMs)
  await deps.store.askers.forgetDeliveries(new Date(now.getTime() - deliveryMs))
  const { answers, rounds, disputes, shares, rulingResults, suggestions, imports } = deps.store
  const found = {
    answers: await addAll(deps, (from) => answers.unfinished({ before, ...from }), answerJob),
    rounds: await addAll(deps, (from) => rounds.unfinished({ before, now, ...from }), roundJob),
    disputes: await addAll(deps, (from) => disputes.untold({ before, ...from }), disputeJob),
    rulings: await addAll(deps, (from) => rulingResults.untold({ before, ...from }), rulingJob),
    suggestions: await addAll(deps, (from) => suggestions.untold({ before, ...from }), suggestionJob),
    imports: await addAll(deps, (from) => imports.unread({ before, ...from }), importJob),
    shares: await addAll(deps, (from) => shares.undone({ before, ...from }), shareJob),
  }
  if (Object.values(found).some((count) => count > 0)) deps.log.info(found, 'the sweep found unfinished work')
}

type Unfinished = { id: number; workspaceId?: number | undefined }

/**
 * Reads in pages, so that rows whose jobs wait for an unavailable chat don't block all others. Returns how many jobs
 * were added.
 */
async function addAll<Row extends Unfinished>(
  deps: Pick<Deps, 'queue'>,
  find: (from: { after: number; limit: number }) => Promise<Row[]>,
  jobOf: (row: Row) => Job,
): Promise<number> {
  let found = 0
  for (let [turn, after] = [0, 0]; turn < pages; turn++) {
    const rows = await find({ after, limit: page })
    const last = rows.at(-1)
    if (!last) break
    await deps.queue.addMany(rows.map((row): OwnedJob => ({ job: jobOf(row), workspaceId: row.workspaceId })))
    found += rows.length
    after = last.id
  }
  return found
}

function answerJob({ id, state }: { id: number; state: AnswerState }): Job {
  return { name: state === 'received' ? 'grade' : 'tell', answerId: id }
}

function rulingJob({ id }: { id: number }): Job {
  return { name: 'tell-ruling', noticeId: id }
}

function suggestionJob({ id }: { id: number }): Job {
  return { name: 'tell-suggestion', suggestionId: id }
}

function importJob({ id }: { id: number }): Job {
  return { name: 'read-import', importId: id }
}

function disputeJob({ id }: { id: number }): Job {
  return { name: 'tell-dispute', disputeId: id }
}

function shareJob({ id }: { id: number }): Job {
  return { name: 'share', shareId: id }
}

function roundJob({ id, state }: { id: number; state: RoundState }): Job {
  return { name: jobOfRound[state], roundId: id }
}

const jobOfRound: Record<RoundState, 'post-round' | 'close-round' | 'reveal-round'> = {
  posting: 'post-round',
  open: 'close-round',
  closed: 'reveal-round',
  failed: 'reveal-round',
}
