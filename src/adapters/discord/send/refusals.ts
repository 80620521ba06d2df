import { type Refusals, readRefusals } from '../../chats/refusals.ts'

/** Those of https://docs.discord.com/developers/topics/opcodes-and-status-codes that our calls can return. */
const table: Refusals<number> = {
  'too-fast': [
    20_016, // slow mode
    20_028, // too many messages in a channel
    20_029, // too many messages in a server
    40_003, // opening direct messages too fast
    40_062, // the service itself is limited
  ],
  later: [
    40_004, // sending is switched off for a while
    40_006, // a feature is switched off for a while
    40_333, // Cloudflare blocks us
  ],
  away: [
    110_000, // an index is not available yet
    110_001, // the application or the server is not available yet
    130_000, // overloaded
  ],
  'channel-gone': [
    10_003, // channel
  ],
  'channel-hidden': [],
  'not-in-channel': [
    50_001, // a channel that we may not see
  ],
  'posting-restricted': [
    40_058, // a forum: it has threads only
    40_067, // a forum that demands a tag
    50_008, // no text in this channel
    50_009, // the server's verification level is too high
    50_013, // missing permissions
    50_024, // not in this kind of channel
    160_002, // may not read what it would reply to
    160_005, // a locked thread
    160_009, // may not read what it would refer to
  ],
  'content-blocked': [
    200_000, // the server's AutoMod
    240_000, // a harmful links filter
  ],
  'rights-missing': [
    20_012, // not authorized to act on this application
    20_026, // quarantined
    40_001, // a token that may not do this
    40_002, // an account that is not verified
    50_010, // an application without a bot
    50_026, // a scope is missing
    50_095, // not available in this location
    60_003, // two-factor authentication
  ],
  'workspace-gone': [
    10_004, // server
  ],
  'token-bad': [
    10_002, // application
    50_014, // the bot's token
    50_025, // an access token
  ],
  'person-closed': [
    10_007, // member
    10_013, // person
    20_009, // no explicit content for this person
    40_007, // banned from the server
    50_007, // direct messages are closed
    50_033, // recipients
    50_278, // no server in common
  ],
  'message-closed': [
    10_008, // message
    30_046, // too many edits of a message older than an hour
    50_005, // somebody else's message
    50_021, // a message of the system
    50_083, // an archived thread
  ],
  'reply-expired': [
    10_012, // a token
    10_015, // webhook: an interaction that was not acknowledged yet looks the same
    10_062, // interaction
    40_043, // an interaction that failed
    40_060, // an interaction that was acknowledged already
    40_094, // an interaction with too many follow-up messages
    50_027, // the token of an interaction older than 15 minutes
  ],
  'group-gone': [
    10_011, // role
  ],
  'picture-refused': [
    30_015, // too many attachments
    40_005, // the request is too large
    50_045, // the file is too large
    50_046, // an invalid file
    50_110, // an invalid file
    50_123, // a type of file
    50_138, // the size of an asset
    50_146, // a file that was not found
    400_001, // no files in this server at present
  ],
  'thread-refused': [
    160_004, // there is one already
    160_006, // too many threads in this server
    160_007, // too many threads in an announcement channel
  ],
  'our-fault': [
    20_001, // not for bots
    20_002, // for bots only
    30_032, // too many commands
    30_034, // too many new commands today
    40_041, // a command with that name
    10_063, // no such command
    50_003, // not in direct messages
    50_006, // an empty message
    50_028, // an invalid role
    50_035, // an invalid form
    50_041, // a version of the API
    50_055, // an invalid server
    50_067, // the origin of a request
    50_068, // a type of message
    50_109, // invalid JSON
  ],
}

export const meaningOf = readRefusals(table)
