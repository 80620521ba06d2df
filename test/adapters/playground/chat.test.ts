import { chatContract, type Seen } from '../../contracts/chat.ts'
import { visitor } from '../../kit/people/visitor.ts'
import { playServer } from '../../kit/product/play-server.ts'

chatContract('the playground', async () => {
  const server = await playServer({ handleEvent: async () => ({ kind: 'pending', message: grading }) })
  const owner = await visitor(server.app)
  const people = [owner, await visitor(server.app, { joins: owner })] as const
  await owner.post('me', { name: owner.name })
  const [player, otherPlayer] = people.map(({ ref }) => ref)
  let begun = 0
  return {
    chat: server.chat,
    channel: `${owner.sandbox}:quiz`,
    otherChannel: `${owner.sandbox}:lounge`,
    player: player ?? '',
    otherPlayer: otherPlayer ?? '',
    missingChannel: `${owner.sandbox}:cellar`,
    missingMessage: `${owner.sandbox}:quiz:4711`,
    async seen(channel, reader) {
      const person = people.find(({ ref }) => ref === reader)
      const page = await person?.get(`c/${channel.split(':').at(-1)}`)
      return read(page?.body ?? '', new Map(people.map(({ name, ref }) => [name, ref])))
    },
    async begin(ref) {
      begun += 1
      const once = `a-form-sent-${begun}`
      const person = people.find((one) => one.ref === ref)
      await person?.post('c/quiz/submit', { action: 'answer:1', once, 'value.text': 'An answer' })
      return `${owner.sandbox}:quiz:${person?.id}-${once}`
    },
    close: server.close,
  }
})

const grading = { summary: 'Being graded', blocks: [] }

/** Reads a page's messages from its markup, as a browser shows them. */
function read(page: string, refs: Map<string, string>): Seen[] {
  const seen: Seen[] = []
  let top = ''
  let inThread = false
  for (const [whole, opening, entry = '', body = ''] of page.matchAll(
    /(<ol class="thread")|<li id="m\d+" class="entry[^>]*>[\s\S]*?(<div class="message[^>]*>([\s\S]*?)<\/div>)/g,
  )) {
    if (opening) {
      inThread = true
      continue
    }
    // Skips a line that only links to another part of the page.
    if (page.slice(page.indexOf(whole)).startsWith(`${whole}<p><a class="button quiet" href="#m`)) continue
    const text = typed(body)
    const pings = [...entry.matchAll(/<span class="mention">@<bdi>(.*?)<\/bdi>/g)].map(
      ([, name = '']) => refs.get(typed(name)) ?? name,
    )
    seen.push({ text, pings, ...(inThread ? { under: top } : {}) })
    if (!inThread) top = text
  }
  return seen
}

const letters: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' }

function typed(markup: string): string {
  return markup.replace(/<[^>]+>/g, '').replace(/&(?:lt|gt|quot|#39|amp);/g, (name) => letters[name] ?? name)
}
