import { Socket } from 'node:net'

/**
 * Sends all writes of one turn of the event loop together. The driver writes each statement separately, and sending a
 * few bytes costs as much as sending a few thousand.
 */
export function coalescingSocket(): Socket {
  const socket = new Socket()
  const write = socket.write.bind(socket) as (...given: unknown[]) => boolean
  socket.write = (...given: unknown[]) => {
    if (socket.writableCorked === 0) {
      socket.cork()
      process.nextTick(() => socket.uncork())
    }
    return write(...given)
  }
  return socket
}
