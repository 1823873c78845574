import type { Ledger } from '../store/ledger.ts'
import type { Contact, Watched } from '../store/react.tsx'
import type { SyncClient } from '../sync/client.ts'
import { settable } from './watched.ts'

/** How often the time of the last contact is written down, so that a restart with no signal knows it. */
const NOTE_CONTACT_MS = 10_000

/** When the relay was last heard, across restarts; `known` is what was kept of it. */
export function watchContact(sync: SyncClient, ledger: Ledger, known: unknown): Watched<Contact> {
  const contact = settable<Contact>({ live: false, at: typeof known === 'number' ? known : null })
  let noted = 0
  sync.status.subscribe(() => {
    const { link, lastContact } = sync.status.get()
    const { live, at } = contact.get()
    const now = lastContact ?? at
    if (now !== null && now - noted > NOTE_CONTACT_MS) {
      noted = now
      void ledger.setMeta('contact', now).catch(() => undefined) // Only a time: the next one will do.
    }
    if (live !== (link === 'live') || at !== now) contact.set({ live: link === 'live', at: now })
  })
  return contact
}
