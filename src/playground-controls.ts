import type { Controls } from './adapters/playground/index.ts'
import { playgroundChannels, playgroundWorkspace } from './adapters/playground/index.ts'
import { QuizError } from './domain/errors.ts'
import type { Place } from './domain/place.ts'
import { alreadyAsked, closedNow } from './messages/controls.ts'
import { refusal } from './messages/refusals.ts'
import type { Message } from './ports/message.ts'
import type { Deps } from './services/deps.ts'
import { findChannel } from './services/find-channel.ts'
import { closeRoundsNow, postQuestionNow } from './services/post-now.ts'
import { postWeeklyNow } from './services/post-weekly.ts'

/** What the schedule would do, by a button in the playground. */
export function playgroundControls(deps: () => Deps): Controls {
  return {
    postQuestion: (channel) =>
      kindly(deps, channel, async () => ((await postQuestionNow(deps(), channel)) ? undefined : alreadyAsked())),
    closeRound: (channel) => kindly(deps, channel, async () => closedNow(await closeRoundsNow(deps(), channel))),
    postWeekly: (channel) =>
      kindly(deps, channel, async () => {
        const found = await findChannel(deps(), channel)
        if (found) await postWeeklyNow(deps(), found)
        return undefined
      }),
  }
}

async function kindly(
  deps: () => Deps,
  ref: Place,
  control: () => Promise<Message | undefined>,
): Promise<Message | undefined> {
  try {
    const { workspaces, channels } = deps().store
    const workspace = await workspaces.recognise(playgroundWorkspace)
    const channel = playgroundChannels.find((one) => one.ref === ref)
    if (channel) await channels.recognise(workspace.id, channel)
    return await control()
  } catch (error) {
    if (error instanceof QuizError) return refusal(error)
    throw error
  }
}
