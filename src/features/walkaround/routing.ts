import { useNavigate, useParams, useSearch } from '@tanstack/react-router'

export type RunKind = 'checks' | 'walks'

/** Where a run lies: the document of a school and a year, and the record in it. */
export interface RunRef {
  readonly kind: RunKind
  readonly urn: string
  /** e.g. 2026-27 */
  readonly year: string
  readonly run: string
}

const runPath = ({ kind, urn, year, run }: RunRef): string =>
  `/checks/${kind}/${urn}/${year}/${run}`

/** Addresses of the screens of checks. */
export const paths = {
  checks: '/checks',
  start: (urn: string) => `/checks/start/${urn}`,
  run: runPath,
  zone: (ref: RunRef, zone: string) => `${runPath(ref)}/zones/${encodeURIComponent(zone)}`,
  hazard: (ref: RunRef, defect: string) => `${runPath(ref)}/hazards/${defect}`,
  finish: (ref: RunRef) => `${runPath(ref)}/finish`,
} as const

function useText(name: string): string {
  const params: Readonly<Record<string, unknown>> = useParams({ strict: false })
  const value = params[name]
  return typeof value === 'string' ? value : ''
}

export function useRunRef(): RunRef {
  const kind = useText('kind') === 'walks' ? 'walks' : 'checks'
  return { kind, urn: useText('urn'), year: useText('year'), run: useText('run') }
}
/** The job of the checklist that a link asks for (`?job=walkaround`), or ''. */
export function useJobAsked(): string {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  return typeof search['job'] === 'string' ? search['job'] : ''
}
export const useUrnParam = (): string => useText('urn')
export const useZoneParam = (): string => useText('zone')
export const useDefectParam = (): string => useText('defect')

export function useGo(): (to: string, how?: 'replace') => void {
  const navigate = useNavigate()
  return (to, how) => void navigate({ to, replace: how === 'replace' })
}
