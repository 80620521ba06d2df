import { Socket } from 'node:net'

/**
 * Sends what is written in one turn of the event loop in one piece. The driver hands over each statement by itself, and to
 * send a few bytes costs as much as to send a few thousand.
 */
export function gatheringSocket(): Socket {
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
