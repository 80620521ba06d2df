import { describe, expect, test } from 'vitest'
import { finds, foundIn } from './found-in.ts'

const yes = true
const no = false

type Row = [pattern: string, text: string, found: boolean]

const tables: Record<string, Row[]> = {
  'case, width, quotes and ampersands': [
    ['dyno', 'DYNO', yes],
    ['dyno', 'ｄｙｎｏ', yes],
    ['finish', 'ﬁnish', yes],
    ['web and worker', 'web & worker', yes],
    ['web and worker', 'web&worker', yes],
    ['web & worker', 'worker or web', yes],
    ['not run', 'doesn’t run', yes],
    ['temporary', '“temporary”', yes],
    ['temporary', "'temporary'", yes],
    ['temporary', '**temporary**', yes],
    ['temporary', '_temporary_', yes],
    ['dyno', "the dyno's disk", yes],
    ['dyno', "the dynos' disks", yes],
    ['dyno', 'dyno(s)', yes],
    ['temporary', 'temporary,ephemeral', yes],
    ['temporary', 'temporary/ephemeral', yes],
    ['temporary', '(temporary)', yes],
  ],
  'contractions are opened': [
    ['is not', "isn't", yes],
    ['does not', 'doesnt', yes],
    ['can not', 'cannot', yes],
    ["can't", 'cannot', yes],
    ["won't", 'will not', yes],
    ['it is', "it's", yes],
    ['they are', 'they’re', yes],
  ],
  'hyphens agree': [
    ['one-off', 'one-off', yes],
    ['one-off', 'one off', yes],
    ['one-off', 'oneoff', yes],
    ['one off', 'oneoff', yes],
    ['one off', 'one-off', yes],
    ['oneoff', 'one-off', yes],
    ['oneoff', 'one off', yes],
    ['one-off', 'one‑off', yes],
    ['one-off dyno', 'a oneoff dyno', yes],
    ['short-lived', 'shortlived', yes],
    ['timeout', 'time out', yes],
    ['timeout', 'time outs', yes],
    ['time out', 'timeouts', yes],
    ['database', 'data base', yes],
    ['log in', 'login', yes],
    ['one-off', 'one turned off', no],
    ['timeout', 'time, out', no],
    ['timeout', 'at that time. Out', no],
  ],
  'letters of every script stay': [
    ['временный', 'Это ВРЕМЕННЫЙ контейнер', yes],
    ['временный', 'Это временнй контейнер', yes],
    ['vorübergehend', 'Der Dyno ist VORÜBERGEHEND da', yes],
    ['éphémère', 'un système éphémère', yes],
    ['éphémère', 'un système e\u0301phe\u0301me\u0300re', yes],
    ['临时', '这是一个临时的容器', yes],
    ['临时', '这是一个时临的容器', no],
    ['一時的', 'ファイルは一時的です。', yes],
    ['مؤقت', 'هذا مؤقت', yes],
    ['مؤقت', '\u200fهذا \u202bمؤقت\u202c', yes],
    ['προσωρινός', 'ΠΡΟΣΩΡΙΝΌΣ', yes],
    ['임시', '임시 컨테이너', yes],
  ],
  'what cannot be seen is dropped': [
    ['temporary', 'tem\u200bporary', yes],
    ['temporary', 'tem\u00adporary', yes],
    ['temporary', '\u202etemporary\u202c', yes],
    ['temporary', 'tem\u0000porary', yes],
    ['temporary', '\ufefftemporary', yes],
    ['temporary', '\ud800temporary\udc00', yes],
    ['web traffic', 'web\u00a0traffic', yes],
  ],
  'sentences end where they end': [
    ['a ... b', 'a is done. b', no],
    ['a ... b', 'a is done! b', no],
    ['a ... b', 'a is done? b', no],
    ['a ... b', 'a is done.\nb', no],
    ['a ... b', '- a\n- b', no],
    ['a ... b', 'a\n\nb', no],
    ['a ... b', 'a long line\nand b', yes],
    ['a ... b', 'a i.e. b', yes],
    ['a ... b', 'a, e.g. b', yes],
    ['a ... b', 'a in app.json b', yes],
    ['a ... b', 'a 0.5 b', yes],
    ['a ... b', 'a web.1 b', yes],
    ['a ... b', 'a... and b', yes],
    ['done ... restarts', 'it is done.It restarts', no],
    ['a ... b', 'a。b', no],
    ['a ... b', 'a (yes.) B', no],
  ],
}

for (const [name, rows] of Object.entries(tables)) {
  describe(name, () => {
    test.each(rows)('%s in "%s": %s', (pattern, text, found) => {
      expect(finds(pattern, text)).toBe(found)
    })
  })
}

describe('evidence quotes the words as they were typed', () => {
  test.each([
    ['temporary', 'It is **Temporary**!', ['Temporary']],
    ['goes away ... done', 'It goes away, far and wide, once it is done.', ['goes away', 'done']],
    ['serve traffic', 'it serves all web traffic', ['serves all web traffic']],
    ['is not', "it isn't", ["isn't"]],
    ['temporary', 'ｔｅｍｐｏｒａｒｙ \u200f', ['ｔｅｍｐｏｒａｒｙ']],
    ['finish', 'it ﬁnishes', ['ﬁnishes']],
    ['éphémère', '😀 e\u0301phe\u0301me\u0300re', ['e\u0301phe\u0301me\u0300re']],
    ['temporary', 'a tem\u200bporary one', ['tem\u200bporary']],
    ['30 s', 'after 30 seconds', ['30 seconds']],
    ['`$PORT`', 'binds $PORT.', ['$PORT']],
    ['oneoff', 'a one off dyno', ['one off']],
    ['istanbul', 'İstanbul istanbul', ['istanbul']],
  ])('%s in "%s"', (pattern, text, quotes) => {
    expect(foundIn(pattern, text)).toEqual(quotes)
  })
})
