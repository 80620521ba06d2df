import type { Place } from '../domain/place.ts'
import type { ReplyPath } from './chat.ts'
import type { UploadedFile } from './desk/imports.ts'
import type { Form, Message } from './message.ts'

/** Who did something, where, and how to reply. Created by adapters; everything in it has been verified. */
export type Origin = {
  /** The same for every delivery of the same event. */
  id: string
  /** A name is empty if the event doesn't include it: the known one stays. */
  workspace: { ref: Place; name: string }
  /** Where it happened; a direct message has none. */
  channel?: { ref: Place; name: string }
  /**
   * `isAdmin` may have to ask the platform, which can take seconds: call it only if the answer matters. Throws a
   * `ChatError` if the platform doesn't say. `zone` is an IANA time zone, if the platform knows it.
   */
  player: {
    ref: Place
    name: string
    /** What to call somebody whose name nobody knows yet. */
    handle?: string
    isAdmin(): Promise<boolean>
    zone?(): Promise<string | undefined>
    /** All roles or groups that they are in now, on platforms that say so with each event. */
    groups?: readonly Place[]
  }
  path?: ReplyPath
  /** Channels that were chosen in the submitted form. */
  picked?: readonly PickedChannel[]
  /** Files that were attached to the submitted form. */
  files?: readonly SentFile[]
  /** The signed request that it came in, normalized. If somebody intercepts and replays it, it doesn't count again. */
  delivery?: string
  /** Carried into jobs and logs. */
  requestId?: string
}

export type ChatEvent =
  | (Origin & Act)
  | Outside
  /**
   * If somebody who has never done anything here only looks, nothing is stored. A refresh counts as a look: the tab is
   * open, and nobody did anything.
   */
  | (Origin & { kind: 'home'; isLook?: true; isRefresh?: true })
  /**
   * The app is new here: somebody installed it, opened its messages, or added it to a channel. The event may be
   * repeated for people who were there before; they are greeted once.
   */
  | (Origin & { kind: 'met'; how: 'installed' | 'messages' | 'channel' })
  /** The app was removed from a workspace. */
  | { kind: 'removed'; workspace: Place; at: Date }
  | { kind: 'unsupported'; what: string }

/** What somebody did. */
export type Act =
  /** `words` is what comes after `/heroku-quiz` or after the mention. */
  | { kind: 'command'; words: string }
  | { kind: 'press'; action: string }
  | { kind: 'submit'; action: string; values: Record<string, string> }
  /** A partial word is typed; the reply lists its completions. Nothing is stored. */
  | { kind: 'complete'; words: string }

/**
 * Somebody who has the app for themselves uses it outside of every workspace that has it. Nothing is stored about them,
 * and nothing that they do can reach a workspace.
 */
export type Outside = {
  kind: 'outside'
  /** The same for every delivery of the same event. */
  id: string
  /** Two people never share one. It is nobody's place in a workspace. */
  person: Place
  /** In a direct message with the bot, in a group without it, or in a workspace that hasn't added the app. */
  where: 'direct-message' | 'group' | 'foreign-server'
  act: Act
  requestId?: string
}

/** A channel that somebody chose in a form. */
export type PickedChannel = {
  ref: Place
  /** Empty if the platform doesn't say. */
  name: string
  /** The permissions that the app lacks there, in the platform's words; empty if the platform doesn't say. */
  lacks: readonly string[]
}

/** A file that somebody attached to a form. Only `read` fetches it, so nobody downloads what they may not use. */
export type SentFile = {
  /** Gives up on a file of more than `most` bytes. Throws a `ChatError`: `rights-missing` if the app may not read files. */
  read(most: number): Promise<UploadedFile | 'too-large'>
}

export type Reply =
  /** Only the asker sees it. */
  | {
      kind: 'private'
      message: Message
      /** What was typed can be corrected: a form that is still open stays open and shows the summary. */
      correctable?: true
    }
  /** Accepted; the result follows through `Chat.tell` with the event's path. */
  | { kind: 'pending'; message: Message }
  | { kind: 'form'; form: Form }
  | { kind: 'home'; message: Message }
  | { kind: 'choices'; choices: Choice[] }
  | { kind: 'nothing' }

export type Choice = { word: string; help: string }

export type HandleEvent = (event: ChatEvent) => Promise<Reply>
