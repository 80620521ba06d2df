/**
 * Slack's limits, from its reference of Block Kit and the Web API, separate from the adapter's own table:
 * https://docs.slack.dev/reference/block-kit
 */
const most: Readonly<Record<string, number>> = {
  'header text': 150,
  'section text': 3000,
  'context text': 3000,
  'button text': 75,
  'button value': 2000,
  'button url': 3000,
  action_id: 255,
  block_id: 255,
  'image alt_text': 2000,
  'input label': 2000,
  'option text': 75,
  'option value': 150,
  'input placeholder': 150,
  'input max_length': 3000,
  'modal title': 24,
  'modal submit': 24,
  'modal close': 24,
  callback_id: 255,
  private_metadata: 3000,
  'message text': 4000,
  'metadata payload': 8000,
}

type Json = Record<string, unknown>

/** Returns every reason for which Slack would refuse these arguments. */
export function violations(method: string, args: Json): string[] {
  const found: string[] = []
  const note = (problem: string) => found.push(`${method}: ${problem}`)
  if (typeof args.text === 'string') within(note, 'message text', args.text)
  if (Array.isArray(args.blocks)) checkBlocks(note, args.blocks as Json[], 50)
  if (isJson(args.view)) checkView(note, args.view)
  if (isJson(args.metadata)) checkMetadata(note, args.metadata)
  if (speaks(method) && !args.text && !Array.isArray(args.blocks)) note('no_text')
  if (speaks(method) && !args.text) note('blocks without a text for notifications')
  return found
}

function speaks(method: string): boolean {
  return ['chat.postMessage', 'chat.postEphemeral', 'chat.update', 'response_url'].includes(method)
}

function checkMetadata(note: Note, metadata: Json): void {
  if (!/^[a-z0-9_]+$/.test(String(metadata.event_type))) note('metadata event_type is no snake_case word')
  within(note, 'metadata payload', JSON.stringify(metadata.event_payload))
}

function checkView(note: Note, view: Json): void {
  const blocks = view.blocks as Json[] | undefined
  if (!blocks) {
    note('a view without blocks')
    return
  }
  checkBlocks(note, blocks, 100)
  if (typeof view.private_metadata === 'string') within(note, 'private_metadata', view.private_metadata)
  if (typeof view.callback_id === 'string') within(note, 'callback_id', view.callback_id)
  if (view.type === 'home') return
  if (view.type !== 'modal') note(`a view of type ${String(view.type)}`)
  plain(note, 'modal title', view.title)
  if (view.submit !== undefined) plain(note, 'modal submit', view.submit)
  if (view.close !== undefined) plain(note, 'modal close', view.close)
  if (blocks.some((block) => block.type === 'input') && view.submit === undefined) note('inputs without a submit')
}

function checkBlocks(note: Note, blocks: Json[], most: number): void {
  if (blocks.length === 0) note('no blocks')
  if (blocks.length > most) note(`${blocks.length} blocks, at most ${most}`)
  const ids = blocks.map((block) => block.block_id).filter((id) => id !== undefined)
  if (new Set(ids).size < ids.length) note('a block_id twice')
  for (const block of blocks) {
    if (typeof block.block_id === 'string') within(note, 'block_id', block.block_id)
    checkBlock(note, block)
  }
}

function checkBlock(note: Note, block: Json): void {
  switch (block.type) {
    case 'header':
      plain(note, 'header text', block.text)
      break
    case 'section':
      textObject(note, 'section text', block.text)
      break
    case 'context': {
      const elements = block.elements as Json[]
      if (elements.length === 0 || elements.length > 10) note(`${elements.length} elements in a context`)
      for (const element of elements) textObject(note, 'context text', element)
      return
    }
    case 'divider':
      return
    case 'image':
      if (block.slack_file === undefined && block.image_url === undefined) note('an image of nothing')
      within(note, 'image alt_text', String(block.alt_text))
      break
    case 'actions': {
      const elements = block.elements as Json[]
      if (elements.length === 0 || elements.length > 25) note(`${elements.length} elements in an actions block`)
      const ids = elements.map((element) => element.action_id)
      if (new Set(ids).size < ids.length) note('an action_id twice in a block')
      for (const element of elements) checkButton(note, element)
      return
    }
    case 'input':
      checkInput(note, block)
      break
    case 'data_table':
      checkTable(note, block)
      break
    default:
      note(`a block of type ${String(block.type)}`)
  }
}

/** The first row has the titles of the columns: https://docs.slack.dev/reference/block-kit/blocks/data-table-block */
function checkTable(note: Note, block: Json): void {
  const rows = block.rows as Json[][]
  const columns = rows[0]?.length ?? 0
  if (rows.length < 2 || rows.length > 101) note(`${rows.length} rows in a table`)
  if (columns < 1 || columns > 20) note(`${columns} columns in a table`)
  if (rows.some((row) => row.length !== columns)) note('rows of different lengths')
  if (Number(block.row_header_column_index) >= columns) note('a row header that is no column')
  if (Number(block.page_size) < 1 || Number(block.page_size) > 100) note(`pages of ${block.page_size} rows`)
  if (!block.caption) note('a table without a caption')
  for (const cell of rows.flat()) {
    if (cell.type !== 'raw_text' && cell.type !== 'raw_number') note(`a cell of type ${String(cell.type)}`)
    if (cell.type === 'raw_number' && typeof cell.value !== 'number') note('a number that is none')
    if (!cell.text) note('an empty cell')
  }
}

function checkButton(note: Note, button: Json): void {
  if (button.type !== 'button') note(`an element of type ${String(button.type)}`)
  plain(note, 'button text', button.text)
  within(note, 'action_id', String(button.action_id))
  if (button.value !== undefined) within(note, 'button value', String(button.value))
  if (button.url !== undefined) within(note, 'button url', String(button.url))
  if (button.style !== undefined && button.style !== 'primary' && button.style !== 'danger') note('a style of our own')
}

function checkInput(note: Note, block: Json): void {
  plain(note, 'input label', block.label)
  const element = block.element as Json
  if (element.type !== 'plain_text_input') {
    checkPicker(note, element)
    return
  }
  if (element.placeholder !== undefined) plain(note, 'input placeholder', element.placeholder)
  const longest = Number(element.max_length ?? 3000)
  if (longest < 1 || longest > (most['input max_length'] ?? 0)) note(`max_length ${longest}`)
  if (typeof element.initial_value === 'string' && element.initial_value.length > longest)
    note('initial_value too long')
}

/** Slack's pickers: https://docs.slack.dev/reference/block-kit/block-elements */
function checkPicker(note: Note, element: Json): void {
  const mostOptions: Record<string, number> = { static_select: 100, radio_buttons: 10 }
  const longest = mostOptions[String(element.type)]
  if (longest !== undefined) {
    const options = element.options as Json[]
    if (options.length === 0 || options.length > longest) note(`${options.length} options in ${String(element.type)}`)
    for (const option of options) {
      plain(note, 'option text', option.text)
      within(note, 'option value', String(option.value))
    }
    const same = options.some((option) => JSON.stringify(option) === JSON.stringify(element.initial_option))
    if (element.initial_option !== undefined && !same) note('an initial_option that is none of the options')
  } else if (element.type === 'timepicker') {
    if (!/^\d\d:\d\d$/.test(String(element.initial_time))) note(`initial_time ${String(element.initial_time)}`)
  } else if (element.type === 'file_input') {
    if (Number(element.max_files ?? 10) < 1 || Number(element.max_files ?? 10) > 10)
      note(`max_files ${element.max_files}`)
  } else if (element.type !== 'conversations_select') note(`an input of type ${String(element.type)}`)
}

type Note = (problem: string) => void

function plain(note: Note, what: string, object: unknown): void {
  if (!isJson(object) || object.type !== 'plain_text') {
    note(`${what} is no plain_text`)
    return
  }
  within(note, what, String(object.text))
}

function textObject(note: Note, what: string, object: unknown): void {
  if (!isJson(object) || (object.type !== 'plain_text' && object.type !== 'mrkdwn')) {
    note(`${what} is no text`)
    return
  }
  within(note, what, String(object.text))
}

function within(note: Note, what: string, text: string): void {
  if (text.length === 0) note(`${what} is empty`)
  if (text.length > (most[what] ?? 0)) note(`${what} has ${text.length} characters, at most ${most[what]}`)
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
