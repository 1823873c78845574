import type { RouteRow } from './route-row.ts'
import { DECISIONS, DOCUMENTS, MESSAGES, type Who } from './table.ts'
import { ROUTES } from './table-routes.ts'

const TEAM = { lead: 'the review lead', writer: 'the notes’ writer', reviewer: 'the team' } as const

function sayTeam(team: Who['team']): string[] {
  if (!team) return []
  return team.length === 3 ? ['everybody on the team'] : team.map((one) => TEAM[one])
}

function sayHeld(roles: Who['trust'], where: string): string[] {
  if (roles === undefined) return []
  return [`${roles === 'every role' ? 'every role' : roles.join(', ')} ${where}`]
}

function say(who: Who): string {
  if (who.trust === 'every role' && who.own === 'every role' && who.other === 'every role')
    return 'everybody who holds a role'
  const parts = [
    ...sayTeam(who.team),
    ...sayHeld(who.own, '(of that school)'),
    ...sayHeld(who.other, '(of another school)'),
    ...sayHeld(who.trust, '(of the trust)'),
  ]
  return parts.join('; ') || 'nobody'
}

const line = (...cells: (string | number)[]) => `| ${cells.join(' | ')} |`

function documents(): string[] {
  const rows = Object.entries(DOCUMENTS).flatMap(([kind, own]) =>
    own.map(({ what, read, write }) => line(`\`${kind}\``, what, say(read), say(write))),
  )
  return [line('kind', 'what', 'may read', 'may write'), '|---|---|---|---|', ...rows]
}

function routeLine({ route, what, nobody, who, yes, no, elsewhere, lately }: RouteRow): string {
  const name = `\`${route}\`${lately ? ' †' : ''}`
  const others = elsewhere ? `${no}; ${elsewhere.no} to ${say(elsewhere.who)}` : no
  const may = say(who)
  if (nobody === yes && yes === no && may !== 'nobody')
    return line(name, what, nobody, 'anybody', yes, others)
  return line(name, what, nobody, may, may === 'nobody' ? '–' : yes, others)
}

const routes = (): string[] => [
  line('route', 'what', 'signed out', 'may', 'answer', 'others'),
  '|---|---|---|---|---|---|',
  ...ROUTES.map(routeLine),
]

/** The table as a page: `docs/access.md`. */
export const printAccess = (): string =>
  [
    '# Who may do what',
    '',
    'Printed from `test/relay/access/table*.ts` by `npm run access`; do not edit. The test beside it (T15)',
    'asks a running relay every one of these questions as every role, held for the trust, at the school',
    'and at another school, and as nobody; a route, message or kind of document that has no line here',
    'fails it. A role counts on the days it is held. A cookie of another trust’s relay is nobody’s.',
    'Whoever may not open something cannot tell whether it exists: both answers are the same.',
    '',
    '## Documents',
    ...documents(),
    '',
    '## Messages on the line',
    line('message', 'who'),
    '|---|---|',
    ...Object.entries(MESSAGES).map(([type, who]) => line(`\`${type}\``, who)),
    '',
    '## Decisions',
    'The first steps; the rest are held against their machines in `src/domain`.',
    '',
    line('step', 'who'),
    '|---|---|',
    ...DECISIONS.map(({ what, machine, to, who }) =>
      line(`${what} (\`${machine}\`: ${to})`, say(who)),
    ),
    '',
    '## Requests',
    'Those marked † ask for a sign-in of the last twelve hours as well.',
    '',
    ...routes(),
    '',
  ].join('\n')
