import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Visitor, visitor } from '../../kit/people/visitor.ts'
import { type PlayServer, playServer } from '../../kit/product/play-server.ts'

let server: PlayServer
let ada: Visitor

beforeAll(async () => {
  server = await playServer()
  ada = await visitor(server.app)
})

afterAll(() => server.close())

afterEach(() => {
  server.quiz.events.length = 0
})

let forms = 0
const once = (): string => `form-number-${++forms}`

describe('typing in the message box', () => {
  it('sends a message to everyone', async () => {
    const bob = await visitor(server.app, { joins: ada })
    const answer = await ada.post('c/quiz/say', { text: ' Good <b>morning</b> ', once: once() })
    expect(answer.json()).toEqual({ kind: 'nothing', path: `${playPath(ada)}/c/quiz` })
    expect((await bob.get('')).body).toContain('<p>Good &lt;b&gt;morning&lt;/b&gt;</p>')
    expect(server.quiz.events).toEqual([])
  })

  it.each([
    ['/heroku-quiz ask dynos', 'ask dynos'],
    ['  /heroku-quiz   answer It is\nephemeral  ', 'answer It is\nephemeral'],
    ['/heroku-quiz', ''],
    ['/HEROKU-QUIZ help', 'help'],
    ['@heroku-quiz help', 'help'],
    ['@Heroku Quiz help', 'help'],
    ['@quiz help', 'help'],
  ])('%j is a command', async (text, words) => {
    await ada.post('c/data-team/say', { text, once: once() })
    expect(server.quiz.events).toMatchObject([
      {
        kind: 'command',
        words,
        workspace: { ref: ada.sandbox, name: 'Playground' },
        channel: { ref: `${ada.sandbox}:data-team`, name: 'data-team' },
        player: { ref: ada.ref, name: ada.name },
      },
    ])
  })

  it.each(['/heroku-quizzes', 'try /heroku-quiz help', '@quizmaster help', 'mail@quiz help', '/ is a slash'])(
    '%j isn’t a command',
    async (text) => {
      await ada.post('c/lounge/say', { text, once: once() })
      expect(server.quiz.events).toEqual([])
    },
  )

  it('with an unknown command gets a friendly reply that others don’t see', async () => {
    await ada.post('c/lounge/say', { text: '/giphy dynos', once: once() })
    expect((await ada.get('c/lounge')).body).toContain('There’s no /giphy here.')
    expect((await (await visitor(server.app, { joins: ada })).get('c/lounge')).body).not.toContain('giphy')
  })

  it('counts once when it is sent twice', async () => {
    const form = { text: 'Sent twice', once: once() }
    await Promise.all([ada.post('c/quiz/say', form), ada.post('c/quiz/say', form)])
    expect((await ada.get('')).body.split('<p>Sent twice</p>')).toHaveLength(2)
  })

  it('makes people admins of their own sandbox only', async () => {
    const bob = await visitor(server.app, { joins: ada })
    for (const person of [ada, bob]) {
      await person.post('c/quiz/say', { text: '/heroku-quiz settings', once: once() })
    }
    const admins = server.quiz.events.map((event) => event.kind === 'command' && event.player.isAdmin())
    expect(await Promise.all(admins)).toEqual([true, false])
  })
})

describe('a question', () => {
  it('is answered in a form, graded, and shown to nobody else', async () => {
    await ada.post('c/quiz/press', { action: 'post-now:0', once: once() })
    const pressed = await ada.post('c/quiz/press', { action: 'answer:1', once: once() })
    expect(pressed.json()).toMatchObject({ kind: 'form', html: expect.stringContaining('name="value.text"') })

    const form = { action: 'answer:1', once: once(), 'value.text': 'A <temporary> dyno' }
    const sent = await ada.post('c/quiz/submit', form)
    expect(sent.json()).toEqual({ kind: 'nothing', path: `${playPath(ada)}/c/quiz` })
    expect(server.quiz.events.at(-1)).toMatchObject({
      kind: 'submit',
      action: 'answer:1',
      values: { text: 'A <temporary> dyno' },
      id: `${ada.id}-${form.once}`,
    })

    await server.quiz.settled()
    const { body } = await ada.get('')
    expect(body).toContain('Found: “A &lt;temporary&gt; dyno”')
    expect(body).not.toContain('being graded')
    expect((await (await visitor(server.app, { joins: ada })).get('')).body).not.toContain('temporary&gt; dyno”')
  })

  it('can be answered without scripts', async () => {
    const plainly = { accept: 'text/html' }
    const page = await ada.post('c/quiz/press', { action: 'answer:1', once: once() }, plainly)
    expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(page.body).toContain(`<form class="sheet" method="post" action="${playPath(ada)}/c/quiz/submit">`)
    const form = { action: 'answer:1', once: once(), 'value.text': 'Plainly' }
    const sent = await ada.post('c/quiz/submit', form, plainly)
    expect([sent.statusCode, sent.headers.location]).toEqual([303, `${playPath(ada)}/c/quiz`])
    await server.quiz.settled()
  })

  it('shows that grading is under way', async () => {
    const slow = await playServer({ thinkMs: 300 })
    const bob = await visitor(slow.app)
    await bob.post('c/quiz/submit', { action: 'answer:1', once: once(), 'value.text': 'Hm' })
    const { body } = await bob.get('')
    expect(body).toMatch(/class="entry bot private working"[\s\S]*being graded/)
    expect(body).toContain('<noscript><meta http-equiv="refresh" content="3"></noscript>')
    await slow.quiz.settled()
    expect((await bob.get('')).body).not.toContain('http-equiv')
    await slow.close()
  })

  it('leaves nothing waiting if it is graded before the reply is shown', async () => {
    const quick = await playServer({
      async handleEvent(event) {
        if (event.kind === 'submit') await quick.chat.tell(event.player.ref, told, event.path, event.id)
        return { kind: 'pending', message: { summary: 'Being graded', blocks: [] } }
      },
    })
    const told = { summary: 'Three points', blocks: [] }
    const bob = await visitor(quick.app)
    await bob.post('c/quiz/submit', { action: 'answer:1', once: once(), 'value.text': 'Quick' })
    const { body } = await bob.get('')
    expect([body.includes('Three points'), body.includes('Being graded')]).toEqual([true, false])
    await quick.close()
  })

  it('is shown again as closed, with the answer below it', async () => {
    await ada.post('c/quiz/press', { action: 'close-now:0', once: once() })
    const { body } = await ada.get('')
    expect(body).toMatch(/<h3>Closed<\/h3>[\s\S]*<ol class="thread" aria-label="Replies">[\s\S]*<h3>The answer<\/h3>/)
    expect(body).toContain('<span class="edited">edited</span>')
    const [, thread = ''] = /<ol class="thread"[^>]*><li id="(m\d+)"/.exec(body) ?? []
    expect(body).toMatch(
      new RegExp(
        `The answer to “What is a one-off dyno\\?” is out: 0 of 1 got it\\.[\\s\\S]*href="#${thread}">Show the answer`,
      ),
    )
  })
})

describe('the button that closes', () => {
  it('shows how many questions it closes', async () => {
    const bob = await visitor(server.app)
    for (const words of ['Close it', 'Close all 2']) {
      await bob.post('c/quiz/press', { action: 'post-now:0', once: once() })
      expect((await bob.get('')).body).toMatch(new RegExp(`value="close-now:0"[^>]*>${words}</button>`))
    }
  })
})

describe('a person’s identity', () => {
  it('is kept in a cookie that scripts cannot read', async () => {
    const first = await server.app.inject('/play')
    expect(first.headers['set-cookie']).toMatch(
      /^quiz_player=[\w-]+\.[\w-]{43}; Path=\/play; Max-Age=2592000; HttpOnly; SameSite=Lax$/,
    )
  })

  it('is sent only over HTTPS, if there is HTTPS', async () => {
    const secure = await playServer({ production: true })
    const first = await secure.app.inject({ url: '/play', headers: { 'x-forwarded-proto': 'https' } })
    expect(first.headers['set-cookie']).toMatch(/; Secure$/)
    await secure.close()
  })

  it('can’t be forged', async () => {
    const cookie = await ada.get('').then((answer) => String(answer.headers['set-cookie']).split(';')[0] ?? '')
    const [body = '', signature = ''] = cookie.replace('quiz_player=', '').split('.')
    const other = Buffer.from(JSON.stringify({ id: 'p-000000000000', name: 'Ada' })).toString('base64url')
    for (const forged of [`${other}.${signature}`, `${body}.`, body, '.', 'x.y', `${body}.${signature}x`]) {
      const answer = await server.app.inject({
        method: 'POST',
        url: `${playPath(ada)}/c/quiz/say`,
        headers: { cookie: `quiz_player=${forged}`, accept: 'application/json' },
        payload: {},
      })
      expect([forged, answer.statusCode]).toEqual([forged, 403])
    }
  })

  it('can have any new name', async () => {
    const bob = await visitor(server.app, { joins: ada })
    expect((await bob.post('me', { name: ' <img src=x onerror=alert(1)> ' })).json()).toEqual({ kind: 'reload' })
    await bob.post('c/lounge/say', { text: 'It is me', once: once() })
    const { body } = await ada.get('c/lounge')
    expect(body).toContain('<bdi>&lt;img src=x onerror=alert(1)&gt;</bdi>')
    expect(body).not.toContain('<img src=x')
  })

  it('keeps the old name if the new one is empty after cleaning', async () => {
    const bob = await visitor(server.app, { joins: ada })
    await bob.post('me', { name: '\u202E\u200B ' })
    expect((await bob.get('')).body).toContain(`<bdi>${bob.name}</bdi>`)
  })

  it.each([
    ['x'.repeat(41), 'A name has at most 40 characters'],
    ['\u200B ', 'That name would be invisible'],
    ['Heroku Quiz', 'That is my name'],
  ])('is not changed to %j, and the reply gives the reason', async (name, why) => {
    const bob = await visitor(server.app, { joins: ada })
    const answer = await bob.post('me', { name })
    expect([answer.statusCode, answer.json()]).toEqual([400, { kind: 'refused', words: expect.stringContaining(why) }])
  })

  it('has a name that is unique in its sandbox, but not in others', async () => {
    const [bob, stranger] = [await visitor(server.app, { joins: ada }), await visitor(server.app)]
    expect((await bob.post('me', { name: ` ${ada.name.toUpperCase()}` })).json()).toEqual({
      kind: 'refused',
      words: expect.stringContaining('Somebody here is already called'),
    })
    expect((await stranger.post('me', { name: ada.name })).json()).toEqual({ kind: 'reload' })
  })

  it('shows the person’s team and the others', async () => {
    const { body } = await ada.get('me?in=lounge')
    expect(body).toContain('You’re in Core.')
    expect(body).toContain('<bdi>Night Shift</bdi>')
    expect(body).not.toContain('<bdi>Core</bdi>')
    expect(body).toContain(`href="${playPath(ada)}/c/lounge" data-close`)
  })

  it('gets replies about teams in the channel of the page', async () => {
    await ada.post('team', { joins: 'Night Shift', in: 'lounge', once: once() })
    expect(server.quiz.events).toMatchObject([{ words: 'team join Night Shift', channel: { name: 'lounge' } }])
  })

  it.each([
    ['join', 'team join Night Shift'],
    ['create', 'team create Night Shift'],
    ['leave', 'team leave'],
  ])('can include a team: %s', async (verb, words) => {
    await ada.post('team', { verb, team: 'Night Shift', once: once() })
    expect(server.quiz.events).toMatchObject([{ kind: 'command', words, channel: { name: 'quiz' } }])
  })

  it('has a separate page', async () => {
    expect((await ada.get('home')).body).toContain('This week: 7 points, place 1')
    expect(server.quiz.events).toMatchObject([{ kind: 'home', player: { ref: ada.ref } }])
  })
})

describe('completion', () => {
  it('offers completions for half-typed words', async () => {
    const answer = await ada.get('c/quiz/complete?words=te')
    expect(answer.json()).toEqual({
      choices: [
        { word: 'team join', help: 'team join NAME: Join a team.' },
        { word: 'team create', help: 'team create NAME: Start a team.' },
      ],
    })
  })
})

describe('a picture in a message', () => {
  it('is returned unchanged', async () => {
    const png = new Uint8Array([137, 80, 78, 71, 0, 255])
    const blocks = [{ kind: 'image' as const, png, name: 'board.png', alt: 'The board' }]
    await server.chat.post(`${ada.sandbox}:lounge`, { summary: 'The board', blocks }, 'picture')
    const { body } = await ada.get('c/lounge')
    const [, path = ''] = /<img src="(\/play\/picture\/[0-9a-f]{64}\.png)" [^>]*alt="The board"/.exec(body) ?? []
    const picture = await server.app.inject(path)
    expect(new Uint8Array(picture.rawPayload)).toEqual(png)
    expect(picture.headers).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
    })
  })

  it.each(['0'.repeat(64), 'quiz', '..%2f..'])('can’t be found under the name of %s', async (hash) => {
    expect((await server.app.inject(`/play/picture/${hash}.png`)).statusCode).toBe(404)
  })
})

function playPath({ sandbox }: Visitor): string {
  return sandbox.replace('playground:', '/play/')
}
