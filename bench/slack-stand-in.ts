// Slack's Web API as far as posting goes, in a process of its own: it takes every call in 50 ms and says its port once it listens.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

let posts = 0

const server = createServer((request, response) => {
  request.resume()
  request.once('end', () => {
    posts += 1
    response.setHeader('content-type', 'application/json')
    setTimeout(() => response.end(JSON.stringify({ ok: true, ts: `${posts}.000200` })), 50)
  })
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port))
