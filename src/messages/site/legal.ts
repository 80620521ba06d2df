import type { Rich } from '../../ports/message.ts'
import { counted, prose } from '../rich.ts'

/** The values that differ between installations. */
export type Installation = {
  /** Name and mail address or page of the operator, as the operator wrote them. */
  contact: string | undefined
  /** After how many months the texts of answers are erased. */
  retentionMonths: number
  playground: boolean
}

export type LegalPage = {
  title: string
  lead: string
  sections: readonly { title: string; paragraphs: readonly Rich[] }[]
}

export const legalPaths = ['privacy', 'terms', 'support'] as const
export type LegalPath = (typeof legalPaths)[number]

/** The links in the footer of every page. */
export const legalLinks: { label: string; names: Record<LegalPath, string> } = {
  label: 'About this site',
  names: { privacy: 'Privacy', terms: 'Terms', support: 'Support' },
}

const projectUrl = 'https://github.com/heroku-quiz/heroku-quiz'

export function legalPage(path: LegalPath, installation: Installation): LegalPage {
  return { privacy, terms, support }[path](installation)
}

function privacy(installation: Installation): LegalPage {
  const months = counted(installation.retentionMonths, 'month', 'months')
  return {
    title: 'Privacy',
    lead: 'What this quiz stores about you, for how long, who sees it, and how to get rid of it.',
    sections: [
      section('What is stored', [
        'Who you are in your workspace: your Slack or Discord id, the name you show there, your team, your streak and your goal. In another workspace you’re a separate player.',
        'What you do in the quiz: the text of each answer and when you sent it, its grades and points, hints you took, grades you disputed and why, results you shared, questions you suggested with your answers to them, whether you knew a question that you didn’t answer, when you want to be reminded and in which time zone, when you took a break, and which questions you practice and when they come back. The text of a practice answer is graded and not stored.',
        'Practice on Discord in a direct message, or in a server that hasn’t added the app, stores nothing about you.',
        'What a workspace set up: its name, its channels with their names, schedules and settings, its teams, and who set a schedule. Slack’s access tokens are stored encrypted.',
        'Messages that aren’t addressed to the quiz are not stored. To avoid posting a question twice, the app looks for its own message among a channel’s newest ones. It reads only files that an admin attaches to the import form. No email address, no profile, no payment data.',
      ]),
      ...(installation.playground ? [playground()] : []),
      section('How long', [
        `The text of an answer is erased ${months} after you sent it; an admin can shorten that for a workspace with \`/heroku-quiz settings retention\`. Its points stay.`,
        'Boards for single weeks and months are erased after 13 months. Your name, your all-time points and the questions you suggested stay until you ask to be forgotten or the app leaves the workspace.',
        'When the app is removed from a Slack workspace, everything stored about that workspace is deleted immediately. Discord doesn’t always tell an app that it was removed from a server, so this is checked every day: three days after it was first missing, everything stored about that server is deleted.',
        'Logs contain the time and IP address of a request, and numbers of database rows, but never the text of an answer. Database backups can contain deleted data until they expire.',
      ]),
      section('Who sees it', [
        'You see your own grades, and your progress on a page. Only you get its link, which works for a day. Your channel sees names and points on boards, who was first, who scored most and who suggested a question. Admins of your workspace can read answers from the last four weeks, without names, to decide what counts, and older ones that were decided, that several people gave, or that would be graded differently if they teach the grader new words. With your name, they can read an answer whose grade you dispute, your reason, and the questions you suggest.',
        'Anyone who has the link to a board’s page can open it for 90 days. It shows points, past questions and how many got them. It shows players’ names only if an admin of the workspace turned that on, and an admin can turn off all links.',
        'The person who runs this installation can read its database, and can make accepted disputes examples of a question, without names. Your answers are graded by rules inside this app: they are not sent to any other service, not sold, and not used for advertising or to train an AI.',
      ]),
      section('What admins’ decisions are used for', [
        'If an admin rules on your answer, the same words get the same grade from then on. Later answers to the same question are also compared with answers that an admin ruled on or whose dispute was decided, until their texts are erased. Answers that no admin decided about are not compared. An admin can also teach the grader a few words from an answer. All of this applies only in your workspace.',
      ]),
      section('What you can do', [
        '`/heroku-quiz privacy export` gives you everything that is stored about you, as JSON, through a link that works once.',
        '`/heroku-quiz privacy forget` erases your name, your id and everything you wrote, right away. Points on past boards, a suggested question that was published, and words that an admin taught the grader stay, with no name. Until the rounds you answered are over, a one-way hash of your id keeps you from answering them twice.',
        'This site sets a cookie in the playground to recognize you, one at the desk to keep an admin signed in for 12 hours, and one for ten minutes while the app is installed in Slack. Nothing here tracks you on other sites.',
      ]),
      reach(installation),
    ],
  }
}

function playground(): LegalPage['sections'][number] {
  return section('In the playground', [
    'What you say and the name you choose are stored in your own sandbox. Anyone who has its address can read it. The sandbox is deleted after a day without use, and after three days in any case. The cookie that makes you its owner ends after 30 days.',
  ])
}

function terms(installation: Installation): LegalPage {
  return {
    title: 'Terms',
    lead: 'A few plain rules for using this quiz.',
    sections: [
      section('What it is', [
        'A quiz for learning, free to use. It is a community project, not a product of Heroku, Salesforce, Slack or Discord, and their own terms still apply when you use their services.',
        'Grades come from a rubric of ideas and can be wrong. They are for learning and for fun: please don’t use them to judge anyone at work or at school.',
      ]),
      section('Please', [
        'Don’t put secrets or other people’s personal data into answers and names. Don’t attack the app, flood it, or try to see what belongs to other workspaces. Names and words that hurt people can be removed, and a workspace that misuses the app can be blocked.',
        'If you find a security hole, tell us privately: the support page explains how.',
      ]),
      section('What is promised, and what isn’t', [
        'The app is run with care and provided as is: without a warranty, and without a promise that it’s always available or that points are never lost, as far as the law allows.',
        'You keep all rights to what you write. You allow the app to store, grade and show it as the privacy page says, and nothing more. You can stop at any time: `/heroku-quiz privacy forget` for yourself, or remove the app from your workspace.',
        [
          'The code is open under the MIT license, and so is the question bank: ',
          { link: 'the project', url: projectUrl },
          '.',
        ],
      ]),
      reach(installation),
    ],
  }
}

function support(installation: Installation): LegalPage {
  return {
    title: 'Support',
    lead: 'Where to find help.',
    sections: [
      section('In chat', [
        '`/heroku-quiz help` lists everything the quiz understands. The admins of your workspace see more commands there than players do.',
        'A grade looks wrong? Press Dispute under it, and say why if you like. An admin of your workspace reads your answer and decides.',
        'No question came? An admin can check with `/heroku-quiz schedule show` when the next one is due and whether the channel is paused.',
      ]),
      section('Your data', [
        '`/heroku-quiz privacy export` and `/heroku-quiz privacy forget` work at any time. If you can’t reach the chat anymore, write to the person who runs this.',
      ]),
      reach(installation),
      section('Something broke', [
        [
          'Error pages and replies show a request number, which helps us find out what happened. Report bugs and wrong questions ',
          { link: 'on GitHub', url: `${projectUrl}/issues` },
          ', and security holes ',
          { link: 'privately', url: `${projectUrl}/security/advisories/new` },
          '.',
        ],
      ]),
    ],
  }
}

function section(title: string, paragraphs: readonly (string | Rich)[]): LegalPage['sections'][number] {
  return { title, paragraphs: paragraphs.map((one) => (typeof one === 'string' ? prose(one) : one)) }
}

function reach({ contact }: Installation): LegalPage['sections'][number] {
  return section('Who runs this', [
    contact === undefined
      ? 'The person who runs this installation hasn’t published contact details here. Ask the admin who added the app to your workspace.'
      : withLink(contact),
  ])
}

/** The operator's text with its mail address or page as a link. */
function withLink(contact: string): Rich {
  const [found] = /https?:\/\/[^\s<>]+|[^\s<>,;:]+@[^\s<>,;:]+/.exec(contact) ?? []
  if (found === undefined) return [contact]
  const [before = '', after = ''] = contact.split(found, 2)
  const url = found.startsWith('http') ? found : `mailto:${found}`
  return [before, { link: found, url }, after].filter((part) => part !== '')
}
