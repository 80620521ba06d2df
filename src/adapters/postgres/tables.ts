import type { Tables } from '../../ports/store/store.ts'
import { answers } from './answers.ts'
import { boards } from './boards.ts'
import { channels } from './channels.ts'
import { grades } from './grades.ts'
import { hints } from './hints.ts'
import { players } from './players.ts'
import { questions } from './questions.ts'
import { rounds } from './rounds.ts'
import type { Session } from './session.ts'
import { teams } from './teams.ts'
import { workspaces } from './workspaces.ts'

/** Every noun's port, on one session. */
export function tables(session: Session): Tables {
  return {
    workspaces: workspaces(session),
    channels: channels(session),
    players: players(session),
    teams: teams(session),
    questions: questions(session),
    rounds: rounds(session),
    answers: answers(session),
    grades: grades(session),
    hints: hints(session),
    boards: boards(session),
  }
}
