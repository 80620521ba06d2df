import type { types } from '@slack/bolt'
import { describe, expect, it } from 'vitest'
import { renderHome } from '../../src/adapters/slack/render/home.ts'
import { renderForm, renderMessage, renderModal } from '../../src/adapters/slack/render/render.ts'
import { messageSamples } from '../../src/cli/doctor/message-samples.ts'
import { submits } from '../../src/commands/actions/actions.ts'
import type { Block, Field } from '../../src/ports/message.ts'
import { violations } from '../kit/slack/slack-limits.ts'

const samples = messageSamples()
const messages = samples.flatMap((one) =>
  'form' in one ? [] : Object.values(one).filter((part) => typeof part === 'object'),
)
const forms = samples.flatMap((one) => ('form' in one ? [one.form] : []))

describe('the samples that Slack checks for doctor', () => {
  it('include every kind of block and field, and every form', () => {
    const blocks: Record<Block['kind'], true> = {
      ...{ heading: true, text: true, quote: true, list: true, board: true, note: true, image: true, buttons: true },
    }
    const fields: Record<NonNullable<Field['kind']>, true> = {
      ...{ text: true, choice: true, time: true, channel: true, file: true },
    }
    const kinds = messages.flatMap((message) => message.blocks.map(({ kind }) => kind))
    expect([...new Set(kinds)].toSorted()).toEqual(Object.keys(blocks).toSorted())
    const asked = forms.flatMap((form) => form.fields.map(({ kind = 'text' }) => kind))
    expect([...new Set(asked)].toSorted()).toEqual(Object.keys(fields).toSorted())
    const words = forms.map(({ action }) => action.split(':')[0])
    expect([...new Set(words)].toSorted()).toEqual(Object.keys(submits).toSorted())
  })

  it.each(samples)('respect Slack’s documented limits and its types: $what', (sample) => {
    if ('message' in sample) {
      const rendered: { blocks: types.KnownBlock[] } = renderMessage(sample.message, {
        pictures: new Map(),
        tables: true,
      })
      expect(violations('chat.postMessage', { text: 'x', ...rendered })).toEqual([])
      return
    }
    const view: types.View =
      'form' in sample
        ? renderForm(sample.form, {})
        : 'home' in sample
          ? renderHome(sample.home)
          : renderModal('x', sample.outcome, {})
    expect(violations('views.open', { view })).toEqual([])
  })
})
