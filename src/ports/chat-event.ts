import type { Place } from '../domain/place.ts'
import type { ReplyPath } from './chat.ts'
import type { UploadedFile } from './desk/imports.ts'
import type { Form, Message } from './message.ts'

/** The person, the place and the means to reply. Adapters create it from requests that they have verified. */
export type Origin = {
  /** Identical for every delivery of the same event. */
  id: string
  /** A name is empty if the event doesn't include it; the stored name is then unchanged. */
  workspace: { ref: Place; name: string }
  /** Absent in a direct message. */
  channel?: { ref: Place; name: string }
  /**
   * `isAdmin` may send a request to the platform, which can take seconds. Call it only if the answer matters. It throws
   * a `ChatError` if the platform gives no answer. `zone` is an IANA time zone, if the platform reports it.
   */
  player: {
    ref: Place
    name: string
    /** The name to use until the platform provides one. */
    handle?: string
    isAdmin(): Promise<boolean>
    zone?(): Promise<string | undefined>
    /** All of the player's current roles or groups, on platforms that send them with each event. */
    groups?: readonly Place[]
  }
  path?: ReplyPath
  /** The message in whose thread this was written, or to which it is a reply. */
  below?: Place
  picked?: readonly PickedChannel[]
  files?: readonly SentFile[]
  /** Identifies the signed request. A replayed copy of the request has the same value and is ignored. */
  delivery?: string
  /** Copied into jobs and logs. */
  requestId?: string
}

export type ChatEvent =
  | (Origin & Act)
  | Outside
  /**
   * Opens the home page. A look by a person who has never used the app stores nothing. Refreshing an open page also
   * counts as a look, because the person didn't act.
   */
  | (Origin & { kind: 'home'; isLook?: true; isRefresh?: true })
  /**
   * The app was installed, its messages were opened, or it was added to a channel. The event may be repeated; each
   * person is greeted once.
   */
  | (Origin & { kind: 'met'; how: 'installed' | 'messages' | 'channel' })
  | { kind: 'removed'; workspace: Place; at: Date }
  | { kind: 'unsupported'; what: string }

export type Act =
  /** `words` is the text after `/heroku-quiz` or after the mention. */
  | { kind: 'command'; words: string }
  | { kind: 'press'; action: string }
  | { kind: 'submit'; action: string; values: Record<string, string> }
  /** A word is being typed, and the reply lists its completions. Nothing is stored. */
  | { kind: 'complete'; words: string }

/**
 * A person who installed the app for themselves uses it outside every workspace that has it. Nothing is stored about
 * them, and their events can't affect a workspace.
 */
export type Outside = {
  kind: 'outside'
  /** Identical for every delivery of the same event. */
  id: string
  /** Unique to one person, and not the place of any player in a workspace. */
  person: Place
  /** `group`: a group conversation without the bot. `foreign-server`: a workspace that hasn't added the app. */
  where: 'direct-message' | 'group' | 'foreign-server'
  act: Act
  requestId?: string
}

export type PickedChannel = {
  ref: Place
  /** Empty if the platform doesn't send it. */
  name: string
  /** The permissions that the app lacks there, as the platform names them; empty if the platform doesn't send them. */
  lacks: readonly string[]
}

/** A file attached to a form. Only `read` downloads it, so callers can check permissions first. */
export type SentFile = {
  /**
   * Returns `too-large` if the file has more than `most` bytes. Throws a `ChatError`: `rights-missing` if the app may
   * not read files.
   */
  read(most: number): Promise<UploadedFile | 'too-large'>
}

export type Reply =
  /** Visible only to the asker. */
  | {
      kind: 'private'
      message: Message
      /** The person can correct what they typed: a form that is still open stays open and shows the summary. */
      correctable?: true
    }
  /** Accepted. The result is sent later through `Chat.tell` with the event's reply path. */
  | { kind: 'pending'; message: Message }
  | { kind: 'form'; form: Form }
  | { kind: 'home'; message: Message }
  | { kind: 'choices'; choices: Choice[] }
  | { kind: 'nothing' }

export type Choice = { word: string; help: string }

export type HandleEvent = (event: ChatEvent) => Promise<Reply>
