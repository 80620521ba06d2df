import type { Outside } from '../ports/chat-event.ts'
import type { Message } from '../ports/message.ts'
import { type HelpLine, helpList } from './help.ts'
import { sentence } from './rich.ts'

/** Messages for people outside every workspace that has the app. */

export function outsideHelp(lines: readonly HelpLine[]): Message {
  return {
    summary: 'What you can type after /heroku-quiz here',
    blocks: [
      { kind: 'heading', text: 'Heroku quiz' },
      {
        kind: 'text',
        text: [
          'Practice here as much as you like. Only you see it, there are no points, and I store nothing about you.',
        ],
      },
      helpList(lines),
      { kind: 'note', text: ['Teams, leaderboards and the daily question are in servers that have added me.'] },
    ],
  }
}

const practiceHere = 'Here you can practice: type `/heroku-quiz practice`. Only you see it.'

/** For features that require the players of a server. */
export function serverNeeded(where: Outside['where']): Message {
  if (where === 'foreign-server') {
    return sentence(
      `This server hasn’t added me yet, so there are no teams or leaderboards here. Someone who can manage the server can add me from my profile, with “Add App”. ${practiceHere}`,
    )
  }
  return sentence(
    `That works in servers that have added me, where the teams and leaderboards are. Type it in a channel there. ${practiceHere}`,
  )
}

/** Links to the public page of past questions. A server's own past questions aren't shown outside it. */
export function pastPage(where: Outside['where'], url: string | undefined): Message {
  if (url === undefined) return serverNeeded(where)
  const said = 'Past questions are on a public page: answer them in your own words and see what the grader finds.'
  return {
    summary: said,
    blocks: [
      { kind: 'text', text: [said] },
      { kind: 'buttons', buttons: [{ url, label: 'Past questions' }] },
    ],
  }
}

export function nothingStored(): Message {
  return sentence(
    'I store nothing about you here: practice outside of servers leaves no trace. If you also play in a server, type the same command there.',
  )
}
