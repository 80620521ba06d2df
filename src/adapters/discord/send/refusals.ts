import { type Refusals, readRefusals } from '../../chats/refusals.ts'

/** The codes of https://docs.discord.com/developers/topics/opcodes-and-status-codes that our calls can return. */
const table: Refusals<number> = {
  'too-fast': [
    20_016, // slow mode
    20_028, // too many messages in a channel
    20_029, // too many messages in a server
    40_003, // direct messages are opened too fast
    40_062, // the service itself is rate limited
  ],
  later: [
    40_004, // sending is temporarily disabled
    40_006, // a feature is temporarily disabled
    40_333, // blocked by Cloudflare
  ],
  away: [
    110_000, // a search index is not available yet
    110_001, // the application or the server is not available yet
    130_000, // overloaded
  ],
  'channel-gone': [
    10_003, // unknown channel
  ],
  'channel-hidden': [],
  'not-in-channel': [
    50_001, // a channel that the app may not see
  ],
  'posting-restricted': [
    40_058, // a forum, which has only threads
    40_067, // a forum that requires a tag
    50_008, // a channel that isn't for text
    50_009, // the server's verification level is too high
    50_013, // missing permissions
    50_024, // not possible in this kind of channel
    160_002, // no permission to read the message that this replies to
    160_005, // a locked thread
    160_009, // no permission to read the message that this refers to
  ],
  'content-blocked': [
    200_000, // the server's AutoMod
    240_000, // the filter for harmful links
  ],
  'rights-missing': [
    20_012, // not authorized to act on this application
    20_026, // quarantined
    40_001, // the token may not do this
    40_002, // the account is not verified
    50_010, // the application has no bot
    50_026, // a scope is missing
    50_095, // not available in this location
    60_003, // two-factor authentication is required
  ],
  'workspace-gone': [
    10_004, // unknown server
  ],
  'token-bad': [
    10_002, // unknown application
    50_014, // an invalid bot token
    50_025, // an invalid access token
  ],
  'person-closed': [
    10_007, // unknown member
    10_013, // unknown person
    20_009, // explicit content isn't allowed for this person
    40_007, // the person is banned from the server
    50_007, // direct messages are closed
    50_033, // invalid recipients
    50_278, // the person shares no server with the app
  ],
  'message-closed': [
    10_008, // unknown message
    30_046, // too many edits of a message that is older than an hour
    50_005, // another author's message
    50_021, // a system message
    50_083, // an archived thread
  ],
  'reply-expired': [
    10_012, // unknown token
    10_015, // unknown webhook, also returned for an interaction that wasn't acknowledged yet
    10_062, // unknown interaction
    40_043, // the interaction has failed
    40_060, // the interaction was already acknowledged
    40_094, // the interaction has too many follow-up messages
    50_027, // the interaction's token is older than 15 minutes
  ],
  'group-gone': [
    10_011, // unknown role
  ],
  'picture-refused': [
    30_015, // too many attachments
    40_005, // the request is too large
    50_045, // the file is too large
    50_046, // an invalid file
    50_110, // an invalid file
    50_123, // an unsupported file type
    50_138, // an asset is too large
    50_146, // the file was not found
    400_001, // the server currently allows no files
  ],
  'thread-refused': [
    160_004, // the message already has a thread
    160_006, // the server has too many threads
    160_007, // the announcement channel has too many threads
  ],
  'our-fault': [
    20_001, // bots may not do this
    20_002, // only bots may do this
    30_032, // too many commands
    30_034, // too many new commands today
    40_041, // a duplicate command name
    10_063, // unknown command
    50_003, // not possible in direct messages
    50_006, // an empty message
    50_028, // an invalid role
    50_035, // an invalid form
    50_041, // an invalid API version
    50_055, // an invalid server
    50_067, // an invalid request origin
    50_068, // an invalid message type
    50_109, // invalid JSON
  ],
}

export const meaningOf = readRefusals(table)
