import { useState } from 'react'
import { judgePassphrase, suggestPassphrase } from '../../domain/passphrase.ts'
import { passphraseWay, type Way } from '../../store/vault/ways.ts'
import { Button } from '../../ui/button.tsx'
import { CheckLine } from '../../ui/check-line.tsx'
import { TextLine } from '../../ui/text-line.tsx'
import { sayOwnStrength, sayPassphraseFault, sayWordsStrength } from './say-lock.ts'
import styles from './lock.module.css'

const chance = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes))

interface NewPassphraseProps {
  /** Whose device it is: their name is no passphrase. */
  name: string
  busy: boolean
  onWay: (way: Way) => void
}

/** Suggests five words, takes those or a person's own, twice. */
export function NewPassphrase({ name, busy, onWay }: NewPassphraseProps) {
  const [words, setWords] = useState(() => suggestPassphrase(chance))
  const [text, setText] = useState('')
  const [again, setAgain] = useState('')
  const [shown, setShown] = useState(false)
  const [tried, setTried] = useState(false)
  const judged = judgePassphrase(text, name)
  const same = text.trim() === again.trim()
  const strength = judged.ok
    ? judged.value === 'words'
      ? sayWordsStrength
      : sayOwnStrength
    : undefined
  const lock = () => {
    setTried(true)
    if (judged.ok && same) onWay(passphraseWay(text))
  }
  const type = shown ? 'text' : 'password'
  // What can be read is written by browsers to the file from which they bring tabs back.
  const autoComplete = shown ? 'off' : 'new-password'
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy) lock()
      }}
    >
      <div className={styles.suggestion}>
        <p>Five words picked by chance. Write them on paper and keep it away from the device.</p>
        <p className={styles.words} data-suggestion>
          {words}
        </p>
        <Button onClick={() => setWords(suggestPassphrase(chance))}>Suggest other words</Button>
      </div>
      <TextLine
        label="Passphrase"
        hint="Type the five words, or at least 12 characters of your own that nobody would guess."
        type={type}
        autoComplete={autoComplete}
        value={text}
        onChange={setText}
        error={tried && !judged.ok ? sayPassphraseFault[judged.error] : undefined}
      />
      <p className={styles.strength} role="status">
        {strength}
      </p>
      <TextLine
        label="The same again"
        type={type}
        autoComplete={autoComplete}
        value={again}
        onChange={setAgain}
        error={tried && !same ? 'These two are not the same. Type both again.' : undefined}
      />
      <CheckLine label="Show what I type" checked={shown} onChange={setShown} />
      <div>
        <Button type="submit" tone="primary" busy={busy}>
          Lock with this passphrase
        </Button>
      </div>
    </form>
  )
}
