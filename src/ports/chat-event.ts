import type { Place } from '../domain/place.ts'
import type { ReplyPath } from './chat.ts'
import type { Form, Message } from './message.ts'

/** Who did something, where, and how to answer. Adapters make it; everything in it has been verified by then. */
export type Origin = {
  /** The same for every delivery of the same happening. */
  id: string
  /** A name is empty where the event does not tell it: what is known already stays. */
  workspace: { ref: Place; name: string }
  /** Where it happened; a direct message has none. */
  channel?: { ref: Place; name: string }
  /**
   * `isAdmin` may have to ask the platform, which can take seconds: call it only where the answer matters.
   * Throws a `ChatError` where the platform does not say. `zone`, where the platform knows it, is an IANA time zone.
   */
  player: {
    ref: Place
    name: string
    /** What to call somebody whose name nobody knows yet. */
    handle?: string
    isAdmin(): Promise<boolean>
    zone?(): Promise<string | undefined>
  }
  path?: ReplyPath
  /** Channels that were chosen in a form that was sent. */
  picked?: readonly PickedChannel[]
  /** The signed request that brought it, in one spelling. Sent again by whoever caught it, it counts no second time. */
  delivery?: string
  /** Carried into jobs and logs. */
  requestId?: string
}

export type ChatEvent =
  /** `words` is what stands after `/heroku-quiz` or after the mention. */
  | (Origin & { kind: 'command'; words: string })
  | (Origin & { kind: 'press'; action: string })
  | (Origin & { kind: 'submit'; action: string; values: Record<string, string> })
  /** Half a word is typed; wanted are the words it may become. Nothing is stored. */
  | (Origin & { kind: 'complete'; words: string })
  /**
   * Nothing comes of a mere look by somebody who has never done anything here, and nothing is stored. A refresh is one too: the
   * tab is open, and nobody did anything.
   */
  | (Origin & { kind: 'home'; isLook?: true; isRefresh?: true })
  /**
   * The app is new here: somebody installed it, opened its messages, or brought it into a channel. One of those who were
   * there already is told again, and greeted once.
   */
  | (Origin & { kind: 'met'; how: 'installed' | 'messages' | 'channel' })
  /** The app was taken out of a workspace. */
  | { kind: 'removed'; workspace: Place; at: Date }
  | { kind: 'unsupported'; what: string }

/** A channel that somebody chose in a form. */
export type PickedChannel = {
  ref: Place
  /** Empty where the platform doesn't tell it. */
  name: string
  /** What the app isn't allowed there of what a quiz needs, in the platform's words; none where that isn't told. */
  lacks: readonly string[]
}

export type Reply =
  /** Only the one who asked sees it. */
  | { kind: 'private'; message: Message }
  /** Taken; what comes of it follows through `Chat.tell` with the event's path. */
  | { kind: 'pending'; message: Message }
  | { kind: 'form'; form: Form }
  | { kind: 'home'; message: Message }
  | { kind: 'choices'; choices: Choice[] }
  | { kind: 'nothing' }

export type Choice = { word: string; help: string }

export type HandleEvent = (event: ChatEvent) => Promise<Reply>
