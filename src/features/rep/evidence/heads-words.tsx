import { useState } from 'react'
import { headOfSchool } from '../../../domain/access/held.ts'
import { wordKind } from '../../../domain/rep/heads-word.ts'
import { type RepWord, wordsOn } from '../../../domain/rep/work.ts'
import { useDesk } from '../../../store/react.tsx'
import { useNames } from '../../../store/use-names.ts'
import { BigText } from '../../../ui/big-text.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { IconCheck, IconPencil } from '../../../ui/icons.ts'
import { SignatureLine, SignatureShown } from '../../../ui/signature.tsx'
import type { RepHere } from '../use-rep.ts'
import styles from './evidence.module.css'
import { useWord } from './use-word.ts'
import { saidBy } from '../words.ts'

interface HeadsWordsProps {
  here: RepHere
  of: RepWord['of']
  /** What it is said of, for those who do not see it: "what Otto saw". */
  about: string
}

/** What the head said of something, and the way to say it: one press, with who, role and when. */
export function HeadsWords({ here, of, about }: HeadsWordsProps) {
  const words = wordsOn(here.words, of.id)
  return (
    <>
      {words.map((word) => (
        <Said key={word.id} word={word} />
      ))}
      {here.writesWork ? <SayIt here={here} of={of} about={about} said={words} /> : null}
    </>
  )
}

function Said({ word }: { word: RepWord }) {
  const nameOf = useNames()
  const kind = wordKind(word)
  return (
    <div className={styles.said}>
      {kind === 'agrees' ? <Badge tone="ok">The head agrees</Badge> : null}
      {kind === 'says' ? <Badge>The head says</Badge> : null}
      {kind === 'signed-here' ? (
        <>
          <Badge tone="ok">
            {nameOf(word.signedBy)} agrees, signed on the device of {nameOf(word.by)}
          </Badge>
          <SignatureShown mark={word.mark} name={nameOf(word.signedBy)} />
        </>
      ) : null}
      {kind === 'written-for' ? (
        <Badge icon={IconPencil}>Written by {nameOf(word.by)} for the head</Badge>
      ) : null}
      {word.text.trim() === '' ? null : <p className={styles.words}>{word.text.trim()}</p>}
      <p className={styles.soft}>{saidBy(word, nameOf)}</p>
    </div>
  )
}

/** The head agrees or comments; on a mentor's device the head signs, or it stands as written by the mentor. */
function SayIt({ here, of, about, said }: HeadsWordsProps & { said: readonly RepWord[] }) {
  const word = useWord(here, of)
  const [opened, setOpen] = useState(false)
  const open = opened || word.text !== ''
  const head = here.role === 'Head' || here.role === 'HoS'
  if (!head && here.role !== 'Mentor') return null
  const agreed = said.some((one) => wordKind(one) === 'agrees')
  const say = (agrees: boolean) => {
    word.say(agrees)
    setOpen(false)
  }
  const sayNothing = () => {
    word.clear()
    setOpen(false)
  }
  const agree = head && !agreed && (
    <Button icon={IconCheck} aria-label={`I agree with ${about}`} onClick={() => say(true)}>
      I agree
    </Button>
  )
  if (!open)
    return (
      <div className={styles.row}>
        {agree}
        <Button tone="plain" icon={IconPencil} onClick={() => setOpen(true)}>
          {head ? 'Say something' : 'The head says or signs here'}
        </Button>
      </div>
    )
  return (
    <>
      <BigText
        label={head ? 'What you say' : 'What the head says'}
        hint={head ? undefined : 'Without the head’s signature it stands as written by you.'}
        minRows={2}
        startHere
        value={word.text}
        onChange={word.write}
      />
      {head ? null : (
        <SignHere
          school={here.rep.urn}
          onSigned={(signed) => {
            word.say(true, signed)
            setOpen(false)
          }}
        />
      )}
      <div className={styles.row}>
        {agree}
        <Button tone="primary" disabled={word.text.trim() === ''} onClick={() => say(false)}>
          {head ? 'Say this' : 'Keep this'}
        </Button>
        <Button tone="plain" onClick={sayNothing}>
          Say nothing
        </Button>
      </div>
    </>
  )
}

interface SignHereProps {
  /** URN */
  school: string
  onSigned: (signed: Pick<RepWord, 'signedBy' | 'mark'>) => void
}

/** The school's head agrees on somebody else's device: until it is kept, the signature is only on the glass. */
function SignHere({ school, onSigned }: SignHereProps) {
  const { me } = useDesk()
  const nameOf = useNames()
  const [opened, setOpened] = useState(false)
  const [mark, setMark] = useState('')
  const signedBy = headOfSchool(me, school)
  if (signedBy === null) return null
  if (!opened)
    return (
      <Button icon={IconPencil} onClick={() => setOpened(true)}>
        {nameOf(signedBy)} signs here
      </Button>
    )
  return (
    <>
      <SignatureLine label={`${nameOf(signedBy)} signs here`} value={mark} onChange={setMark} />
      <Button icon={IconCheck} disabled={mark === ''} onClick={() => onSigned({ signedBy, mark })}>
        {nameOf(signedBy)} agrees
      </Button>
    </>
  )
}
