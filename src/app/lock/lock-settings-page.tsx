import { useState } from 'react'
import { LOCK_MINUTES, type Locked, type LockMinutes } from '../../store/vault/record.ts'
import { isLocked, waysIn } from '../../store/vault/vault.ts'
import type { Way } from '../../store/vault/ways.ts'
import { Button } from '../../ui/button.tsx'
import { ChoiceChips } from '../../ui/choice-chips.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page } from '../../ui/page.tsx'
import { Section } from '../../ui/section.tsx'
import { writeUkDate } from '../../ui/uk-date.ts'
import { useApp } from '../app-context.ts'
import app from '../app.module.css'
import { ChooseLock } from './choose-lock.tsx'
import { sayLock, sayMinutes } from './say-lock.ts'

const kinds: Record<Locked['kind'], string> = { passphrase: 'Passphrase', passkey: 'Passkey' }

/** The ways to open this device, and when it locks itself. */
export function LockSettingsPage() {
  const { device, session } = useApp()
  const { vault } = device
  const [record, setRecord] = useState(vault.record)
  const [said, setSaid] = useState<string | null>(null)
  const locked = record !== null && isLocked(record)
  const add = async (way: Way) => {
    const end = await session.secure(way)
    setRecord(vault.record)
    setSaid(
      end === 'done'
        ? 'Done. This device opens with it from now on.'
        : 'Not done: your last words are not on the disk yet. Wait a moment, then try again.',
    )
  }
  const remove = async (id: string) => {
    await vault.remove(id)
    setRecord(vault.record)
  }
  const lockAfter = async (minutes: LockMinutes) => {
    await vault.lockAfter(minutes)
    setRecord(vault.record)
  }
  return (
    <Page
      title="Lock of this device"
      lead={sayLock(record)}
      back={{ to: '/device', label: 'This device' }}
    >
      {said === null ? null : <Notice tone="info" title={said} />}
      {locked ? (
        <>
          <WaysIn ways={waysIn(record)} remove={(id) => void remove(id)} />
          <Section title="When it locks itself">
            <ChoiceChips
              label="After nobody has touched it for"
              options={LOCK_MINUTES.map((minutes) => ({
                value: String(minutes),
                label: sayMinutes(minutes),
              }))}
              value={String(record.lockAfter)}
              clearable={false}
              onChange={(value) => {
                const minutes = LOCK_MINUTES.find((each) => String(each) === value)
                if (minutes) void lockAfter(minutes)
              }}
            />
          </Section>
        </>
      ) : null}
      <ChooseLock name={device.name} onWay={add} />
    </Page>
  )
}

function WaysIn({ ways, remove }: { ways: readonly Locked[]; remove: (id: string) => void }) {
  return (
    <Section title="Ways to open it" lead="Two are better: one may be forgotten or break.">
      <ul className={app.rows} aria-label="Ways to open this device">
        {ways.map(({ id, kind, madeAt }) => (
          <li key={id}>
            <span>
              <strong>{kinds[kind]}</strong>
              <span className={app.soft}>
                since {writeUkDate(new Date(madeAt).toISOString().slice(0, 10))}
              </span>
            </span>
            {ways.length > 1 ? (
              <Button onClick={() => remove(id)}>Remove this {kinds[kind].toLowerCase()}</Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}
