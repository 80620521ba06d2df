// The baseline for Discord: one Ed25519 check and a constant response.
import { createPublicKey, verify } from 'node:crypto'
import { createServer } from 'node:http'

const prefix = Buffer.from('302a300506032b6570032100', 'hex')
const raw = Buffer.from(process.env.DISCORD_PUBLIC_KEY ?? '', 'hex')
const key = createPublicKey({ key: Buffer.concat([prefix, raw]), format: 'der', type: 'spki' })
const answer = JSON.stringify({ type: 4, data: { content: 'Hello', flags: 64 } })

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const signed = Buffer.concat([Buffer.from(String(request.headers['x-signature-timestamp'])), ...chunks])
  const good = verify(null, signed, key, Buffer.from(String(request.headers['x-signature-ed25519']), 'hex'))
  response.writeHead(good ? 200 : 401, { 'content-type': 'application/json' }).end(answer)
})
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.stdout.write('Server listening\n'))
