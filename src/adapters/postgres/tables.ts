import type { Tables } from '../../ports/store/store.ts'
import { answers } from './answers.ts'
import { askers } from './askers.ts'
import { boards } from './boards/boards.ts'
import { seasons } from './boards/seasons.ts'
import { weeks } from './boards/weeks.ts'
import { channels } from './channels.ts'
import { tries } from './chats/tries.ts'
import { changes } from './desk/changes.ts'
import { deskSessions } from './desk/desk-sessions.ts'
import { overlays } from './desk/overlays.ts'
import { overview } from './desk/overview.ts'
import { rulingResults } from './desk/ruling-results.ts'
import { rulings } from './desk/rulings.ts'
import { disputes } from './disputes.ts'
import { grades } from './grades.ts'
import { grading } from './grading.ts'
import { streaks } from './habits/asked-days.ts'
import { pauses } from './habits/pauses.ts'
import { progress } from './habits/progress.ts'
import { reminders } from './habits/reminders.ts'
import { shares } from './habits/shares.ts'
import { hints } from './hints.ts'
import { items } from './items.ts'
import { imports } from './packs/imports.ts'
import { packShares } from './packs/pack-shares.ts'
import { packs } from './packs/packs.ts'
import { suggestions } from './packs/suggestions.ts'
import { players } from './players.ts'
import { practice } from './practice.ts'
import { questions } from './questions.ts'
import { retention } from './retention.ts'
import { posting } from './rounds/posting.ts'
import { rounds } from './rounds/rounds.ts'
import { plainErrors } from './sql/plain-errors.ts'
import type { Session } from './sql/session.ts'
import { teams } from './teams.ts'
import { sandboxes } from './transcript/sandboxes.ts'
import { workspaces } from './workspaces.ts'

export function tables(session: Session): Tables {
  return {
    workspaces: plainErrors(workspaces(session)),
    channels: plainErrors(channels(session)),
    players: plainErrors(players(session)),
    teams: plainErrors(teams(session)),
    askers: plainErrors(askers(session)),
    questions: plainErrors(questions(session)),
    packs: plainErrors(packs(session)),
    packShares: plainErrors(packShares(session)),
    suggestions: plainErrors(suggestions(session)),
    imports: plainErrors(imports(session)),
    rounds: plainErrors(rounds(session)),
    posting: plainErrors(posting(session)),
    answers: plainErrors(answers(session)),
    grades: plainErrors(grades(session)),
    hints: plainErrors(hints(session)),
    grading: plainErrors(grading(session)),
    boards: plainErrors(boards(session)),
    seasons: plainErrors(seasons(session)),
    disputes: plainErrors(disputes(session)),
    streaks: plainErrors(streaks(session)),
    progress: plainErrors(progress(session)),
    reminders: plainErrors(reminders(session)),
    pauses: plainErrors(pauses(session)),
    shares: plainErrors(shares(session)),
    practice: plainErrors(practice(session)),
    items: plainErrors(items(session)),
    weeks: plainErrors(weeks(session)),
    retention: plainErrors(retention(session)),
    sandboxes: plainErrors(sandboxes(session)),
    tries: plainErrors(tries(session)),
    deskSessions: plainErrors(deskSessions(session)),
    changes: plainErrors(changes(session)),
    overview: plainErrors(overview(session)),
    overlays: plainErrors(overlays(session)),
    rulings: plainErrors(rulings(session)),
    rulingResults: plainErrors(rulingResults(session)),
  }
}
