import type { Enter } from '../features/sign-in/ways-in.tsx'
import type { Session } from './session.ts'

const INVITE = /^\/invite\/([\w-]+)$/
const SET_UP = /^\/set-up\/([\w-]+)$/

export const invitationIn = (path: string): string | undefined => INVITE.exec(path)?.[1]
export const setUpIn = (path: string): string | undefined => SET_UP.exec(path)?.[1]

/** Whether the address is that of a link for people who are not in yet. */
export const isJoining = (path: string): boolean =>
  invitationIn(path) !== undefined || setUpIn(path) !== undefined

/** A link is used up by going in: the app that opens must not open it again. */
export const enterAndGo =
  (session: Session, goHome: () => void): Enter =>
  (prove) =>
    session.enter(async () => {
      const answer = await prove()
      if (answer.kind === 'in') goHome()
      return answer
    })

/** What went wrong on the way back from a provider, as the relay put it into the address. */
export const faultHere = (): string | null => new URLSearchParams(location.search).get('fault')

/** Where to go after signing in: a path of ours and nothing else. */
export function backHere(): string {
  const back = new URLSearchParams(location.search).get('back') ?? '/'
  return /^\/(?![/\\])/.test(back) ? back : '/'
}
