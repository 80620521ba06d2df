import { QuizError } from '../domain/errors.ts'
import { alreadyAsked, closedNow } from '../messages/controls.ts'
import { beingGraded } from '../messages/feedback.ts'
import { answerForm } from '../messages/forms.ts'
import { hintFor } from '../messages/notes.ts'
import type { Reply } from '../ports/chat-event.ts'
import type { Channel } from '../ports/store/channels.ts'
import type { Workspace } from '../ports/store/workspaces.ts'
import type { Deps } from '../services/deps.ts'
import { offerAnswerForm } from '../services/offer-answer-form.ts'
import { closeRoundsNow, postQuestionNow } from '../services/post-now.ts'
import { postWeeklyNow } from '../services/post-weekly.ts'
import type { Asker } from '../services/recognise-asker.ts'
import { submitAnswer } from '../services/submit-answer.ts'
import { takeHint } from '../services/take-hint.ts'

type Press = (deps: Deps, asker: Asker, about: number) => Promise<Reply>
type Submit = (deps: Deps, asker: Asker, about: number, values: Record<string, string>) => Promise<Reply>

/**
 * What the schedule would do, done now: buttons of the playground. Admins only, like the schedule itself.
 * `0` stands for the channel they are pressed in.
 */
const controls: Readonly<Record<string, Press>> = {
  async 'post-now'(deps, asker) {
    const round = await postQuestionNow(deps, await adminsChannel(asker))
    return round ? { kind: 'nothing' } : { kind: 'private', message: alreadyAsked() }
  },
  async 'close-now'(deps, asker) {
    return { kind: 'private', message: closedNow(await closeRoundsNow(deps, (await adminsChannel(asker)).channel)) }
  },
  async 'weekly-now'(deps, asker) {
    await postWeeklyNow(deps, await adminsChannel(asker))
    return { kind: 'nothing' }
  },
}

/** What buttons do, by the word of their action. */
export const presses: Readonly<Record<string, Press>> = {
  async answer(deps, asker, roundId) {
    const { question, attemptsLeft } = await offerAnswerForm(deps, asker, roundId)
    return { kind: 'form', form: answerForm(question, roundId, attemptsLeft) }
  },
  async hint(deps, asker, roundId) {
    const { hint, first } = await takeHint(deps, asker, roundId)
    return { kind: 'private', message: hintFor(hint, first ? 'paid' : 'free') }
  },
  ...controls,
}

async function adminsChannel({
  channel,
  workspace,
  origin,
}: Asker): Promise<{ channel: Channel; workspace: Workspace }> {
  if (!(await origin.player.isAdmin())) throw new QuizError('admin-needed')
  if (!channel) throw new QuizError('channel-needed')
  return { channel, workspace }
}

/** What sent forms do, by the word of their action. */
export const submits: Readonly<Record<string, Submit>> = {
  async answer(deps, asker, roundId, { text = '' }) {
    const answer = await submitAnswer(deps, asker, { roundId, text })
    return { kind: 'pending', message: beingGraded(answer.text) }
  },
}

/** `answer:17` is the word `answer` about 17. Throws `round-unknown` for what an older release may have posted. */
export function readAction(action: string): { word: string; about: number } {
  const [, word, about] = /^([a-z-]{1,40}):(\d{1,15})$/.exec(action) ?? []
  if (word === undefined || about === undefined) throw new QuizError('round-unknown')
  return { word, about: Number(about) }
}
