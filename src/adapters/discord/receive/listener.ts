import { ApplicationCommandType } from 'discord.js'
import { type Place, placeParts } from '../../../domain/place.ts'
import { unknownHere } from '../../../messages/discord.ts'
import { suggestAsQuestion } from '../../../messages/packs/suggest.ts'
import { fault } from '../../../messages/refusals.ts'
import type { HandleEvent, Reply } from '../../../ports/chat-event.ts'
import type { CommandWords } from '../../../ports/command-words.ts'
import { trackBackgroundWork } from '../../chats/background-work.ts'
import type { FetchFile } from '../../chats/fetch-file.ts'
import { commandNames } from '../connect/manifest.ts'
import type { DiscordDeps } from '../deps.ts'
import type { GuildNames } from '../guild-names.ts'
import { editOriginal } from '../send/edit-original.ts'
import { toChatEvent } from './events.ts'
import type { AnswerWay } from './incoming.ts'
import type { Payload } from './payloads.ts'
import { type Answer, ephemeral, holdingAnswer, lateMessage, pong, promptAnswer } from './replies.ts'
import { sentFile } from './sent-file.ts'

export type Listener = {
  /** Returns the response to the interaction. Never rejects, because errors become a response. */
  handle(read: Payload, request?: { id: string; signature: string }): Promise<Answer>
  /** Waits for the replies that follow acknowledgements. */
  settled(): Promise<void>
}

/** Discord waits three seconds for an acknowledgement. The remaining second is for the network. */
const longestAckMs = 2000

export function createListener(
  deps: DiscordDeps & {
    handleEvent: HandleEvent
    commands: readonly CommandWords[]
    guildNames: GuildNames
    fetchFile: FetchFile
  },
): Listener {
  const { follow, settled } = trackBackgroundWork((error) => deps.log.warn({ err: error }, 'a reply did not arrive'))

  async function sendLate(way: AnswerWay, reply: Promise<Reply>, madeAt: number): Promise<void> {
    const message = lateMessage(await reply)
    if (way.kind !== 'complete') await editOriginal(deps, { token: way.token, madeAt }, message, way.guild)
  }

  /** Discord's interactions don't include the server's name, so this fetches it for the next event. */
  async function learnName(workspace: Place): Promise<void> {
    await deps.guildNames.learn(placeParts(workspace)[0] ?? '').catch((error: unknown) => {
      deps.log.debug({ err: error }, 'the name of a server could not be looked up')
    })
  }

  return {
    async handle(read, request) {
      if (read.kind === 'ping') return pong
      const now = deps.clock.now().getTime()
      if (!isOurs(read)) {
        deps.handleEvent({ kind: 'unsupported', what: read.kind }).catch(() => {})
        return read.kind === 'complete' ? nothingToOffer : ephemeral(unknownHere())
      }
      const { event, way } = toChatEvent(read, deps.commands, {
        now,
        guildName: deps.guildNames.known,
        fileOf: (file) => sentFile(deps.fetchFile, file),
        marks: deps.marks,
        ...(request && { requestId: request.id }),
        // A completion is requested at every keystroke and changes nothing, so it needs no deduplication.
        ...(request && read.kind !== 'complete' && { delivery: request.signature }),
      })
      if ('workspace' in event && typeof event.workspace === 'object') follow(learnName(event.workspace.ref))
      const reply = deps.handleEvent(event).catch((error: unknown): Reply => {
        deps.log.error({ err: error, requestId: request?.id }, 'an event was not handled')
        return { kind: 'private', message: fault(request?.id) }
      })
      const prompt = await inTime(reply)
      if (prompt) return promptAnswer(way, prompt)
      follow(sendLate(way, reply, now))
      return holdingAnswer(way)
    },

    settled,
  }
}

const nothingToOffer = promptAnswer(
  { kind: 'complete', asked: { before: '', typed: '', others: [] } },
  { kind: 'nothing' },
)

/** An older release may have registered commands with other names. Our only menu entry is in the message menu. */
function isOurs(read: Exclude<Payload, { kind: 'ping' }>): boolean {
  if (read.kind === 'press') return read.payload.data.component_type === 2
  if (read.kind === 'submit') return true
  const { name, type } = read.payload.data
  if (type === ApplicationCommandType.Message) return name === suggestAsQuestion
  return commandNames.includes(name) && (type ?? ApplicationCommandType.ChatInput) === ApplicationCommandType.ChatInput
}

/** Returns the reply, or undefined if it takes longer than the acknowledgement may. */
async function inTime(reply: Promise<Reply>): Promise<Reply | undefined> {
  const tooLate = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => tooLate.resolve(undefined), longestAckMs)
  try {
    return await Promise.race([reply, tooLate.promise])
  } finally {
    clearTimeout(timer)
  }
}
