// Simulates the posting methods of Slack's Web API in a separate process. It responds to every call after 50 ms, and
// prints its port when it listens.
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
