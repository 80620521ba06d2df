import { describe, expect, test } from 'vitest'
import { compileRubric } from '../../../src/domain/rubric/compile-rubric.ts'
import { gradeAnswer } from '../../../src/domain/rubric/grade-answer.ts'
import type { Rubric, Synonyms, Verdict } from '../../../src/domain/rubric/rubric.ts'

// Typical answers in chat, with realistic rubrics.

const synonyms: Synonyms = {
  ephemeral: ['ephemeral', 'temporary', 'transient', 'throwaway', 'disposable', 'short-lived'],
  lost: ['lost', 'gone', 'wiped', 'deleted', 'discarded', 'erased', 'disappears', 'vanishes', 'reset', 'thrown away'],
  traffic: ['traffic', 'request', 'connection'],
  external: [
    'S3',
    'database',
    'postgres',
    'redis',
    'object storage',
    'cloud storage',
    'bucket',
    'external (store|storage)',
  ],
}

type Case = { prompt: string; rubric: Rubric; answers: [verdict: Verdict, answer: string][] }

const cases: Record<string, Case> = {
  'the disk of a dyno': {
    prompt: 'You save uploads to the local disk of a web dyno. What happens to them, and what should you do instead?',
    rubric: {
      points: [
        {
          id: 'lost',
          label: 'They are lost when the dyno restarts',
          required: true,
          says: [
            '@lost',
            '@ephemeral (disk|filesystem|storage|fs)',
            '(not|nothing|never|no longer) ... (survive|persist|kept|permanent|saved|there)',
            '@ephemeral',
          ],
        },
        {
          id: 'restart',
          label: 'A dyno restarts at least daily, and on every deploy',
          says: ['restart', 'deploy', 'cycle', 'reboot', '(every|once) 24 h', 'daily'],
        },
        {
          id: 'store',
          label: 'Keep them outside the dyno',
          says: ['@external', '(store|save|put|upload) ... (S3|aws|bucketeer)'],
        },
      ],
      misconceptions: [
        {
          id: 'shared',
          says: ['(shared|visible|available) ... (all|other|every) dyno', 'dyno share ... (disk|filesystem|file)'],
          tell: 'Each dyno has a disk of its own.',
        },
      ],
    },
    answers: [
      ['correct', "They're lost whenever the dyno restarts (at least once a day). Put them in S3."],
      [
        'correct',
        'The filesystem is ephemeral so on the next deploy the files are gone. Use S3 or the database instead',
      ],
      ['correct', 'ephermal filesytem, wiped at every restrat, use an S3 bucket'],
      ['correct', "files don't survive a dyno cycle -> upload directly to S3"],
      ['correct', 'Nothing on disk is kept after a restart; store uploads in Postgres or in object storage.'],
      [
        'correct',
        'They disappear when the dyno is cycled every 24 hours. You should use external storage like AWS S3 instead of the local disk.',
      ],
      ['partial', 'They get deleted on restart.'],
      ['partial', 'Use S3'],
      ['incorrect', 'Nothing, they stay there forever'],
      ['incorrect', 'They are not lost.'],
      [
        'partial',
        'They are lost at the next restart, and the disk is shared by... dynos share one filesystem, so put them in S3',
      ],
      ['incorrect', 'You save uploads to the local disk of a web dyno'],
      ['incorrect', 'no idea tbh'],
    ],
  },
  'when eco dynos sleep': {
    prompt: 'When does an Eco web dyno go to sleep, and what wakes it up?',
    rubric: {
      points: [
        { id: 'minutes', label: 'After 30 minutes', says: ['30 min'], required: true },
        {
          id: 'no-traffic',
          label: 'without web traffic',
          says: ['(no|without|not) ... @traffic', 'inactivity', 'idle', '(unused|not used)'],
        },
        {
          id: 'request',
          label: 'The next request wakes it',
          says: [
            '(next|first|new|incoming|any|a|http|web) @traffic',
            '@traffic ... (wake|come|arrive|start)',
            '(wake|start|boot) ... @traffic',
          ],
        },
      ],
      misconceptions: [
        {
          id: 'all-plans',
          says: ['(basic|standard) dyno? ... sleep', 'all dyno ... sleep'],
          tell: 'Only Eco dynos sleep.',
        },
      ],
    },
    answers: [
      ['correct', 'After 30 minutes without web traffic; the next request wakes it.'],
      [
        'correct',
        'if it gets no requests for half an hour it sleeps. a new request starts it again (slow first response)',
      ],
      ['correct', "30min of inactivity, and it's woken by the next incoming request"],
      ['correct', 'It sleeps when idle for thirty minutes and any HTTP request wakes it up'],
      ['correct', "when it hasn't received any traffic for 30 mins. An incoming request wakes it."],
      ['correct', 'after 30 mintues of inactvity. First request wakes it up'],
      ['partial', 'After 30 minutes.'],
      ['partial', 'after an hour without traffic, and the next request wakes it'],
      ['partial', 'after 30 minutes idle'],
      ['incorrect', 'It never sleeps'],
      ['partial', 'All dynos sleep after 30 minutes without requests, the next request wakes them.'],
      ['correct', 'After 30 minutes with no traffic. Basic dynos do not sleep. The next request wakes it up.'],
      ['incorrect', 'At night'],
    ],
  },
  'the port': {
    prompt: 'Which port must a web process listen on?',
    rubric: {
      full: 1,
      points: [
        {
          id: 'port',
          label: 'The one in $PORT',
          says: [
            '$PORT',
            '`PORT` env?',
            '(env|environment|config) (variable|var)',
            '(assigned|given|set|chosen|dynamic) ... (heroku|platform|dyno)',
          ],
        },
      ],
      misconceptions: [
        {
          id: 'fixed',
          says: ['(80|443|3000|8080|5000)', 'any port', 'port you (like|want)'],
          tell: 'Heroku chooses the port.',
        },
      ],
    },
    answers: [
      ['correct', '$PORT'],
      ['correct', 'process.env.PORT'],
      ['correct', 'The port from the PORT environment variable'],
      ['correct', 'whatever heroku sets in $PORT, not 3000'],
      ['correct', "It mustn't be hard coded: read it from the env var"],
      ['incorrect', '80'],
      ['incorrect', 'port 3000'],
      ['incorrect', 'any port you want'],
      ['incorrect', 'the web port'],
      ['incorrect', 'Which port must a web process listen on'],
    ],
  },
  'R14 and R15': {
    prompt: 'What is the difference between R14 and R15?',
    rubric: {
      points: [
        {
          id: 'swap',
          label: 'R14: over the quota, so it swaps and gets slow',
          says: ['swap', 'R14 ... (over|above|exceed|more than) ... (quota|limit|memory)', 'R14 ... slow'],
        },
        {
          id: 'kill',
          label: 'R15: the dyno is killed',
          says: [
            'R15 ... (kill|crash|stop|terminate|restart)',
            '(kill|crash|terminate) ... R15',
            'SIGKILL',
            '(kill|terminate) ... (dyno|process|it)',
          ],
        },
        { id: 'twice', label: 'at twice the quota', says: ['(2x|200 %|double|1 GB)'] },
      ],
      full: 2,
    },
    answers: [
      ['correct', 'R14 means memory quota exceeded and the dyno swaps, R15 means it is way over (2x) and gets killed'],
      [
        'correct',
        'With R14 you are over the memory limit and it becomes slow because of swapping; at R15 the dyno gets terminated.',
      ],
      ['correct', 'r14: memory above quota -> swap. r15: above twice the quota -> killed with SIGKILL'],
      ['partial', 'R15 kills the dyno'],
      ['partial', 'R14 swaps, but R15 does not kill the dyno'],
      ['incorrect', 'R14 is a warning and R15 an error'],
      ['incorrect', 'They are router errors'],
    ],
  },
  'what the router does': {
    prompt: 'How does the router pick a web dyno for a request?',
    rubric: {
      full: 1,
      points: [{ id: 'random', label: 'At random', says: ['random', 'by chance', '(any|arbitrary) ... dyno'] }],
      misconceptions: [
        {
          id: 'round-robin',
          says: ['round robin', 'in turn', 'one after (the other|another)'],
          tell: 'There is no round robin.',
        },
        {
          id: 'least',
          says: ['(least|fewest|less) ... (busy|connection|load|request)', 'load balanc*'],
          tell: 'It does not look at load.',
        },
      ],
    },
    answers: [
      ['correct', 'randomly'],
      ['correct', 'At random, there is no round-robin.'],
      ['correct', 'random selection. It does not look at which dyno is least busy'],
      ['correct', 'It just picks one at random rather than the least loaded one'],
      ['incorrect', 'round robin'],
      ['incorrect', 'roundrobin'],
      ['incorrect', 'to the dyno with the fewest connections'],
      ['incorrect', 'not randomly'],
      ['incorrect', 'the router picks a web dyno'],
    ],
  },
  'release phase': {
    prompt: 'What is the release phase good for, and what happens when it fails?',
    rubric: {
      points: [
        {
          id: 'migrate',
          label: 'Tasks before the new code runs, such as migrations',
          says: ['migrat*', 'schema (change|update)', '(task|command|script) ... before'],
        },
        {
          id: 'before',
          label: 'It runs before the new release gets traffic',
          says: ['before ... (deploy|release|start|live|dyno|traffic)', 'after ... build'],
        },
        {
          id: 'keeps',
          label: 'A failure keeps the old release',
          required: true,
          says: [
            '(old|previous|current|last) (release|version|code|one|dyno)',
            '(abort|cancel|stop|block|fail|prevent) ... (deploy|release)',
            '(deploy|release) ... (abort|cancel|stop|block|fail|not (go|deploy|happen|live))',
            'not ... (deployed|released|live)',
          ],
        },
      ],
      misconceptions: [
        {
          id: 'down',
          says: ['app ... (down|offline)', '(crash|take down) ... app'],
          tell: 'The old release keeps running.',
        },
      ],
    },
    answers: [
      ['correct', 'Run db migrations before the new version starts. If it fails the old release keeps running.'],
      [
        'correct',
        "It's for migrations etc. that must be done before the dynos boot the new code; if the command exits non-zero the deploy is aborted",
      ],
      [
        'correct',
        'migrations. on failure the release is cancelled and the previous release stays; it runs before the new code goes live',
      ],
      [
        'correct',
        'For schema changes before traffic hits the new release. When it fails, the new release is not deployed and the app does not go down.',
      ],
      ['partial', 'for database migrations'],
      [
        'partial',
        'migrations before deploy. If it fails the app goes down and the old release must be restored by hand',
      ],
      ['incorrect', 'It releases memory'],
      ['incorrect', 'idk 🤷'],
    ],
  },
  shutdown: {
    prompt: 'What does Heroku do to the processes of a dyno that it shuts down?',
    rubric: {
      points: [
        { id: 'sigterm', label: 'SIGTERM first', says: ['SIGTERM', 'term signal', 'signal 15'], required: true },
        { id: 'thirty', label: '30 seconds', says: ['30 s'] },
        {
          id: 'sigkill',
          label: 'then SIGKILL',
          says: ['SIGKILL', '(then|after|forcibly|forcefully|hard) ... kill', 'kill -9', 'R12'],
        },
      ],
    },
    answers: [
      ['correct', 'It sends SIGTERM, waits 30 seconds and then SIGKILL.'],
      ['correct', 'sigterm then sigkill after 30s'],
      ['correct', 'They get a TERM signal and half a minute to stop, after that they are killed'],
      ['correct', 'First a SIGTERM. Processes that are not gone after 30 sec get a SIGKILL (R12)'],
      ['partial', 'SIGTERM'],
      ['partial', 'SIGTERM and 10 seconds later SIGKILL'],
      ['incorrect', 'it kills them'],
      ['incorrect', 'SIGINT'],
    ],
  },
  'config vars': {
    prompt: 'Where should secrets such as API keys be kept on Heroku, and why not in the code?',
    rubric: {
      points: [
        {
          id: 'config',
          label: 'In config vars',
          required: true,
          says: ['config var', '(env|environment) var', 'heroku config', '`config:set`', 'process.env'],
        },
        {
          id: 'git',
          label: 'Code is in git, and many can read it',
          says: [
            '(git|github|repo|version control|history|public) ',
            '(leak|expose|steal|visible|read|see)',
            'in ... code ... (everyone|anyone|all)',
          ],
        },
        {
          id: 'differ',
          label: 'They differ between environments and change without a deploy',
          says: [
            '(staging|production)',
            'without ... (deploy|code|commit)',
            '(change|rotate) ... (easy|easily|deploy)',
          ],
        },
      ],
      full: 2,
    },
    answers: [
      [
        'correct',
        'In config vars (heroku config:set KEY=...). In the code they would end up in git where everyone can read them.',
      ],
      ['correct', "Environment variables. Otherwise they'd leak through the repo"],
      ['correct', 'Use config vars, so that you can rotate a key without a new deploy'],
      ['partial', 'config vars'],
      ['partial', 'in env vars, bc thats best practice'],
      ['incorrect', 'In a vault'],
      ['incorrect', 'not in config vars'],
    ],
  },
  'scaling out': {
    prompt: 'How do you run three web dynos, and which plan do you need at least?',
    rubric: {
      points: [
        {
          id: 'command',
          label: '`heroku ps:scale web=3`',
          says: ['`ps:scale web=3`', 'ps:scale', 'heroku scale', '[web 3]', '(dashboard|slider)'],
        },
        { id: 'plan', label: 'Standard', says: ['standard', 'Standard-1X', 'professional'], exclusive: 'plan' },
        { id: 'eco', label: 'Eco', says: ['eco'], exclusive: 'plan', weight: 0.1 },
        { id: 'basic', label: 'Basic', says: ['basic'], exclusive: 'plan', weight: 0.1 },
      ],
      full: 2,
    },
    answers: [
      ['correct', 'heroku ps:scale web=3, on Standard dynos'],
      ['correct', '`heroku ps:scale web=3 -a my-app` and you need Standard-1X or better'],
      ['correct', 'Standard at least (not eco and not basic). ps:scale web=3'],
      ['partial', 'heroku ps:scale web=3'],
      ['partial', 'heroku ps:scale web=3 with eco, basic or standard'],
      ['partial', 'in the dashboard'],
      ['incorrect', 'eco'],
    ],
  },
  'kinds of answers that are not English': {
    prompt: 'What is a one-off dyno?',
    rubric: {
      full: 1,
      points: [
        {
          id: 'temporary',
          label: 'temporary',
          says: [
            'temporary',
            'vorübergehend',
            'temporär',
            'temporaire',
            'temporal',
            'временный',
            '一時的',
            '临时',
            '임시',
          ],
        },
      ],
    },
    answers: [
      ['correct', 'Ein vorübergehender... also ein temporärer Dyno, vorübergehend'],
      ['correct', "C'est un dyno temporaire."],
      ['correct', 'Это временный дино'],
      ['correct', '一時的なコンテナです'],
      ['correct', '临时容器'],
      ['correct', '임시 컨테이너'],
      ['incorrect', 'Это постоянный дино'],
      ['incorrect', '永久的'],
    ],
  },
  'follower databases': {
    prompt: 'What is a follower, and from which Postgres tier on can you have one?',
    rubric: {
      points: [
        {
          id: 'copy',
          label: 'A read-only copy',
          says: ['read-only', '(copy|replica|standby|mirror) ', 'only ... read'],
        },
        { id: 'tier', label: 'Standard', says: ['standard'], not: ['(essential|basic|mini) ... too'] },
        {
          id: 'current',
          label: 'that stays up to date',
          says: ['(up to date|in sync|sync*|stream*|replicat*|current)', 'follow ... (change|write|primary|leader)'],
        },
      ],
      full: 2,
    },
    answers: [
      ['correct', 'A read-only replica of the primary; Standard and up'],
      ['correct', 'a readonly copy, needs the standard tier (essential has none)'],
      ['correct', 'A replica that streams changes from the leader, available from Standard, not on Essential.'],
      ['partial', 'a replica'],
      ['partial', "It's a copy you can't write to"],
      ['incorrect', 'Someone who follows you'],
    ],
  },
}

for (const [name, { prompt, rubric, answers }] of Object.entries(cases)) {
  describe(name, () => {
    const compiled = compileRubric(rubric, { prompt, synonyms })
    test.each(answers)('%s: %s', (verdict, answer) => {
      const grade = gradeAnswer(compiled, answer)
      const found = grade.points.filter((point) => point.found).map((point) => point.id)
      expect({ found, verdict: grade.verdict }).toEqual({ found, verdict })
    })
  })
}
