import { describe, expect, test } from 'vitest'
import { finds } from './found-in.ts'

const counts = true
const denied = false

describe('negation is per clause', () => {
  test.each<[pattern: string, text: string, found: boolean]>([
    ['sleep', 'It does not sleep but restarts', denied],
    ['restart', 'It does not sleep but restarts', counts],
    ['sleep', "It doesn't sleep", denied],
    ['sleep', 'it doesnt sleep', denied],
    ['sleep', 'it doenst sleep', denied],
    ['sleep', "it doens't sleep", denied],
    ['sleep', 'it dosent sleep', denied],
    ['sleep', 'it cannto sleep', denied],
    ['sleep', 'runs withuot sleeping', denied],
    ['sleep', 'It never sleeps', denied],
    ['sleep', 'It cannot sleep', denied],
    ['sleep', "It can't sleep", denied],
    ['sleep', 'It no longer sleeps', denied],
    ['sleep', 'It runs without sleeping', denied],
    ['sleep', 'It restarts instead of sleeping', denied],
    ['restart', 'It restarts instead of sleeping', counts],
    ['sleep', 'It restarts rather than sleeps', denied],
    ['restart', 'Instead of sleeping, it restarts', counts],
    ['sleep', 'No sleeping', denied],
    ['sleep', 'It neither sleeps nor restarts', denied],
    ['restart', 'It neither sleeps nor restarts', denied],
    ['sleep', 'It sleeps, it does not restart', counts],
    ['restart', 'It sleeps, it does not restart', denied],
    ['sleep', 'It does not restart. It sleeps', counts],
    ['sleep', 'It does not restart; it sleeps', counts],
    ['sleep', 'not restarting (sleeping)', counts],
    ['sleep', 'It does not restart, it sleeps', counts],
    ['temporary', 'It is not permanent, temporary', counts],
    ['temporary', 'not a VM, just a temporary container', counts],
    // Lists stay together.
    ['crash', 'It does not sleep, restart or crash', denied],
    ['restart', 'It does not sleep, restart or crash', denied],
    ['worker', 'no web, worker and release processes', denied],
    ['api', 'it does not serve web and api requests', denied],
    ['lose', 'does not restart or lose files', denied],
    // A new clause begins.
    ['disappear', 'It is not permanent and disappears', counts],
    ['temporary', 'It does not get traffic and is temporary', counts],
    ['restart', 'It does not sleep and it restarts', counts],
    ['run', 'It does not serve web traffic and runs one command', counts],
    ['sleep', 'If there is no traffic it sleeps', denied],
    ['sleep', 'If there is no traffic, it sleeps', counts],
    ['sleep', 'It does not restart because it sleeps', counts],
    ['traffic', 'It does not start until traffic comes', counts],
    ['killed', 'It has not finished and Heroku killed it', counts],
    ['trigger', 'The clocks do not know each other and both trigger', counts],
    ['sleep', 'No visitor means it sleeps', counts],
    ['sleep', 'This does not mean that it sleeps', denied],
    ['s3', 'There is no storage, put files into S3 or a database', counts],
    ['s3', 'None, use Redis or S3', counts],
    ['s3', 'Do not write to disk, instead use S3', counts],
    ['s3', 'do not write to disk instead use S3', counts],
    ['memory', 'not because of memory', denied],
    // When and where is beyond what is denied.
    ['30 min', 'it gets no requests for 30 minutes', counts],
    ['30 min', 'if it gets no requests for half an hour it sleeps', counts],
    ['60 s', 'it does not bind within 60 seconds', counts],
    ['60 s', 'not within 60 seconds', denied],
    ['60 s', 'it does not take 60 seconds', denied],
    ['restart', "files don't survive a dyno restart", counts],
    ['survive', "files don't survive a dyno restart", denied],
    ['restart', 'files are not kept across restarts', counts],
    ['disk', 'files are not kept on disk', denied],
    // Two negations cancel, side by side they do not.
    ['procfile', "You can't deploy without a Procfile", counts],
    ['sleep', 'it is not true that it does not sleep', counts],
    ['sleep', 'no restarts, no sleeping', denied],
    ['sleep', 'does not restart and does not sleep', denied],
    ['sleep', 'never restarts and never sleeps', denied],
    ['sleep', 'not not sleeping', counts],
    // What looks like a negation and is none.
    ['web', 'not only web', counts],
    ['web', 'It serves not only web but also workers', counts],
    ['web', 'not just web', counts],
    ['30 s', 'no more than 30 seconds', counts],
    ['30 s', 'not later than 30 seconds', counts],
    ['temporary', 'No, it is temporary', counts],
    ['temporary', 'no it is temporary', counts],
    ['temporary', 'No. It is temporary.', counts],
    ['temporary', "Isn't it temporary?", counts],
    ['temporary', "It is temporary, isn't it?", counts],
    ['restart', 'no matter what, it restarts', counts],
    ['temporary', 'nothing but temporary', counts],
    // Joined to its word.
    ['persistent', 'a non-persistent disk', denied],
    ['disk', 'a non-persistent disk', counts],
    ['persistent', 'a non persistent disk', denied],
    // Said after what it denies.
    ['sleep', 'Sleeping is not possible', denied],
    ['restart', 'A restart is not needed', denied],
    ['deploy', 'On deploy a restart is not needed, I think', denied],
    ['restart', 'A restart does not happen', denied],
    ['temporary', 'It is temporary and a restart is not needed', counts],
    ['30 s', 'it is not 30 seconds', denied],
    ['web traffic', 'it does not get any web traffic', denied],
    ['goes ... done', 'it never goes away when it is done', denied],
  ])('%s in "%s": %s', (pattern, text, found) => {
    expect(finds(pattern, text)).toBe(found)
  })
})

describe('a pattern that holds the negator itself', () => {
  test.each<[pattern: string, text: string, found: boolean]>([
    ['not sleep', 'it does not sleep', counts],
    ['not sleep', "it doesn't sleep", counts],
    ['(not|never) sleep', 'it never sleeps', counts],
    ['(not|never) ... sleep', 'it does not restart but sleeps', denied],
    ['not ... sleep', 'it is not true that it does not sleep', denied],
    ['not sleep', 'it not only sleeps', denied],
    ['[not only] web', 'not only web', counts],
    ['no traffic ... sleep', 'with no traffic it goes to sleep', counts],
    ['no traffic ... sleep', 'with no traffic for a while, it goes to sleep', counts],
    ['without ... restart', 'changes take effect without a restart', counts],
    ['no & downtime', 'there is no downtime', counts],
    ['[instead of] disk', 'S3 instead of the disk', counts],
    ["doesn't sleep", 'it does not sleep', counts],
    ['cannot write', 'you can not write', counts],
    ['no longer', 'it is no longer free', counts],
  ])('%s in "%s": %s', (pattern, text, found) => {
    expect(finds(pattern, text)).toBe(found)
  })
})
