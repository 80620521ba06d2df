import type { types } from '@slack/bolt'
import type { Message } from '../../../ports/message.ts'
import { limits } from './limits.ts'
import { fitting } from './render.ts'

export function renderHome(message: Message): types.HomeView {
  return { type: 'home', blocks: fitting(message, limits.blocksOfView) }
}
