import { forgotten } from '../../messages/privacy.ts'
import { forgetPlayer } from '../../services/players/keep-privacy.ts'
import type { Press } from './action.ts'

export const pressForget: Press = async (deps, asker) => {
  await forgetPlayer(deps, asker)
  return { kind: 'private', message: forgotten() }
}
