import { z } from 'zod'
import type { Press, Work } from '../../../ports/desk/studio.ts'
import type { Scene } from '../room.ts'
import { draftIn } from './draft-fields.ts'
import { rubricFormIn } from './rubric-part.ts'

const word = z.string().min(1).max(500)
const offerFormat = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('say'), point: word, pattern: word }),
  z.strictObject({ kind: z.literal('need'), point: word }),
  z.strictObject({ kind: z.literal('mistake'), pattern: word }),
  z.strictObject({ kind: z.literal('ask'), share: z.number().positive().max(10) }),
])
const verdicts = { right: 'correct', half: 'partial', wrong: 'incorrect' } as const

export function workIn({ fields }: Scene): Work {
  const form = rubricFormIn(fields)
  const press = pressIn(fields.do ?? '')
  return {
    draft: draftIn(fields),
    live: fields.do === undefined,
    ...(form === undefined ? {} : { form }),
    ...(press === undefined ? {} : { press }),
  }
}

function pressIn(pressed: string): Press | undefined {
  if (pressed === 'draft') return 'draft'
  const sorted = /^sort:(\d{1,4}):(right|half|wrong)$/.exec(pressed)
  if (sorted) return { sort: Number(sorted[1]), as: verdicts[sorted[2] as keyof typeof verdicts] }
  if (!pressed.startsWith('offer:')) return undefined
  const offer = offerFormat.safeParse(parsed(pressed.slice('offer:'.length)))
  return offer.success ? { offer: offer.data } : undefined
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
