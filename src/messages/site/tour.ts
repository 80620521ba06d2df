import { tour } from './tour-stops.ts'

/** The folder with the files that the tour, the reveal and the pages refer to. */
export const sourceUrl = 'https://github.com/heroku-quiz/heroku-quiz/blob/main/'

export const tourTitle = 'How this app uses Heroku'
export const tourLead =
  'The quiz asks about Heroku, and the app itself is the answer sheet. Here is every topic of the question bank, with one line on what it is, the file that shows it, and the words to look for.'

/** The tour as a document of this repository. */
export function tourDocument(): string {
  const stops = tour.map(({ title, what, shown, not }) => {
    const files = shown.map(({ file, text }) => `- [\`${file}\`](${linkFrom(file)}), at \`${text}\``)
    return [`## ${title}`, '', what, ...(files.length > 0 ? ['', ...files] : []), ...(not ? ['', not] : [])].join('\n')
  })
  return `# ${tourTitle}\n\n${tourLead}\n\n${stops.join('\n\n')}\n`
}

function linkFrom(file: string): string {
  return file.startsWith('docs/') ? file.slice('docs/'.length) : `../${file}`
}
